/** Gifts and add-ons: goods that the shopper may choose because of what else is in the basket. */

import type { Pricing } from '../pricing/pricing.ts';
import { inPriceMode } from '../pricing/pricing.ts';
import type { Action } from './action.ts';
import { type Candidate, type Planned, planOf } from './candidate.ts';
import { goodsMeant, spendOn } from './check-condition.ts';
import { type Refusal, refusal } from './refusal.ts';
import { amountOf, countUnits, type Slice, slicesFor, takeUnits, whyNoGoods } from './slices.ts';

type Gift = Action & { kind: 'gift' };
type AddOn = Action & { kind: 'add_on' };

/** The chosen gifts cost nothing, as many of them as the highest step that is reached gives. */
export function planGift(pricing: Pricing, candidate: Candidate, action: Gift): Planned {
  const stacks = goodsMeant(pricing, action.items);
  const spent = spendOn(pricing, stacks, 'current');
  const pieces = stacks.reduce((sum, stack) => sum + stack.units, 0);
  const reached = action.steps.findLast(
    (step) => spent >= (step.minAmount ?? 0) && pieces >= Math.max(1, step.minCount ?? 0),
  );
  if (!reached) return whyNoGift(action, spent, pieces);
  const count = Math.min(reached.count, candidate.piecesLeft);
  const chosen = takeUnits(chosenUnits(pricing, candidate, reached.choices), count);
  const left = count - countUnits(chosen);
  return {
    ...planOf(chosen.map((slice) => ({ slices: [slice], repeat: slice.count, discount: slice.current }))),
    ignoresFloor: true,
    offer:
      left === 0
        ? null
        : {
            promotionId: candidate.promotion.rule.id,
            kind: 'gift',
            count: left,
            choices: reached.choices.map((variantId) => ({ variantId, unitAmount: 0 })),
          },
  };
}

function whyNoGift({ steps }: Gift, spent: number, pieces: number): Refusal {
  const [lowest] = steps;
  if (!lowest) return refusal('conditions');
  const missingAmount = (lowest.minAmount ?? 0) - spent;
  if (missingAmount > 0) return refusal('needs_spend', { missingAmount });
  return refusal('needs_pieces', { missingCount: Math.max(1, lowest.minCount ?? 0) - pieces });
}

/** The chosen add-ons at their special price, so many for each full amount or for each number of pieces. */
export function planAddOn(pricing: Pricing, candidate: Candidate, action: AddOn): Planned {
  const { per, choices, items } = action;
  const slices = slicesFor(pricing, candidate, items);
  if (slices.length === 0) return whyNoGoods(pricing, candidate, items);
  const stacks = [...new Set(slices.map((slice) => slice.stack))];
  const value = Math.max(1, per.kind === 'amount' ? inPriceMode(pricing, per.value, stacks) : per.value);
  const reached = per.kind === 'amount' ? amountOf(slices) : countUnits(slices);
  const times = Math.min(Math.floor(reached / value), candidate.usesLeft);
  if (times === 0) {
    return per.kind === 'amount'
      ? refusal('needs_spend', { missingAmount: value - reached })
      : refusal('needs_pieces', { missingCount: value - reached });
  }
  const count = Math.min(times * action.count, candidate.piecesLeft);
  const priceOf = new Map(choices.map((choice) => [choice.variantId, choice.amount]));
  const chosen = takeUnits(chosenUnits(pricing, candidate, [...priceOf.keys()]), count);
  const taken = countUnits(chosen);
  const portions = chosen.map((slice) => {
    const price = inPriceMode(pricing, priceOf.get(slice.stack.goods.variantId) ?? slice.current, [slice.stack]);
    return { slices: [slice], repeat: slice.count, discount: Math.max(0, slice.current - price) };
  });
  const usedSets = Math.ceil(taken / action.count);
  return {
    ...planOf(portions, Math.max(1, usedSets), per.kind === 'unit' ? takeUnits(slices, usedSets * value) : []),
    ignoresFloor: true,
    offer: taken === count ? null : offerOf(candidate, choices, count - taken),
  };
}

function offerOf(candidate: Candidate, choices: AddOn['choices'], count: number) {
  return {
    promotionId: candidate.promotion.rule.id,
    kind: 'add_on' as const,
    count,
    choices: choices.map(({ variantId, amount }) => ({ variantId, unitAmount: amount })),
  };
}

/** Units of lines that were added as this promotion's gift or add-on, in basket order. */
function chosenUnits(pricing: Pricing, { promotion }: Candidate, choices: readonly string[]): Slice[] {
  return pricing.stacks
    .filter((stack) => stack.reservedFor === promotion.rule.id && choices.includes(stack.goods.variantId))
    .flatMap((stack) => stack.runs.map((run) => ({ stack, from: run.from, count: run.count, current: run.current })));
}
