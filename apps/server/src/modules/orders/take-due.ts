/** Takes what an order has still to be paid: at handing over, at a till before it, or online by the shopper. */
import { cashStep, roundCash } from '@tandem/domain/money/currency.ts';
import { settleTenders } from '@tandem/domain/orders/change.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { type LockedOrder, tendersOf } from './locked-order.ts';
import { insertTenders } from './order-rows.ts';

export interface DueTender {
  kind: 'cash' | 'card' | 'test';
  /** What was handed over, in minor units; exactly what is due where it is left out. */
  tenderedAmount?: number | undefined;
}

/** What is still to be paid, below zero where too much was; earlier cash rounding is settled. Minor units. */
export function dueOf(order: Pick<LockedOrder, 'totalAmount' | 'roundingAmount' | 'paidAmount'>): number {
  return order.totalAmount + order.roundingAmount - order.paidAmount;
}

/** Books one tender for all that is due of the locked order and gives its amount. Refuses `tender.short` for another sum. */
export async function takeDue(
  tx: Tx,
  order: LockedOrder,
  tender: DueTender,
  { at, staffId, locationId }: { at: string; staffId: string | null; locationId: string | null },
): Promise<number> {
  const due = dueOf(order);
  const facts = await sellingFacts(tx);
  const isCash = tender.kind === 'cash';
  const step = isCash ? cashStep(facts.currency) : 1;
  const given = tender.tenderedAmount ?? roundCash(due, step);
  const settled = settleTenders(due, [{ kind: tender.kind, amount: given }], step);
  if (!settled.ok)
    refuse('tender.short', 'That is not what is due.', { field: 'tender.tenderedAmount', params: { due } });
  const amount = given - settled.change;
  const zone = facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
  insertTenders(tx, [
    {
      orderId: order.id,
      entryNo: (await tendersOf(tx, order.id)).length + 1,
      kind: tender.kind,
      event: 'captured',
      amount,
      tenderedAmount: isCash ? given : null,
      changeAmount: isCash ? settled.change : null,
      returnId: null,
      locationId,
      staffId,
      at,
      businessDate: businessDate(at, zone, facts.dayCutOffHour),
    },
  ]);
  await tx.run(sql`
    update orders."order" set paid_amount = paid_amount + ${amount}, rounding_amount = rounding_amount + ${settled.cashRounding}
    where merchant_id = ${tx.merchantId} and id = ${order.id}`);
  return amount;
}
