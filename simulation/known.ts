/** What the world outside the servers knows for sure: everything that was completed or acknowledged. */
import type { Body } from '../packages/contract/src/index.ts';

export interface KnownSale {
  client: string;
  orderId: string;
  lines: Body<'POST /api/till/sales'>['lines'];
  /** What the shopper was told and paid, minor units. */
  totalAmount: number;
  /** Cash that went back. */
  changeAmount: number;
  /** The number on the receipt, once the server has given or confirmed it. */
  number?: string;
}

export interface KnownOrder {
  orderId: string;
  number: string;
  totalAmount: number;
  lines: { variantId: string; quantity: number; offeredBy: string | null }[];
}

/** Money as the last answers about an order said it; both only ever grow. */
interface Money {
  paid: number;
  refunded: number;
}

export class Known {
  /** Sales that a till completed, acknowledged or not: facts. */
  readonly sales = new Map<string, KnownSale>();
  readonly orders = new Map<string, KnownOrder>();
  /** Commands by which goods came back or an order was cancelled. */
  readonly returns = new Set<string>();
  /** Commands by which goods came in or were adjusted. */
  readonly documents = new Set<string>();
  readonly money = new Map<string, Money>();
  /** Current prices in minor units. */
  readonly prices = new Map<string, number>();
  /** Base prices that the office asked for, and when (ms); the history of prices goes by the database's own clock. */
  readonly asked: { variantId: string; amount: number; at: number }[] = [];

  /** Answers may come in any order: the farther one counts. */
  learnMoney(orderId: string, { paid, refunded }: Money): void {
    const known = this.money.get(orderId) ?? { paid: 0, refunded: 0 };
    this.money.set(orderId, { paid: Math.max(known.paid, paid), refunded: Math.max(known.refunded, refunded) });
  }
}
