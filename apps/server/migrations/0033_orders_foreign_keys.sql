-- Baskets, orders and fulfilments are written by the thousand, and the shop knows channel, location and order from what it
-- has just read: the checks of their foreign keys were a quarter of what the database did for an online order. Channels and
-- locations are never deleted, and `tandem verify` (orders.belongings, orders.places) proves the same.
alter table orders.basket drop constraint basket_merchant_id_channel_id_fkey;
alter table orders."order" drop constraint order_merchant_id_channel_id_fkey, drop constraint order_merchant_id_location_id_fkey;
alter table orders.fulfilment drop constraint fulfilment_merchant_id_order_id_fkey, drop constraint fulfilment_merchant_id_location_id_fkey;
