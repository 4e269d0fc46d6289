/**
 * An order of which nothing was picked is edited. What it was is kept as a version; goods, uses of promotions and money
 * follow by the difference, all in one transaction under the order's lock, so that of two edits one wins.
 */
import type { OrderFactLine } from '@tandem/contract/feeds.ts';
import { cashStep, roundCash } from '@tandem/domain/money/currency.ts';
import { splitRefund } from '@tandem/domain/orders/refund.ts';
import { refundableTenders } from '@tandem/domain/orders/settle-return.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook } from '../inventory/index.ts';
import { changeUses } from '../promotions/index.ts';
import { claimEdit, lockGoods, writeGroups } from './claim-edit.ts';
import { insertAllocations } from './frozen-discounts.ts';
import { insertComponents } from './line-components.ts';
import { lockOrder, noteEvent } from './locked-order.ts';
import { tellEdit } from './order-facts.ts';
import { orderOfBasket } from './order-of-basket.ts';
import { insertLines, insertTenders, type NewOrder, totalOf } from './order-rows.ts';
import { type EditBody, planEdit } from './plan-edit.ts';
import { type OrderView, readOrder } from './read-order.ts';
import { dueOf } from './take-due.ts';

/** Refuses what `planEdit` refuses, and goods that are not there; a refusal changes nothing. */
export const editOrder = singleKind(
  'order.edit',
  async (tx: Tx, { body, actor, at }: Command<EditBody & { orderId: string }>) => {
    await lockOrder(tx, body.orderId);
    const order = await readOrder(tx, body.orderId);
    let book = await openStockBook(tx, []);
    const { rules, context, basket, priced, uses, memberId, pricedAt } = await planEdit(tx, order, body, {
      at,
      lock: async (...asked) => {
        book = await lockGoods(tx, order, ...asked);
      },
    });
    const { facts } = context;
    const day = businessDate(at, facts.timeZone, facts.dayCutOffHour);
    const sourced = claimEdit(order, { context, basket, book, at, day });
    const placing = { context, book, at: order.placedAt, day: order.businessDate };
    const now = orderOfBasket(
      placing,
      { ...basket, orderId: null },
      { orderId: order.id, pricedAt },
      priced,
      sourced,
      null,
    );
    const before = await frozenFacts(tx, order);
    await keepVersion(tx, order, { at, staffId: actor.staffId ?? null, reason: body.reason ?? '' });
    await writeVersion(tx, order, now);
    writeGroups(tx, order, sourced, at);
    book.write(tx);
    const use = {
      orderId: order.id,
      memberId,
      channelId: order.channelId,
      locationId: null,
      day: order.businessDate,
      at,
    };
    await changeUses(tx, rules, use, uses.own, priced.applied);
    const refundAmount = await payDifferenceBack(tx, order, totalOf(now), { at, day, staffId: actor.staffId ?? null });
    tellDifference(tx, order, before, now);
    await noteEvent(
      tx,
      order.id,
      'order.edited',
      actor.staffId,
      storyOf(order, now, { refundAmount, reason: body.reason ?? '' }),
      at,
    );
    return readOrder(tx, order.id);
  },
);

async function keepVersion(
  tx: Tx,
  order: OrderView,
  { at, staffId, reason }: { at: string; staffId: string | null; reason: string },
): Promise<void> {
  const { events: _, receiptUrl: __, ...content } = order;
  await tx.run(sql`
    insert into orders.order_version (merchant_id, order_id, version, content, total_amount, replaced_at, replaced_by, reason)
    values (${tx.merchantId}, ${order.id}, ${order.version}, ${JSON.stringify(content)}, ${order.totalAmount}, ${at}, ${staffId}, ${reason})`);
}

/** The new version takes the place of the one that was kept. */
async function writeVersion(tx: Tx, order: OrderView, now: NewOrder): Promise<void> {
  const discountAmount = now.lines.reduce((sum, line) => sum + line.discountAmount, 0);
  await tx.run(
    sql`delete from orders.discount_allocation where merchant_id = ${tx.merchantId} and order_id = ${order.id}`,
  );
  await tx.run(sql`delete from orders.order_line where merchant_id = ${tx.merchantId} and order_id = ${order.id}`);
  await tx.run(sql`
    update orders."order" set version = version + 1, net_amount = ${now.netAmount}, tax_amount = ${now.taxAmount}, shipping_net_amount = ${now.shippingNetAmount},
      shipping_tax_amount = ${now.shippingTaxAmount}, shipping_discount_amount = ${now.shippingDiscountAmount}, discount_amount = ${discountAmount},
      total_amount = ${totalOf(now)}, pricing_hash = ${now.pricingHash}, codes = ${[...now.codes]}::text[]
    where merchant_id = ${tx.merchantId} and id = ${order.id}`);
  await tx.run(sql`delete from orders.line_component where merchant_id = ${tx.merchantId} and order_id = ${order.id}`);
  insertLines(tx, [now]);
  insertComponents(tx, [now]);
  insertAllocations(tx, [now]);
}

