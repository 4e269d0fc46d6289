/** Goods of an order are picked and set aside, then handed over or shipped: only then do they leave the books. */

import type { OrderRow } from '@tandem/contract/feeds.ts';
import type { Body } from '@tandem/contract/index.ts';
import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { stage } from '@tandem/domain/stock/claim-stock.ts';
import { handOver } from '@tandem/domain/stock/move-goods.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook } from '../inventory/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { fulfilmentsOf, moveFulfilment, type StoredFulfilment } from './fulfilment-rows.ts';
import { goodsOfSold } from './line-components.ts';
import { type LockedLine, type LockedOrder, linesOf, lockOrder, noteEvent } from './locked-order.ts';
import { readOrder } from './read-order.ts';
import { dueOf, takeDue } from './take-due.ts';

/** Picked: committed goods become staged ones. */
export const stageFulfilment = singleKind(
  'fulfilment.stage',
  async (tx: Tx, command: Command<{ fulfilmentId: string }>) => {
    const { order, group } = await lockGroup(tx, command.body.fulfilmentId);
    if (!(await moveFulfilment(tx, group.id, ['open'], 'picked', command.at))) wrongState();
    await moveClaims(tx, order.id, group, command.at, (level, quantity) => stage(level, quantity));
    await noteEvent(tx, order.id, 'fulfilment.picked', command.actor.staffId, { fulfilmentId: group.id }, command.at);
    return readOrder(tx, order.id);
  },
);

type HandOverBody = { fulfilmentId: string } & Body<'POST /api/fulfilments/:id/handing-over'>;

/** Handed over or shipped: stock leaves at cost, what is due is paid, the order closes with its last group. */
export const handOverFulfilment = singleKind('fulfilment.hand_over', async (tx: Tx, command: Command<HandOverBody>) => {
  const { at, actor, body } = command;
  const { order, group, groups } = await lockGroup(tx, body.fulfilmentId);
  const to = group.method === 'pickup' ? 'handed_over' : 'shipped';
  if (!(await moveFulfilment(tx, group.id, ['picked'], to, at))) wrongState();
  await payDue(tx, order, group, command);
  const costs = await moveClaims(tx, order.id, group, at, (level, quantity) => handOver(level, quantity));
  await freezeCosts(tx, order, group, groups, costs);
  const isLast = groups.every(
    (one) => one.id === group.id || one.state === 'handed_over' || one.state === 'shipped' || one.state === 'cancelled',
  );
  if (isLast)
    await tx.run(
      sql`update orders."order" set state = 'closed' where merchant_id = ${tx.merchantId} and id = ${order.id} and state = 'placed'`,
    );
  await noteEvent(tx, order.id, `fulfilment.${to}`, actor.staffId, { fulfilmentId: group.id }, at);
  return readOrder(tx, order.id);
});

async function lockGroup(tx: Tx, fulfilmentId: string) {
  const found = await tx.row<{ order_id: string }>(
    sql`select order_id from orders.fulfilment where merchant_id = ${tx.merchantId} and id = ${fulfilmentId}`,
  );
  const order = await lockOrder(tx, found?.order_id ?? notFound('fulfilment'));
  const groups = await fulfilmentsOf(tx, order.id);
  const group = groups.find((one) => one.id === fulfilmentId) ?? notFound('fulfilment');
  return { order, group, groups };
}

const wrongState = (): never =>
  refuse('fulfilment.wrong_state', 'This part of the order is not in the state for that.', { status: 409 });

/** What left of a line: of a bundle each component by itself. */
type Left = { lineNo: number; variantId: string; cost: number };

/** Posts a movement for each line of the group; gives the cost of each. */
async function moveClaims(
  tx: Tx,
  orderId: string,
  group: StoredFulfilment,
  at: string,
  move: (...args: Parameters<typeof handOver>) => ReturnType<typeof handOver>,
): Promise<Left[]> {
  const facts = await sellingFacts(tx);
  const day = businessDate(at, facts.locations.get(group.locationId)?.timeZone ?? facts.timeZone, facts.dayCutOffHour);
  const book = await openStockBook(
    tx,
    group.lines.map((line) => ({ locationId: group.locationId, variantId: line.variantId })),
  );
  const left: Left[] = [];
  for (const line of group.lines) {
    const key = { locationId: group.locationId, variantId: line.variantId };
    const movement = move(book.level(key), line.quantity);
    if (isStockRefusal(movement)) throw new Error('An order claims more than is committed or staged');
    book.post(key, movement, { documentId: orderId, lineNo: line.lineNo, at, businessDate: day });
    left.push({ lineNo: line.lineNo, variantId: line.variantId, cost: 0 - movement.valueAmount });
  }
  book.write(tx);
  return left;
}

