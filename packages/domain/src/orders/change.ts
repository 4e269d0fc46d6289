/** Whether the tenders cover the total, what change goes back, and what rounding to coins cost. */

import { assert, assertWhole } from '../assert.ts';
import { roundCash } from '../money/currency.ts';
import type { TenderKind } from './tender-kind.ts';

export type GivenTender = { readonly kind: TenderKind; readonly amount: number };

export type Settlement =
  | { ok: true; change: number; cashRounding: number }
  | { ok: false; code: 'tender.short'; missing: number }
  | { ok: false; code: 'tender.card_over'; over: number };

/**
 * Settles a total with the tenders given. Only the share paid in cash is rounded to `cashStep`, ties away from zero,
 * and that rounding is a figure of its own: Σ tenders − change = total + cashRounding. Change comes out of cash only,
 * so the other tenders may not exceed the total. A negative total (money paid out) is the mirror of the positive.
 */
export function settleTenders(total: number, tenders: readonly GivenTender[], cashStep: number): Settlement {
  assertWhole(total, 'a total');
  if (total < 0) return mirror(settleTenders(-total, tenders.map(negate), cashStep));
  const cashTenders = tenders.filter((tender) => tender.kind === 'cash');
  const cash = sumOf(cashTenders);
  const rest = total - sumOf(tenders) + cash;
  if (rest < 0) return { ok: false, code: 'tender.card_over', over: -rest };
  const due = cashTenders.length > 0 ? roundCash(rest, cashStep) : rest;
  if (cash < due) return { ok: false, code: 'tender.short', missing: due - cash };
  return { ok: true, change: cash - due, cashRounding: due - rest };
}

function sumOf(tenders: readonly GivenTender[]): number {
  let sum = 0;
  for (const { amount } of tenders) {
    assertWhole(amount, 'a tender');
    assert(amount >= 0, 'a tender has the sign of the total');
    sum += amount;
  }
  return sum;
}

function negate(tender: GivenTender): GivenTender {
  return { kind: tender.kind, amount: 0 - tender.amount };
}

function mirror(settled: Settlement): Settlement {
  if (settled.ok) return { ok: true, change: 0 - settled.change, cashRounding: 0 - settled.cashRounding };
  if (settled.code === 'tender.short') return { ...settled, missing: 0 - settled.missing };
  return { ...settled, over: 0 - settled.over };
}
