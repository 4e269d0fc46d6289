-- Roll-ups kept from the feeds, exactly once by position; every figure can be computed again from the facts.
create schema if not exists reports;

create table reports.daily_sales (
  merchant_id uuid not null,
  business_date date not null,
  channel_id uuid not null,
  location_id uuid not null,
  hour smallint not null,
  orders bigint not null default 0,
  returns bigint not null default 0,
  units bigint not null default 0,
  gross_amount bigint not null default 0,
  discount_amount bigint not null default 0,
  returned_amount bigint not null default 0,
  net_amount bigint not null default 0,
  tax_amount bigint not null default 0,
  shipping_amount bigint not null default 0,
  cost_amount bigint not null default 0,
  primary key (merchant_id, business_date, channel_id, location_id, hour)
) with (fillfactor = 70);
call platform.protect('reports.daily_sales');

create table reports.daily_product (
  merchant_id uuid not null,
  business_date date not null,
  variant_id uuid not null,
  channel_id uuid not null,
  location_id uuid not null,
  units bigint not null default 0,
  net_amount bigint not null default 0,
  cost_amount bigint not null default 0,
  primary key (merchant_id, business_date, variant_id, channel_id, location_id)
) with (fillfactor = 70);
call platform.protect('reports.daily_product');
