-- A member's own codes are shown to them in the online store.
create index coupon_member on promotions.coupon (merchant_id, member_id) where member_id is not null;
