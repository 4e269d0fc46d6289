-- The most that each role may take off by hand, in parts per ten thousand of the price; owners are not limited.
alter table merchants.merchant add column discount_limits jsonb not null default '{"cashier": 1000, "manager": 5000}';
