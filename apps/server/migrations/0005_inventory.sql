-- What is where: levels, and the ledger that proves them.
create schema if not exists inventory;

-- No check keeps `sellable` from falling below zero: a till's sale is a fact (an exception is raised instead).
create table inventory.stock_level (
  merchant_id uuid not null,
  location_id uuid not null,
  variant_id uuid not null,
  sellable bigint not null default 0,
  quality_control bigint not null default 0 check (quality_control >= 0),
  damaged bigint not null default 0 check (damaged >= 0),
  expired bigint not null default 0 check (expired >= 0),
  on_hold bigint not null default 0 check (on_hold >= 0),
  committed bigint not null default 0 check (committed >= 0),
  held bigint not null default 0 check (held >= 0),
  staged bigint not null default 0 check (staged >= 0),
  in_transit bigint not null default 0 check (in_transit >= 0),
  on_order bigint not null default 0 check (on_order >= 0),
  value_amount bigint not null default 0,
  last_unit_cost bigint not null default 0 check (last_unit_cost >= 0),
  entries bigint not null default 0,
  primary key (merchant_id, location_id, variant_id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id),
  foreign key (merchant_id, variant_id) references catalog.variant (merchant_id, id)
) with (fillfactor = 70);
create index stock_level_variant on inventory.stock_level (merchant_id, variant_id);
call platform.protect('inventory.stock_level');

-- Quantities are changes in thousandths, `value_amount` in minor units. `entry_no` is dense per level: a lost entry shows.
create table inventory.movement (
  merchant_id uuid not null,
  location_id uuid not null,
  variant_id uuid not null,
  entry_no bigint not null,
  at timestamptz not null,
  business_date date not null,
  reason text not null,
  counterparty text not null,
  document_id uuid not null,
  line_no int not null default 0,
  sellable bigint not null default 0,
  quality_control bigint not null default 0,
  damaged bigint not null default 0,
  expired bigint not null default 0,
  on_hold bigint not null default 0,
  committed bigint not null default 0,
  held bigint not null default 0,
  staged bigint not null default 0,
  in_transit bigint not null default 0,
  on_order bigint not null default 0,
  value_amount bigint not null default 0,
  primary key (merchant_id, location_id, variant_id, entry_no)
);
create index movement_document on inventory.movement (merchant_id, document_id);
call platform.protect('inventory.movement');

-- A claim with an expiry, made when payment starts.
create table inventory.hold (
  merchant_id uuid not null,
  id uuid not null,
  line_no int not null,
  location_id uuid not null,
  variant_id uuid not null,
  quantity bigint not null check (quantity > 0),
  expires_at timestamptz not null,
  primary key (merchant_id, id, line_no)
);
create index hold_expiry on inventory.hold (merchant_id, expires_at);
call platform.protect('inventory.hold');

create table inventory.stock_document (
  merchant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('opening', 'receipt', 'adjustment')),
  location_id uuid not null,
  reference text not null default '',
  note text not null default '',
  staff_id uuid,
  at timestamptz not null default now(),
  primary key (merchant_id, id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id)
);
create index stock_document_at on inventory.stock_document (merchant_id, at desc);
call platform.protect('inventory.stock_document');
