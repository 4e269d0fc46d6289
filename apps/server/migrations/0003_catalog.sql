-- What is sold: products, variants, barcodes, pictures, where they are published.
create schema if not exists catalog;
create extension if not exists pg_trgm;

create table catalog.category (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  parent_id uuid,
  handle text not null,
  name jsonb not null,
  rank int not null default 0,
  primary key (merchant_id, id),
  unique (merchant_id, handle),
  foreign key (merchant_id, parent_id) references catalog.category (merchant_id, id)
);
call platform.protect('catalog.category');

create table catalog.product (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  handle text not null,
  name jsonb not null,
  description jsonb not null default '{}',
  brand text not null default '',
  tags text[] not null default '{}',
  category_id uuid,
  status text not null check (status in ('draft', 'active', 'archived')),
  options jsonb not null default '[]',
  search_text text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, handle),
  foreign key (merchant_id, category_id) references catalog.category (merchant_id, id),
  check (jsonb_array_length(options) <= 3)
);
create index product_category on catalog.product (merchant_id, category_id);
create index product_search on catalog.product using gin (search_text gin_trgm_ops);
call platform.protect('catalog.product');

create table catalog.variant (
  merchant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  sku text not null,
  option_values jsonb not null default '[]',
  position int not null default 0,
  weight_grams int,
  is_active boolean not null default true,
  search_text text not null,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  unique (merchant_id, sku),
  foreign key (merchant_id, product_id) references catalog.product (merchant_id, id)
);
create index variant_product on catalog.variant (merchant_id, product_id, position);
create index variant_search on catalog.variant using gin (search_text gin_trgm_ops);
call platform.protect('catalog.variant');

-- A GTIN is stored padded to 14 digits; any other code as it was typed.
create table catalog.barcode (
  merchant_id uuid not null,
  code text not null,
  variant_id uuid not null,
  primary key (merchant_id, code),
  foreign key (merchant_id, variant_id) references catalog.variant (merchant_id, id)
);
create index barcode_variant on catalog.barcode (merchant_id, variant_id);
call platform.protect('catalog.barcode');

create table catalog.media (
  merchant_id uuid not null,
  id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  alt jsonb not null default '{}',
  rank int not null default 0,
  width int not null,
  height int not null,
  created_at timestamptz not null default now(),
  primary key (merchant_id, id),
  foreign key (merchant_id, product_id) references catalog.product (merchant_id, id),
  foreign key (merchant_id, variant_id) references catalog.variant (merchant_id, id)
);
create index media_product on catalog.media (merchant_id, product_id, rank);
call platform.protect('catalog.media');

-- One row a size; the bytes never change under an id, so addresses are immutable.
create table catalog.media_file (
  merchant_id uuid not null,
  media_id uuid not null,
  size text not null,
  content_type text not null,
  content bytea not null,
  primary key (merchant_id, media_id, size),
  foreign key (merchant_id, media_id) references catalog.media (merchant_id, id)
);
call platform.protect('catalog.media_file');

create table catalog.publication (
  merchant_id uuid not null,
  product_id uuid not null,
  channel_id uuid not null,
  published_at timestamptz not null default now(),
  primary key (merchant_id, product_id, channel_id),
  foreign key (merchant_id, product_id) references catalog.product (merchant_id, id),
  foreign key (merchant_id, channel_id) references merchants.channel (merchant_id, id)
);
create index publication_channel on catalog.publication (merchant_id, channel_id);
call platform.protect('catalog.publication');
