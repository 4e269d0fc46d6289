/** The one status that a list of orders shows: derived from the machines, never stored. */

import type { FulfilmentState, OrderState } from './order-state.ts';

export type OrderHeadline =
  | 'draft'
  | 'cancelled'
  | 'refunded'
  | 'partially_refunded'
  | 'needs_attention'
  | 'pickup_expired'
  | 'awaiting_payment'
  | 'to_fulfil'
  | 'in_preparation'
  | 'ready_for_pickup'
  | 'partially_fulfilled'
  | 'shipped'
  | 'completed';

/** Amounts in minor units; `refunded` counts what went back of `total`. */
export type OrderSituation = {
  readonly state: OrderState;
  readonly fulfilments: readonly FulfilmentState[];
  readonly total: number;
  readonly balanceDue: number;
  readonly refunded: number;
};

/** The key of the text that says how an order stands. What needs a person comes before what goes by itself. */
export function orderHeadline(order: OrderSituation): OrderHeadline {
  if (order.state === 'draft' || order.state === 'cancelled') return order.state;
  if (order.refunded > 0 && order.refunded >= order.total) return 'refunded';
  const going = order.fulfilments.filter((state) => state !== 're_sourced' && state !== 'cancelled');
  if (going.includes('on_hold') || going.includes('short')) return 'needs_attention';
  if (going.includes('expired')) return 'pickup_expired';
  if (order.state === 'closed' || (going.length > 0 && going.every(isDone))) return finished(order);
  if (going.some(hasLeft)) return going.every(hasLeft) ? 'shipped' : 'partially_fulfilled';
  if (going.length > 0 && going.every((state) => state === 'ready')) return 'ready_for_pickup';
  if (going.some((state) => state !== 'open')) return 'in_preparation';
  return order.balanceDue > 0 ? 'awaiting_payment' : 'to_fulfil';
}

function finished(order: OrderSituation): OrderHeadline {
  if (order.balanceDue > 0) return 'awaiting_payment';
  return order.refunded > 0 ? 'partially_refunded' : 'completed';
}

function isDone(state: FulfilmentState): boolean {
  return state === 'handed_over' || state === 'delivered';
}

function hasLeft(state: FulfilmentState): boolean {
  return state === 'shipped' || isDone(state);
}
