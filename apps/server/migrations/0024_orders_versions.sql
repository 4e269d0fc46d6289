-- An order that is edited before it is picked: what it was before stays, version by version, with who changed it and why.
alter table orders."order" add column version int not null default 1;
-- The instant that its prices are of: when it was placed, or when checkout began and the price was held; null on orders of before.
alter table orders."order" add column priced_at timestamptz;

-- Never changed: the whole of a version that another took the place of.
create table orders.order_version (
  merchant_id uuid not null,
  order_id uuid not null,
  version int not null check (version >= 1),
  -- Totals, codes, lines with their frozen discounts, fulfilments: as the order was told.
  content jsonb not null,
  total_amount bigint not null,
  replaced_at timestamptz not null,
  replaced_by uuid,
  reason text not null default '',
  primary key (merchant_id, order_id, version),
  foreign key (merchant_id, order_id) references orders."order" (merchant_id, id)
);
call platform.protect('orders.order_version');
