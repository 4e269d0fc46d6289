/** Orders that were just placed get their numbers and are written, however many, with a statement a table. */
import type { Tx } from '../../platform/transaction.ts';
import type { SellingFacts } from '../merchants/index.ts';
import { insertFulfilments } from './fulfilment-rows.ts';
import { printedNumber, takeNumbers } from './number-series.ts';
import { tellSale } from './order-facts.ts';
import { insertOrders, type NewOrder, totalOf } from './order-rows.ts';
import type { Placed, Ready } from './place-orders.ts';

/** Gives the answers in the order of what was placed. */
export async function writePlaced(tx: Tx, ready: readonly Ready[], facts: SellingFacts, at: string): Promise<Placed[]> {
  if (ready.length === 0) return [];
  let next = (await takeNumbers(tx, new Map([['W', ready.length]]))).get('W') ?? 0;
  for (const { order } of ready) {
    order.number = printedNumber('W', next);
    next += 1;
  }
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
