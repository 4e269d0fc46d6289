-- What a line of a bundle was made of, frozen: its money and cost are split over the components and sum to the line.
create table orders.line_component (
  merchant_id uuid not null,
  order_id uuid not null,
  line_no int not null,
  component_no int not null,
  variant_id uuid not null,
  product_id uuid not null,
  sku text not null,
  name jsonb not null,
  -- Thousandths: of one bundle, and of the whole line.
  per_bundle bigint not null check (per_bundle > 0),
  quantity bigint not null check (quantity >= 0),
  -- What one piece cost on its own when it was sold, in the price mode of the merchant.
  unit_amount bigint not null,
  net_amount bigint not null,
  tax_amount bigint not null,
  cost_amount bigint not null,
  primary key (merchant_id, order_id, line_no, component_no)
);
create index line_component_variant on orders.line_component (merchant_id, variant_id);
call platform.protect('orders.line_component');

-- A line of a bundle is picked component by component.
alter table orders.fulfilment_line drop constraint fulfilment_line_pkey;
alter table orders.fulfilment_line add primary key (merchant_id, fulfilment_id, line_no, variant_id);
