/** Sees every answer that a server gives, also those that get lost on the way: one id, one answer, and one that is allowed. */
import { canonical } from '../apps/server/src/platform/commands/request-hash.ts';
import type { Invariants } from './invariant.ts';
import type { Call } from './network.ts';
import type { Answer } from './server-node.ts';

/** What the trade may say no to; anything else is not expected. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  'shop.add': ['stock.short', 'basket.full'],
  'shop.gift': ['stock.short', 'basket.full', 'basket.not_offered'],
  'shop.pay': ['stock.short', 'payment.declined'],
  'shop.place': ['stock.short', 'price.changed', 'basket.payment_missing'],
  'office.cancel': ['order.not_cancellable'],
  'office.stage': ['fulfilment.wrong_state'],
  'office.hand_over': ['fulfilment.wrong_state'],
  'till.refund': ['order.nothing_to_refund', 'order.not_refundable', 'return.too_many'],
  'stock.adjust': ['stock.short'],
};

/** The server may say that it cannot just now; that is no answer to the command. */
export const isOutage = ({ status }: Answer): boolean => status === 503 || status === 429;

export const bodyOf = <T>(answer: Answer): T => JSON.parse(answer.text) as T;

/** The code of a refusal, or '' of a success. */
export const codeOf = (answer: Answer): string =>
  answer.status < 300 ? '' : (bodyOf<{ code?: string }>(answer).code ?? 'none');

export class Witness {
  readonly #invariants: Invariants;
  readonly #answers = new Map<string, string>();

  constructor(invariants: Invariants) {
    this.#invariants = invariants;
  }

  /** How many commands were answered. */
  get answered(): number {
    return this.#answers.size;
  }

  note(call: Call, answer: Answer): void {
    if (isOutage(answer)) return;
    const said = `${answer.status} ${answer.text}`;
    this.#invariants.hold('server.bug', answer.status !== 500, () => `${call.kind} ${call.id}: ${said}`);
    const isAllowed = answer.status < 300 || (refusals[call.kind] ?? []).includes(codeOf(answer));
    this.#invariants.hold('answers.expected', isAllowed, () => `${call.kind} ${call.id}: ${said}`);
    if (call.isRead === true) return;
    // The order of the fields is no part of an answer.
    const meant = `${answer.status} ${canonical(bodyOf(answer))}`;
    const before = this.#answers.get(call.id) ?? meant;
    this.#invariants.hold('answers.same', before === meant, () => `${call.kind} ${call.id}: ${before}, then ${said}`);
    this.#answers.set(call.id, meant);
  }
}
