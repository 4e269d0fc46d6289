-- Returns without an order of ours: what another system sold came back here, or its books are brought in. Such a return
-- says itself what came back, and its money stands in a ledger of its own.
alter table orders."return" alter column order_id drop not null;
alter table orders."return" add column member_id uuid;
alter table orders."return" add column source text not null default '';
alter table orders."return" add constraint return_has_origin check (order_id is not null or source <> '');

alter table orders.return_line alter column order_id drop not null;
alter table orders.return_line add column product_id uuid;
alter table orders.return_line add column variant_id uuid;
alter table orders.return_line add column sku text;
alter table orders.return_line add column name jsonb;
alter table orders.return_line add column unit_amount bigint;
alter table orders.return_line add column taxes jsonb;
alter table orders.return_line add constraint return_line_names_goods check (order_id is not null or (sku is not null and name is not null));

-- What was paid back for a return without an order; negative, never changed, only added to.
create table orders.return_tender (
  merchant_id uuid not null,
  return_id uuid not null,
  entry_no int not null,
  kind text not null check (kind in ('cash', 'card', 'external')),
  amount bigint not null check (amount <= 0),
  location_id uuid,
  staff_id uuid,
  at timestamptz not null,
  business_date date not null,
  primary key (merchant_id, return_id, entry_no)
);
call platform.protect('orders.return_tender');