/** Replaces the provisional cost by what left; a line served from several places keeps the rest provisional. */
async function freezeCosts(
  tx: Tx,
  order: LockedOrder,
  group: StoredFulfilment,
  groups: readonly StoredFulfilment[],
  costs: readonly Left[],
): Promise<void> {
  const lines = await linesOf(tx, order.id);
  const goods = costs.flatMap(({ lineNo, variantId, cost }) => {
    const line = lines.find((one) => one.lineNo === lineNo);
    const sold = line === undefined ? undefined : goodsOfSold(line).find((one) => one.variantId === variantId);
    if (line === undefined || sold === undefined) return [];
    const isThis = (one: { lineNo: number; variantId: string }) => one.lineNo === lineNo && one.variantId === variantId;
    const here = group.lines.filter(isThis).reduce((sum, one) => sum + one.quantity, 0);
    const isWhole = groups.every((one) => one.id === group.id || !one.lines.some(isThis));
    const provisional = isWhole ? sold.costAmount : multiplyRounded(sold.costAmount, here, sold.quantity);
    return cost === provisional ? [] : [{ line, variantId, difference: cost - provisional }];
  });
  if (goods.length === 0) return;
  await freezeComponentCosts(tx, order.id, goods);
  const changes = [...Map.groupBy(goods, ({ line }) => line)].map(([line, parts]) => ({
    line,
    difference: parts.reduce((sum, part) => sum + part.difference, 0),
  }));
  await tx.run(sql`
    update orders.order_line l set cost_amount = l.cost_amount + c.difference
    from unnest(${changes.map((change) => change.line.lineNo)}::int[], ${changes.map((change) => change.difference)}::bigint[]) as c (line_no, difference)
    where l.merchant_id = ${tx.merchantId} and l.order_id = ${order.id} and l.line_no = c.line_no`);
  const row: OrderRow = {
    type: 'cost',
    orderId: order.id,
    number: order.number,
    channelId: order.channelId,
    locationId: order.locationId,
    businessDate: order.businessDate,
    at: order.placedAt.toISOString(),
    totalAmount: 0,
    shippingAmount: 0,
    shippingTaxAmount: 0,
    lines: changes.map(({ line, difference }) => ({
      variantId: line.variantId,
      productId: line.productId,
      quantity: 0,
      grossAmount: 0,
      discountAmount: 0,
      netAmount: 0,
      taxAmount: 0,
      costAmount: difference,
    })),
  };
  tx.changes.add('orders', row);
}

/** A bundle's line costs what its components cost; a statement only where one of them left at another cost. */
async function freezeComponentCosts(
  tx: Tx,
  orderId: string,
  goods: readonly { line: LockedLine; variantId: string; difference: number }[],
): Promise<void> {
  const changes = goods.filter(({ line }) => line.components.length > 0);
  if (changes.length === 0) return;
  await tx.run(sql`
    update orders.line_component l set cost_amount = l.cost_amount + c.difference
    from unnest(${changes.map((change) => change.line.lineNo)}::int[], ${changes.map((change) => change.variantId)}::uuid[],
      ${changes.map((change) => change.difference)}::bigint[]) as c (line_no, variant_id, difference)
    where l.merchant_id = ${tx.merchantId} and l.order_id = ${orderId} and l.line_no = c.line_no and l.variant_id = c.variant_id`);
}

/** What is due is paid by the tender that is given now. */
async function payDue(
  tx: Tx,
  order: LockedOrder,
  group: StoredFulfilment,
  { at, actor, body }: Command<HandOverBody>,
): Promise<void> {
  const due = dueOf(order);
  if (due <= 0) return;
  const { tender } = body;
  if (tender === undefined)
    refuse('order.unpaid', 'This order is still to be paid.', { status: 409, field: 'tender', params: { due } });
  await takeDue(tx, order, tender, { at, staffId: actor.staffId ?? null, locationId: group.locationId });
}
