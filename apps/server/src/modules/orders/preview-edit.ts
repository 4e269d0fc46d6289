/** What an edit would come to, before anybody decides: the same plan without a lock. Writes nothing. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Tx } from '../../platform/transaction.ts';
import { moreOf } from './claim-edit.ts';
import { type EditBody, planEdit } from './plan-edit.ts';
import { promisable } from './price-basket.ts';
import { readOrder } from './read-order.ts';
import { dueOf } from './take-due.ts';

/** Refuses what the edit would refuse, but for goods that are not there: those are told line by line. */
export async function previewEdit(
  tx: Tx,
  orderId: string,
  body: EditBody,
  at: string,
): Promise<Answer<'POST /api/orders/:id/edit-preview'>> {
  const order = await readOrder(tx, orderId);
  const { context, basket, priced, rules } = await planEdit(tx, order, body, { at, lock: null });
  const nameOf = (id: string | null) => rules.promotions.find((promotion) => promotion.id === id)?.name ?? null;
  const more = new Map(moreOf(order, basket.content.lines).map((line) => [line.lineNo, line.quantity]));
  const { totals, shipping } = priced;
  return {
    version: order.version,
    lines: basket.content.lines.map((line, index) => {
      const money = priced.lines[index] as (typeof priced.lines)[number];
      const known = order.lines.find((one) => one.lineNo === line.lineNo);
      const variant = context.variants.get(line.variantId);
      const there = Math.max(0, promisable(context, basket, line.variantId));
      return {
        lineNo: line.lineNo,
        variantId: line.variantId,
        sku: known?.sku ?? variant?.sku ?? '',
        name: known?.name ?? variant?.name ?? { en: '' },
        quantity: line.quantity,
        unitAmount: money.listUnitAmount,
        listAmount: money.listAmount,
        discountAmount: money.discountAmount,
        amount: money.amount,
        short: (more.get(line.lineNo) ?? 0) > there ? there : null,
      };
    }),
    shippingAmount: shipping?.amount ?? 0,
    discountAmount: totals.discountAmount + (shipping?.discountAmount ?? 0),
    taxAmount: totals.taxAmount,
    beforeAmount: order.totalAmount,
    totalAmount: totals.totalAmount,
    refundAmount: Math.max(0, 0 - dueOf({ ...order, totalAmount: totals.totalAmount })),
    dueAmount: Math.max(0, dueOf({ ...order, totalAmount: totals.totalAmount })),
    applied: priced.applied.map(({ promotionId, code, amount }) => ({
      promotionId,
      name: nameOf(promotionId),
      code,
      amount,
    })),
    refused: priced.refused.map((one) => ({ ...one, name: nameOf(one.promotionId), params: { ...one.params } })),
  };
}
