/** What can go wrong with books: the fault, the tables it touches, the statement that plants it, the check that finds it. */

type PlantedFault = [what: string, tables: string[], statement: string, check: string];

/** The first row that fits. */
const one = (table: string, condition = 'true') =>
  `ctid = (select ctid from ${table} where ${condition} order by 1 limit 1)`;

export const plantedFaults: PlantedFault[] = [
  [
    'an order of a member that is not there',
    ['orders."order"'],
    `update orders."order" set member_id = gen_random_uuid() where ${one('orders."order"', 'member_id is null')}`,
    'members.orders',
  ],
  [
    'a use of another member than its order’s',
    ['promotions.usage_entry'],
    `update promotions.usage_entry set member_id = (select id from members.member limit 1) where ${one('promotions.usage_entry', 'member_id is null')}`,
    'members.uses',
  ],
  [
    'a member that changed without its history',
    ['members.member'],
    `update members.member set tier = 'Gold' where ${one('members.member')}`,
    'members.history',
  ],
  [
    'a level that was changed by hand',
    ['inventory.stock_level'],
    `update inventory.stock_level set sellable = sellable + 1000 where ${one('inventory.stock_level')}`,
    'stock.levels',
  ],
  [
    'a stock value that drifted',
    ['inventory.stock_level'],
    `update inventory.stock_level set value_amount = value_amount + 1 where ${one('inventory.stock_level')}`,
    'stock.levels',
  ],
  [
    'a movement that was lost',
    ['inventory.movement'],
    `delete from inventory.movement where ${one('inventory.movement', "reason = 'adjustment'")}`,
    'stock.entries',
  ],
  [
    'a hold that nobody holds',
    ['inventory.hold'],
    `delete from inventory.hold where ${one('inventory.hold')}`,
    'stock.claims',
  ],
  [
    'a claim of an order that was forgotten',
    ['orders.fulfilment'],
    `update orders.fulfilment set state = 'picked' where ${one('orders.fulfilment', "state = 'open'")}`,
    'stock.claims',
  ],
  [
    'a receipt without its document',
    ['inventory.stock_document'],
    `delete from inventory.stock_document where ${one('inventory.stock_document')}`,
    'stock.documents',
  ],
  [
    'a line that changed after the sale',
    ['orders.order_line'],
    `update orders.order_line set net_amount = net_amount + 1 where ${one('orders.order_line')}`,
    'orders.totals',
  ],
  [
    'a line that was lost',
    ['orders.order_line'],
    `delete from orders.order_line where ${one('orders.order_line')}`,
    'orders.totals',
  ],
  [
    'an order that was lost',
    ['orders."order"'],
    `delete from orders."order" where ${one('orders."order"', "state = 'closed'")}`,
    'orders.belongings',
  ],
  [
    'an order of a channel that is nowhere',
    ['orders."order"'],
    `update orders."order" set channel_id = gen_random_uuid() where ${one('orders."order"')}`,
    'orders.places',
  ],
  [
    'a fulfilment at a location that is nowhere',
    ['orders.fulfilment'],
    `update orders.fulfilment set location_id = gen_random_uuid() where ${one('orders.fulfilment')}`,
    'orders.places',
  ],
  [
    'a tax that its rates do not make',
    ['orders.order_line'],
    `update orders.order_line set tax_amount = tax_amount + 1, net_amount = net_amount - 1 where ${one('orders.order_line')}`,
    'orders.taxes',
  ],
  [
    'a tender that was lost',
    ['orders.tender'],
    `delete from orders.tender where ${one('orders.tender')}`,
    'orders.tenders',
  ],
  [
    'a paid amount that no tender paid',
    ['orders."order"'],
    `update orders."order" set paid_amount = paid_amount + 5 where ${one('orders."order"')}`,
    'orders.tenders',
  ],
  [
    'a closed order that is not paid',
    ['orders."order"'],
    `update orders."order" set state = 'closed' where ${one('orders."order"', 'paid_amount < total_amount and refunded_amount = 0')}`,
    'orders.closed',
  ],
  [
    'a fulfilment of more than was ordered',
    ['orders.fulfilment_line'],
    `update orders.fulfilment_line set quantity = quantity + 1000 where ${one('orders.fulfilment_line')}`,
    'orders.fulfilments',
  ],
  [
    'a number on two orders',
    ['orders."order"'],
    `update orders."order" set number = (select max(number) from orders."order") where ${one('orders."order"', 'number <> (select max(number) from orders."order")')}`,
    'orders.numbers',
  ],
  [
    'a number that its series never gave',
    ['orders.number_series'],
    `update orders.number_series set last_number = 0 where ${one('orders.number_series')}`,
    'orders.numbers',
  ],
  [
    'a return of another sum than its lines',
    ['orders."return"'],
    `update orders."return" set net_amount = net_amount + 1, total_amount = total_amount + 1 where ${one('orders."return"')}`,
    'returns.totals',
  ],
  [
    'a returned quantity that nobody returned',
    ['orders.order_line'],
    `update orders.order_line set returned_quantity = 1 where ${one('orders.order_line', 'returned_quantity = 0')}`,
    'returns.quantities',
  ],
  [
    'a refund that never went back',
    ['orders.return_tender'],
    `delete from orders.return_tender where ${one('orders.return_tender')}`,
    'returns.refunds',
  ],
  [
    'a piece that gave back more than its share',
    ['orders.return_line', 'orders."return"', 'orders.tender'],
    `with line as (update orders.return_line set net_amount = net_amount + 1 where ${one('orders.return_line', 'units @> \'[{"from": 1000}]\'')} returning return_id),
      document as (update orders."return" r set net_amount = net_amount + 1, total_amount = total_amount + 1 from line where r.id = line.return_id returning r.id)
      update orders.tender t set amount = amount - 1 from document where t.return_id = document.id`,
    'returns.shares',
  ],
  [
    'a piece that came back twice',
    ['orders.return_line'],
    `update orders.return_line set units = '[{"from": 0, "quantity": 1000}]' where ${one('orders.return_line', 'units @> \'[{"from": 1000}]\'')}`,
    'returns.shares',
  ],
  [
    'a refund to a tender that never paid',
    ['orders.tender'],
    `update orders.tender set refunds_entry_no = 99 where ${one('orders.tender', 'refunds_entry_no is not null')}`,
    'returns.tenders',
  ],
  [
    'a tender that gave back more than it took',
    ['orders.tender'],
    `update orders.tender set amount = amount - 1000000 where ${one('orders.tender', "event = 'refunded'")}`,
    'returns.tenders',
  ],
  [
    'a sold line whose goods never left',
    ['orders.order_line'],
    `update orders.order_line set quantity = quantity + 1000 where ${one('orders.order_line', 'variant_id is not null')}`,
    'goods.sold',
  ],
  [
    'a cost that is not what left',
    ['orders.order_line'],
    `update orders.order_line set cost_amount = cost_amount + 1 where ${one('orders.order_line', 'cost_amount > 0')}`,
    'goods.sold',
  ],
  [
    'a bundle’s money that its components do not make',
    ['orders.line_component'],
    `update orders.line_component set net_amount = net_amount + 1 where ${one('orders.line_component')}`,
    'orders.components',
  ],
  [
    'more of a component than the bundle takes',
    ['orders.line_component'],
    `update orders.line_component set quantity = quantity + 1000 where ${one('orders.line_component')}`,
    'orders.components',
  ],
  [
    'a component that was never in the bundle',
    ['orders.line_component'],
    `update orders.line_component set variant_id = gen_random_uuid() where ${one('orders.line_component')}`,
    'goods.sold',
  ],
  [
    'a component of an open order that nobody picks',
    ['orders.fulfilment_line'],
    `delete from orders.fulfilment_line where ${one('orders.fulfilment_line', 'exists (select 1 from orders.line_component c where c.order_id = fulfilment_line.order_id and c.line_no = fulfilment_line.line_no)')}`,
    'orders.fulfilments',
  ],
  [
    'a returned line whose goods never came',
    ['inventory.movement'],
    `update inventory.movement set reason = 'count' where ${one('inventory.movement', "reason = 'return'")}`,
    'goods.returned',
  ],
  [
    'an entry missing in a stream',
    ['platform.feed_entry'],
    `delete from platform.feed_entry where ${one('platform.feed_entry', "stream = 'orders'")}`,
    'feeds.positions',
  ],
  [
    'a reader ahead of its stream',
    ['platform.consumer'],
    `update platform.consumer set position = position + 1 where ${one('platform.consumer')}`,
    'feeds.readers',
  ],
  [
    'an order that was never told',
    ['platform.feed_entry'],
    `update platform.feed_entry set rows = '[]' where ${one('platform.feed_entry', "stream = 'orders'")}`,
    'feeds.orders',
  ],
  [
    'a day that was counted twice',
    ['reports.daily_sales'],
    `update reports.daily_sales set orders = orders * 2, gross_amount = gross_amount * 2 where ${one('reports.daily_sales', 'orders > 0')}`,
    'reports.daily_sales',
  ],
  [
    'a discount that was lost',
    ['reports.daily_sales'],
    `update reports.daily_sales set discount_amount = 0, gross_amount = gross_amount - discount_amount where ${one('reports.daily_sales', 'discount_amount > 0')}`,
    'reports.daily_sales',
  ],
  [
    'a product’s day that was lost',
    ['reports.daily_product'],
    `delete from reports.daily_product where ${one('reports.daily_product', 'units <> 0')}`,
    'reports.daily_product',
  ],
  [
    'a use that was counted twice',
    ['promotions.usage_total'],
    `update promotions.usage_total set uses = uses + 1 where ${one('promotions.usage_total')}`,
    'promotions.uses',
  ],
  [
    'a use that was lost',
    ['promotions.usage_entry'],
    `delete from promotions.usage_entry where ${one('promotions.usage_entry')}`,
    'promotions.uses',
  ],
  [
    'a discount that nothing explains',
    ['orders.discount_allocation'],
    `delete from orders.discount_allocation where ${one('orders.discount_allocation')}`,
    'orders.discounts',
  ],
  [
    'a discount of other units than its sum',
    ['orders.discount_allocation'],
    `update orders.discount_allocation set units = '[]' where ${one('orders.discount_allocation')}`,
    'orders.discounts',
  ],
  [
    'a coupon that was redeemed and may be used again',
    ['promotions.coupon'],
    `update promotions.coupon set state = 'issued', order_id = null where ${one('promotions.coupon', "state = 'redeemed'")}`,
    'promotions.coupons',
  ],
  [
    'a code that was lost from its batch',
    ['promotions.coupon'],
    `delete from promotions.coupon where ${one('promotions.coupon', "state = 'issued'")}`,
    'promotions.coupons',
  ],
  [
    'a use of another amount than its order says',
    ['promotions.usage_entry', 'promotions.usage_total'],
    `with entry as (update promotions.usage_entry set amount = amount + 1 where ${one('promotions.usage_entry')} returning promotion_id)
      update promotions.usage_total t set amount = t.amount + 1 from entry e where t.promotion_id = e.promotion_id`,
    'promotions.amounts',
  ],
  [
    'a price in a list that nobody is known to have set',
    ['pricing.price_entry'],
    `update pricing.price_entry set amount = amount + 1 where ${one('pricing.price_entry')}`,
    'pricing.list_prices',
  ],
];