/** What was paid beyond the new total goes back at once, to what it was paid with, cash in coins there are; gives how much. */
async function payDifferenceBack(
  tx: Tx,
  order: OrderView,
  totalAmount: number,
  { at, day, staffId }: { at: string; day: string; staffId: string | null },
): Promise<number> {
  const over = Math.max(0, 0 - dueOf({ ...order, totalAmount }));
  if (over === 0) return 0;
  const tenders = refundableTenders(order.tenders);
  const split = splitRefund(
    over,
    tenders.map(({ entryNo, kind, amount }) => ({ id: String(entryNo), kind, refundable: amount })),
  );
  if (!split.ok) throw new Error('An order was paid more than its tenders say');
  const step = cashStep(order.currency);
  const parts = split.parts
    .map((part) => ({ ...part, amount: part.kind === 'cash' ? roundCash(part.amount, step) : part.amount }))
    .filter(({ amount }) => amount > 0);
  const back = parts.reduce((sum, { amount }) => sum + amount, 0);
  insertTenders(
    tx,
    parts.map(({ id, kind, amount }, index) => ({
      orderId: order.id,
      entryNo: order.tenders.length + index + 1,
      kind: kind as OrderView['tenders'][number]['kind'],
      event: 'refunded' as const,
      amount: 0 - amount,
      tenderedAmount: null,
      changeAmount: null,
      // No goods came back: the order became cheaper.
      returnId: null,
      refundsEntryNo: Number(id),
      locationId: null,
      staffId,
      at,
      businessDate: day,
    })),
  );
  await tx.run(sql`
    update orders."order" set paid_amount = paid_amount - ${back}, rounding_amount = rounding_amount + ${over - back}
    where merchant_id = ${tx.merchantId} and id = ${order.id}`);
  return back;
}

/** The lines as reports counted them. */
async function frozenFacts(tx: Tx, order: OrderView): Promise<OrderFactLine[]> {
  const nets = new Map(
    (
      await tx.rows<{ lineNo: number; amount: number }>(sql`
        select line_no as "lineNo", sum(net_amount)::bigint as amount from orders.discount_allocation
        where merchant_id = ${tx.merchantId} and order_id = ${order.id} group by line_no`)
    ).map(({ lineNo, amount }) => [lineNo, amount]),
  );
  return order.lines.map((line) => {
    const discountAmount = nets.get(line.lineNo) ?? 0;
    const { variantId, productId, quantity, netAmount, taxAmount } = line;
    const costAmount = line.costAmount ?? 0;
    return {
      variantId,
      productId,
      quantity,
      netAmount,
      taxAmount,
      costAmount,
      discountAmount,
      grossAmount: netAmount + discountAmount,
    };
  });
}

function tellDifference(tx: Tx, order: OrderView, before: readonly OrderFactLine[], now: NewOrder): void {
  const head = {
    orderId: order.id,
    number: order.number,
    channelId: order.channelId,
    locationId: order.locationId,
    businessDate: order.businessDate,
    at: order.placedAt,
    totalAmount: totalOf(now) - order.totalAmount,
    shippingAmount: now.shippingNetAmount - order.shippingNetAmount,
    shippingTaxAmount: now.shippingTaxAmount - order.shippingTaxAmount,
  };
  tellEdit(tx, head, before, now);
}

/** What the order's story tells of an edit: each line that changed, before and after. */
function storyOf(order: OrderView, now: NewOrder, more: { refundAmount: number; reason: string }) {
  const numbers = [...new Set([...order.lines, ...now.lines].map((line) => line.lineNo))];
  const changes = numbers.flatMap((lineNo) => {
    const was = order.lines.find((line) => line.lineNo === lineNo);
    const is = now.lines.find((line) => line.lineNo === lineNo);
    if (was?.quantity === is?.quantity) return [];
    return [{ sku: is?.sku ?? was?.sku ?? '', before: was?.quantity ?? 0, after: is?.quantity ?? 0 }];
  });
  return {
    version: order.version + 1,
    totalBefore: order.totalAmount,
    totalAfter: totalOf(now),
    codesBefore: order.codes,
    codesAfter: [...now.codes],
    lines: changes,
    ...more,
  };
}
