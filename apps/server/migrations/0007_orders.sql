-- One order for all channels, its money facts frozen per line. Rows that are only ever written together with the row
-- they belong to (lines, tenders) have no foreign key to it: the check would be the dearest part of a sale, and
-- `tandem verify` proves the same.
create schema if not exists orders;

create table orders.basket (
  merchant_id uuid not null,
  id uuid not null,
  channel_id uuid not null,
  content jsonb not null,
  order_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant_id, id),
  foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id)
) with (fillfactor = 70);
call platform.protect('orders.basket');

create table orders.number_series (
  merchant_id uuid not null,
  series text not null,
  last_number bigint not null,
  primary key (merchant_id, series)
);
call platform.protect('orders.number_series');

create table orders."order" (
  merchant_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null check (state in ('placed', 'closed', 'cancelled')),
  channel_id uuid not null,
  location_id uuid,
  register_id uuid,
  staff_id uuid,
  member_id uuid,
  contact jsonb,
  delivery jsonb,
  currency char(3) not null,
  prices_include_tax boolean not null,
  net_amount bigint not null,
  tax_amount bigint not null,
  shipping_net_amount bigint not null default 0,
  shipping_tax_amount bigint not null default 0,
  discount_amount bigint not null default 0,
  rounding_amount bigint not null default 0,
  total_amount bigint not null,
  paid_amount bigint not null default 0,
  refunded_amount bigint not null default 0,
  access_token text not null,
  placed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  business_date date not null,
  source text not null default '',
  primary key (merchant_id, id),
  foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id),
  check (total_amount = net_amount + tax_amount + shipping_net_amount + shipping_tax_amount),
  check (refunded_amount <= paid_amount)
) with (fillfactor = 80);
create index order_placed on orders."order" (merchant_id, placed_at desc, id desc);
create index order_number on orders."order" (merchant_id, number);
call platform.protect('orders."order"');

create table orders.order_line (
  merchant_id uuid not null,
  order_id uuid not null,
  line_no int not null,
  product_id uuid,
  variant_id uuid,
  sku text not null,
  name jsonb not null,
  quantity bigint not null check (quantity > 0),
  returned_quantity bigint not null default 0,
  unit_amount bigint not null,
  discount_amount bigint not null default 0,
  net_amount bigint not null,
  tax_amount bigint not null,
  taxes jsonb not null,
  cost_amount bigint not null default 0,
  location_id uuid,
  primary key (merchant_id, order_id, line_no),
  check (returned_quantity between 0 and quantity)
) with (fillfactor = 90);
create index order_line_variant on orders.order_line (merchant_id, variant_id);
call platform.protect('orders.order_line');

-- The money ledger of an order: captured is positive, refunded negative; never changed, only added to.
create table orders.tender (
  merchant_id uuid not null,
  order_id uuid not null,
  entry_no int not null,
  kind text not null check (kind in ('cash', 'card', 'test', 'in_store', 'external')),
  event text not null check (event in ('captured', 'refunded')),
  amount bigint not null,
  tendered_amount bigint,
  change_amount bigint,
  provider_reference text,
  return_id uuid,
  location_id uuid,
  staff_id uuid,
  at timestamptz not null,
  business_date date not null,
  primary key (merchant_id, order_id, entry_no),
  check ((event = 'captured' and amount >= 0) or (event = 'refunded' and amount <= 0))
);
call platform.protect('orders.tender');

create table orders.fulfilment (
  merchant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  location_id uuid not null,
  method text not null check (method in ('ship', 'pickup')),
  state text not null check (state in ('open', 'picked', 'handed_over', 'shipped', 'cancelled')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant_id, id),
  foreign key (merchant_id, order_id) references orders."order" (merchant_id, id),
  foreign key (merchant_id, location_id) references merchants.location (merchant_id, id)
);
create index fulfilment_order on orders.fulfilment (merchant_id, order_id);
create index fulfilment_open on orders.fulfilment (merchant_id, location_id, created_at) where state in ('open', 'picked');
call platform.protect('orders.fulfilment');

create table orders.fulfilment_line (
  merchant_id uuid not null,
  fulfilment_id uuid not null,
  line_no int not null,
  order_id uuid not null,
  variant_id uuid not null,
  quantity bigint not null check (quantity > 0),
  primary key (merchant_id, fulfilment_id, line_no)
);
call platform.protect('orders.fulfilment_line');

create table orders."return" (
  merchant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number text not null,
  location_id uuid,
  channel_id uuid not null,
  register_id uuid,
  staff_id uuid,
  reason text not null default '',
  net_amount bigint not null,
  tax_amount bigint not null,
  shipping_net_amount bigint not null default 0,
  shipping_tax_amount bigint not null default 0,
  rounding_amount bigint not null default 0,
  total_amount bigint not null,
  at timestamptz not null,
  business_date date not null,
  primary key (merchant_id, id),
  foreign key (merchant_id, order_id) references orders."order" (merchant_id, id)
);
create index return_order on orders."return" (merchant_id, order_id);
call platform.protect('orders."return"');

create table orders.return_line (
  merchant_id uuid not null,
  return_id uuid not null,
  line_no int not null,
  order_id uuid not null,
  quantity bigint not null check (quantity > 0),
  net_amount bigint not null,
  tax_amount bigint not null,
  cost_amount bigint not null,
  disposition text not null check (disposition in ('sellable', 'quality_control', 'damaged', 'none')),
  primary key (merchant_id, return_id, line_no)
);
call platform.protect('orders.return_line');

-- Who moved an order from which state to which, when and why.
create table orders.order_event (
  merchant_id uuid not null,
  order_id uuid not null,
  id uuid not null,
  kind text not null,
  staff_id uuid,
  detail jsonb not null default '{}',
  at timestamptz not null,
  primary key (merchant_id, order_id, id),
  foreign key (merchant_id, order_id) references orders."order" (merchant_id, id)
);
call platform.protect('orders.order_event');
