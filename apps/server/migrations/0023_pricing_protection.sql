-- What protects the shopper and the merchant: how long a shown price is held, and how low discounts may go. It stands
-- beside the rules of pricing and not in them: tills get the rules, and the margin would tell them the cost.
alter table pricing.setting add column protection jsonb not null default '{}';
-- The lowest price that discounts may reach, in the price mode; null: the margin alone decides, or zero.
alter table pricing.variant_price add column floor_amount bigint check (floor_amount >= 0);
