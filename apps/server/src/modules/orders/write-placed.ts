/** Orders that were just placed get their numbers and are written, however many, with a statement a table. */
import type { Tx } from '../../platform/transaction.ts';
import type { SellingFacts } from '../merchants/index.ts';
import { insertFulfilments } from './fulfilment-rows.ts';
import { printedNumber } from './number-series.ts';
import { tellSale } from './order-facts.ts';
import { insertOrders, type NewOrder, totalOf } from './order-rows.ts';
import type { Placed, Ready } from './place-orders.ts';

/** The series of orders that were placed online. */
export const webSeries = 'W';

/** Gives the answers in the order of what was placed; its numbers begin with `firstNumber`. */
export function writePlaced(
  tx: Tx,
  ready: readonly Ready[],
  { firstNumber, facts, at }: { firstNumber: number; facts: SellingFacts; at: string },
): Placed[] {
  if (ready.length === 0) return [];
  ready.forEach(({ order }, place) => {
    order.number = printedNumber(webSeries, firstNumber + place);
  });
  insertOrders(
    tx,
    ready.map((one) => one.order),
    facts,
  );
  insertFulfilments(
    tx,
    ready.map((one) => ({ orderId: one.order.id, method: methodOf(one.order), lines: one.sourced })),
    at,
  );
  for (const { order } of ready) tellSale(tx, order);
  return ready.map(({ order }) => ({
    orderId: order.id,
    number: order.number,
    token: order.token,
    totalAmount: totalOf(order),
  }));
}

const methodOf = (order: NewOrder): 'ship' | 'pickup' =>
  (order.delivery as { method?: string } | null)?.method === 'pickup' ? 'pickup' : 'ship';
