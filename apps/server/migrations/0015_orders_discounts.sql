-- Every discount of an order, frozen: which promotion (none: by hand) took what off which units of which line. Line 0 is
-- the shipping. Refunds, tax and reports read this and never price again.
create table orders.discount_allocation (
  merchant_id uuid not null,
  order_id uuid not null,
  line_no int not null,
  entry_no int not null,
  promotion_id uuid,
  code text,
  amount bigint not null,
  -- Without tax, as reports count it.
  net_amount bigint not null,
  base_amount bigint not null,
  -- Runs of units with the same share: [{ from, count, perUnit }].
  units jsonb not null,
  primary key (merchant_id, order_id, line_no, entry_no)
);
create index discount_allocation_promotion on orders.discount_allocation (merchant_id, promotion_id) where promotion_id is not null;
call platform.protect('orders.discount_allocation');

-- The rules that an order was priced with; null on orders of before, whose discounts stand on their lines alone.
alter table orders."order" add column rule_set_number bigint;
alter table orders."order" add column pricing_hash text;
alter table orders."order" add column codes text[] not null default '{}';
alter table orders."order" add column shipping_discount_amount bigint not null default 0;
alter table orders.order_line add column price_list_id uuid;
create index order_member on orders."order" (merchant_id, member_id) where member_id is not null;
