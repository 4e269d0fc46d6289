-- What it costs the shopper: prices and tax.
create schema if not exists pricing;

create table pricing.tax_category (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  code text not null,
  name text not null,
  is_default boolean not null default false,
  primary key (merchant_id, id),
  unique (merchant_id, code)
);
call platform.protect('pricing.tax_category');

-- Region '*' counts where no row names the region itself. The period is half-open.
create table pricing.tax_rate (
  merchant_id uuid not null,
  id uuid not null,
  category_id uuid not null,
  region text not null default '*',
  name text not null,
  rate_ppm int not null check (rate_ppm between 0 and 1000000),
  is_compound boolean not null default false,
  valid_from timestamptz not null default '-infinity',
  valid_until timestamptz not null default 'infinity',
  primary key (merchant_id, id),
  foreign key (merchant_id, category_id) references pricing.tax_category (merchant_id, id),
  check (valid_from < valid_until)
);
create index tax_rate_category on pricing.tax_rate (merchant_id, category_id);
call platform.protect('pricing.tax_rate');

create table pricing.variant_price (
  merchant_id uuid not null,
  variant_id uuid not null,
  amount bigint not null check (amount >= 0),
  compare_at_amount bigint check (compare_at_amount >= 0),
  tax_category_id uuid not null,
  updated_at timestamptz not null default now(),
  primary key (merchant_id, variant_id),
  foreign key (merchant_id, variant_id) references catalog.variant (merchant_id, id),
  foreign key (merchant_id, tax_category_id) references pricing.tax_category (merchant_id, id)
);
call platform.protect('pricing.variant_price');
