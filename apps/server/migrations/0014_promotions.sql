-- What makes goods cheaper for a while: promotions, their coupons, and the ledger of their uses.
create schema if not exists promotions;

-- `state` is what people did; whether a live promotion is scheduled, active or over follows from its schedule.
create table promotions.promotion (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  definition jsonb not null,
  state text not null check (state in ('draft', 'live', 'paused', 'ended')),
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  updated_by uuid,
  published_at timestamptz,
  ended_at timestamptz,
  primary key (merchant_id, id)
);
create index promotion_updated on promotions.promotion (merchant_id, updated_at desc, id desc);
call platform.protect('promotions.promotion');

-- Every change with what was before and after; appended, never changed.
create table promotions.promotion_change (
  merchant_id uuid not null,
  promotion_id uuid not null,
  version int not null,
  event text not null,
  at timestamptz not null,
  staff_id uuid,
  before jsonb,
  after jsonb not null,
  primary key (merchant_id, promotion_id, version),
  foreign key (merchant_id, promotion_id) references promotions.promotion (merchant_id, id)
);
call platform.protect('promotions.promotion_change');

-- A shared code belongs to one promotion that is not over; compared without case.
create table promotions.shared_code (
  merchant_id uuid not null,
  code text not null check (code = upper(btrim(code))),
  promotion_id uuid not null,
  primary key (merchant_id, code),
  foreign key (merchant_id, promotion_id) references promotions.promotion (merchant_id, id)
);
call platform.protect('promotions.shared_code');

create table promotions.coupon_batch (
  merchant_id uuid not null,
  id uuid not null,
  promotion_id uuid not null,
  name text not null,
  prefix text not null,
  count int not null check (count > 0),
  made int not null default 0,
  expires_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  primary key (merchant_id, id),
  foreign key (merchant_id, promotion_id) references promotions.promotion (merchant_id, id)
);
create index coupon_batch_promotion on promotions.coupon_batch (merchant_id, promotion_id, created_at);
call platform.protect('promotions.coupon_batch');

-- `code` is kept as it is compared: upper case, no blanks.
create table promotions.coupon (
  merchant_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  promotion_id uuid not null,
  code text not null check (code = upper(btrim(code))),
  state text not null check (state in ('issued', 'held', 'redeemed', 'revoked')),
  member_id uuid,
  order_id uuid,
  -- The basket that is being paid with it.
  held_by uuid,
  held_until timestamptz,
  updated_at timestamptz not null,
  primary key (merchant_id, id),
  unique (merchant_id, code),
  foreign key (merchant_id, batch_id) references promotions.coupon_batch (merchant_id, id),
  check ((state = 'held') = (held_by is not null)),
  check ((state = 'redeemed') = (order_id is not null))
) with (fillfactor = 80);
create index coupon_batch_code on promotions.coupon (merchant_id, batch_id, code);
create index coupon_held on promotions.coupon (merchant_id, held_by) where held_by is not null;
create index coupon_order on promotions.coupon (merchant_id, order_id) where order_id is not null;
call platform.protect('promotions.coupon');

-- The ledger of uses: appended in the order's own transaction, never changed; a use that is given back is negative.
create table promotions.usage_entry (
  merchant_id uuid not null,
  order_id uuid not null,
  entry_no int not null,
  promotion_id uuid not null,
  event text not null check (event in ('used', 'given_back')),
  code text,
  coupon_id uuid,
  member_id uuid,
  channel_id uuid not null,
  location_id uuid,
  business_date date not null,
  times int not null,
  pieces bigint not null,
  amount bigint not null,
  at timestamptz not null,
  primary key (merchant_id, order_id, entry_no),
  check ((event = 'used' and times > 0) or (event = 'given_back' and times < 0))
);
create index usage_entry_promotion on promotions.usage_entry (merchant_id, promotion_id, business_date);
call platform.protect('promotions.usage_entry');

-- Running totals of the ledger: `scope` is '' for all, a business date, or `member:` and an id.
create table promotions.usage_total (
  merchant_id uuid not null,
  promotion_id uuid not null,
  scope text not null,
  uses bigint not null default 0,
  pieces bigint not null default 0,
  amount bigint not null default 0,
  primary key (merchant_id, promotion_id, scope)
) with (fillfactor = 50);
call platform.protect('promotions.usage_total');

-- Uses that are claimed while a basket is paid, with an expiry; they count like uses until then.
create table promotions.usage_hold (
  merchant_id uuid not null,
  basket_id uuid not null,
  promotion_id uuid not null,
  member_id uuid,
  business_date date not null,
  times int not null check (times > 0),
  pieces bigint not null,
  amount bigint not null,
  expires_at timestamptz not null,
  primary key (merchant_id, basket_id, promotion_id)
);
create index usage_hold_promotion on promotions.usage_hold (merchant_id, promotion_id, expires_at);
create index usage_hold_expires on promotions.usage_hold (merchant_id, expires_at);
call platform.protect('promotions.usage_hold');

-- What a draft would have done with the baskets of the last days.
create table promotions.simulation (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  promotion_id uuid,
  definition jsonb not null,
  days int not null,
  state text not null check (state in ('running', 'done', 'failed')),
  done int not null default 0,
  total int,
  result jsonb,
  started_at timestamptz not null,
  moved_at timestamptz not null,
  finished_at timestamptz,
  primary key (merchant_id, id)
);
create index simulation_started on promotions.simulation (merchant_id, started_at desc);
call platform.protect('promotions.simulation');
