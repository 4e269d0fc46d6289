-- Price lists as they were: every change of a list, and every price in it, by the number of the rules that it came with.
-- A sale names the number that it was priced by, so it is looked at with those very prices, however late it comes in.
create table pricing.price_list_change (
  merchant_id uuid not null,
  price_list_id uuid not null,
  rule_set_number bigint not null,
  event text not null check (event in ('added', 'changed', 'ended', 'prices')),
  at timestamptz not null,
  staff_id uuid,
  before jsonb,
  after jsonb,
  -- How many prices it set, changed or took out.
  entry_count int not null default 0,
  primary key (merchant_id, price_list_id, rule_set_number),
  foreign key (merchant_id, price_list_id) references pricing.price_list (merchant_id, id)
);
call platform.protect('pricing.price_list_change');

-- Appended, never changed. Counts from its number to the next one's; without an amount the price was taken out.
create table pricing.entry_change (
  merchant_id uuid not null,
  variant_id uuid not null,
  price_list_id uuid not null,
  min_quantity bigint not null,
  rule_set_number bigint not null,
  before_amount bigint,
  before_compare_at_amount bigint,
  amount bigint,
  compare_at_amount bigint,
  primary key (merchant_id, variant_id, price_list_id, min_quantity, rule_set_number),
  foreign key (merchant_id, price_list_id) references pricing.price_list (merchant_id, id)
);
create index entry_change_list on pricing.entry_change (merchant_id, price_list_id, rule_set_number);
call platform.protect('pricing.entry_change');

-- What was there before begins with the first rules.
insert into pricing.price_list_change (merchant_id, price_list_id, rule_set_number, event, at, after, entry_count)
select l.merchant_id, l.id, 0, 'added', l.created_at, l.definition,
  (select count(*) from pricing.price_entry e where e.merchant_id = l.merchant_id and e.price_list_id = l.id)
from pricing.price_list l;
insert into pricing.entry_change (merchant_id, variant_id, price_list_id, min_quantity, rule_set_number, amount, compare_at_amount)
select merchant_id, variant_id, price_list_id, min_quantity, 0, amount, compare_at_amount from pricing.price_entry;
