-- Collections: products gathered by hand, in an order, or by a rule over brand, tag and category.
create table catalog.collection (
  merchant_id uuid not null references merchants.merchant,
  id uuid not null,
  handle text not null,
  name jsonb not null,
  kind text not null check (kind in ('manual', 'rule')),
  -- Of a rule: all of the parts that name something, or any of them; a category means what is below it, too.
  match text not null default 'all' check (match in ('all', 'any')),
  brands text[] not null default '{}',
  tags text[] not null default '{}',
  category_ids uuid[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (merchant_id, id),
  unique (merchant_id, handle),
  check ((kind = 'rule') = (cardinality(brands) + cardinality(tags) + cardinality(category_ids) > 0))
);
call platform.protect('catalog.collection');

create table catalog.collection_product (
  merchant_id uuid not null,
  collection_id uuid not null,
  product_id uuid not null,
  rank int not null,
  primary key (merchant_id, collection_id, product_id),
  foreign key (merchant_id, collection_id) references catalog.collection (merchant_id, id),
  foreign key (merchant_id, product_id) references catalog.product (merchant_id, id)
);
create index collection_product_rank on catalog.collection_product (merchant_id, collection_id, rank);
create index collection_product_product on catalog.collection_product (merchant_id, product_id);
call platform.protect('catalog.collection_product');
