-- The rules that price a basket: price lists, the merchant's settings, and numbered snapshots of all of it.
create table pricing.price_list (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  definition jsonb not null,
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  ended_at timestamptz,
  primary key (merchant_id, id)
);
call platform.protect('pricing.price_list');

-- The price counts from this quantity of the line on, in thousandths.
create table pricing.price_entry (
  merchant_id uuid not null,
  price_list_id uuid not null,
  variant_id uuid not null,
  min_quantity bigint not null default 0 check (min_quantity >= 0),
  amount bigint not null check (amount >= 0),
  compare_at_amount bigint check (compare_at_amount >= 0),
  updated_at timestamptz not null,
  primary key (merchant_id, price_list_id, variant_id, min_quantity),
  foreign key (merchant_id, price_list_id) references pricing.price_list (merchant_id, id),
  foreign key (merchant_id, variant_id) references catalog.variant (merchant_id, id)
);
create index price_entry_variant on pricing.price_entry (merchant_id, variant_id);
call platform.protect('pricing.price_entry');

-- Base prices as they were: a row for each change, never changed. Counts from its instant to the next row's.
create table pricing.price_change (
  merchant_id uuid not null,
  variant_id uuid not null,
  at timestamptz not null,
  amount bigint not null,
  compare_at_amount bigint,
  primary key (merchant_id, variant_id, at)
);
call platform.protect('pricing.price_change');

create table pricing.setting (
  merchant_id uuid not null references merchants.merchant,
  content jsonb not null,
  updated_at timestamptz not null,
  primary key (merchant_id)
);
call platform.protect('pricing.setting');

-- Immutable: the content of a number never changes, so it may be remembered for ever.
create table pricing.rule_set (
  merchant_id uuid not null references merchants.merchant,
  number bigint not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid,
  primary key (merchant_id, number)
);
call platform.protect('pricing.rule_set');

-- Prices of before have their history begin where they were last set.
insert into pricing.price_change (merchant_id, variant_id, at, amount, compare_at_amount)
select merchant_id, variant_id, updated_at, amount, compare_at_amount from pricing.variant_price;
