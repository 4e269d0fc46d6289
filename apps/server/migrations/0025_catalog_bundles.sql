-- A bundle is a variant that is made of pieces of others and has no stock of its own. The rows say what one bundle takes.
create table catalog.bundle_component (
  merchant_id uuid not null,
  bundle_id uuid not null,
  component_id uuid not null,
  -- Thousandths for one bundle.
  quantity bigint not null check (quantity > 0),
  rank int not null,
  primary key (merchant_id, bundle_id, component_id),
  foreign key (merchant_id, bundle_id) references catalog.variant (merchant_id, id),
  foreign key (merchant_id, component_id) references catalog.variant (merchant_id, id),
  check (bundle_id <> component_id)
);
create index bundle_component_component on catalog.bundle_component (merchant_id, component_id);
call platform.protect('catalog.bundle_component');

-- Counts the changes of what a variant is made of, so that nobody overwrites what somebody else just set.
alter table catalog.variant add column bundle_version int not null default 0;
