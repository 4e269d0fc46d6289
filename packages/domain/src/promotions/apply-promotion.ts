/** Applies one promotion to a basket as the promotions before it have left it. */

import { assert } from '../assert.ts';
import { allocate } from '../money/allocate.ts';
import { type Edit, editStacks } from '../pricing/edit-stacks.ts';
import type { Pricing } from '../pricing/pricing.ts';
import { spreadOverUnits } from '../pricing/spread.ts';
import { applyPlain } from './apply-plain.ts';
import { type Candidate, isRefusal, type Plan, type Planned, type Portion } from './candidate.ts';
import { checkCondition } from './check-condition.ts';
import { type Outcome, refused } from './outcome.ts';
import { planAction } from './plan-action.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Slice } from './slices.ts';

/** `isHeld`: the caller has just asked `refuseLate`. */
export function applyPromotion(pricing: Pricing, candidate: Candidate, isHeld = false): Outcome {
  const { rule, index } = candidate.promotion;
  const late = isHeld ? null : refuseLate(pricing, candidate);
  if (late) return late;
  if (candidate.promotion.isPlain) return applyPlain(pricing, candidate);
  const plan = planWithinBudget(pricing, candidate);
  if (isRefusal(plan)) return refused(plan);
  const amount = totalOf(plan);
  if (amount === 0 && !plan.offer)
    return refused(plan.isAtFloor ? refusal('floor_reached') : refusal('already_discounted'));
  if (plan.shippingAmount > 0) takeOffShipping(pricing, index, plan.shippingAmount);
  // What gives nothing but an offer uses up no goods: it would take the place of what gives something.
  const pieces = amount > 0 ? commit(plan, index, rule.phase === 'set') : 0;
  return { amount, times: amount > 0 ? plan.times : 0, pieces, offer: plan.offer, refusal: null };
}

/** Null: the promotion has no condition about amounts that earlier promotions change, or it holds. */
export function refuseLate(pricing: Pricing, { promotion }: Candidate): Outcome | null {
  const { rule, isConditionLate } = promotion;
  const late = isConditionLate && rule.condition ? checkCondition(rule.condition, pricing) : null;
  return late && refused(late);
}

type Capped = Plan & { readonly isAtFloor: boolean };

/** A use that would pass the budget is left out whole, a set promotion loses as many sets as it takes; or it gets the rest. */
function planWithinBudget(pricing: Pricing, candidate: Candidate): Capped | Refusal {
  const { settings } = pricing.compiled.ruleSet;
  const isPartial = settings.budget === 'partial';
  const most = isPartial ? Math.min(candidate.amountMost, candidate.budgetLeft) : candidate.amountMost;
  const plan = capped(candidate, planAction(pricing, candidate), most);
  if (isRefusal(plan) || isPartial || isWithin(plan, candidate.budgetLeft)) return plan;
  let enough = 0;
  let tooMany = plan.times;
  let best: Capped | null = null;
  while (tooMany - enough > 1) {
    const middle = Math.floor((enough + tooMany) / 2);
    const fewer = capped(candidate, planAction(pricing, { ...candidate, usesLeft: middle }), most);
    if (!isRefusal(fewer) && totalOf(fewer) <= candidate.budgetLeft) {
      best = fewer;
      enough = middle;
    } else tooMany = middle;
  }
  return best ?? refusal('budget_spent', { left: candidate.budgetLeft });
}

function capped(candidate: Candidate, planned: Planned, most: number): Capped | Refusal {
  if (isRefusal(planned)) return planned;
  const ignoresFloor = planned.ignoresFloor || candidate.promotion.rule.breaksFloor;
  const portions: Portion[] = [];
  let isAtFloor = false;
  for (const portion of planned.portions) {
    if (portion.discount <= 0) continue;
    const clipped = clipAtFloor(portion, ignoresFloor);
    if (clipped !== portion) isAtFloor = true;
    if (clipped.discount > 0) portions.push(clipped);
  }
  const { qualifiers, shippingAmount, times, offer } = planned;
  const plan = { portions, qualifiers, shippingAmount, times, offer, ignoresFloor, isAtFloor };
  if (isWithin(plan, most)) return plan;
  const shares = allocate(most, [...portions.map(amountOfPortion), plan.shippingAmount]);
  const scaled = portions.map((portion, index) => ({ ...portion, repeat: 1, discount: shares[index] ?? 0 }));
  return { ...plan, portions: scaled, shippingAmount: shares[portions.length] ?? 0 };
}

function isWithin(plan: Plan, most: number): boolean {
  return most === Number.POSITIVE_INFINITY || totalOf(plan) <= most;
}

function totalOf(plan: Plan): number {
  let sum = plan.shippingAmount;
  for (const portion of plan.portions) sum += amountOfPortion(portion);
  return sum;
}

function amountOfPortion(portion: Portion): number {
  return portion.discount * portion.repeat;
}

function clipAtFloor(portion: Portion, ignoresFloor: boolean): Portion {
  let room = 0;
  for (const slice of portion.slices) room += roomOf(slice, ignoresFloor) * (slice.count / portion.repeat);
  return portion.discount <= room ? portion : { ...portion, discount: room };
}

/** What one unit can still carry. */
function roomOf({ stack, current }: Slice, ignoresFloor: boolean): number {
  return ignoresFloor ? current : Math.max(0, current - stack.floor);
}

function takeOffShipping(pricing: Pricing, source: number, amount: number): void {
  const { shipping } = pricing;
  assert(shipping && shipping.current >= amount, 'shipping never costs less than nothing');
  pricing.shipping = {
    ...shipping,
    current: shipping.current - amount,
    parts: [...shipping.parts, { source, amount }],
  };
}

/** Writes the plan to the stacks; gives the number of units that were made cheaper. */
function commit(plan: Plan, source: number, isSet: boolean): number {
  const edits: Edit[] = [];
  let pieces = 0;
  for (const portion of plan.portions) pieces += addEdits(edits, portion, plan.ignoresFloor);
  if (isSet) {
    for (const { stack, from, count } of plan.qualifiers) {
      edits.push({ stack, from, count, perUnit: 0, isTouched: false });
    }
  }
  editStacks(edits, source, isSet ? source : null);
  return pieces;
}

/** Takes a discount off slices, for a source that is no promotion. */
export function takeOff(portions: readonly Portion[], source: number): number {
  const edits: Edit[] = [];
  let amount = 0;
  for (const portion of portions) {
    addEdits(edits, portion, true);
    amount += amountOfPortion(portion);
  }
  editStacks(edits, source, null);
  return amount;
}

function addEdits(edits: Edit[], { slices, repeat, discount }: Portion, ignoresFloor: boolean): number {
  const shares = spreadOverUnits(discount, slices, repeat, (slice) => roomOf(slice, ignoresFloor));
  let pieces = 0;
  for (let index = 0; index < slices.length; index += 1) {
    const slice = slices[index];
    const share = shares[index];
    if (slice && share) pieces += pushShares(edits, slice, share.perUnit, share.extra * repeat);
  }
  return pieces;
}

/** The first `more` units carry one minor unit more than the others; gives how many became cheaper. */
function pushShares(edits: Edit[], { stack, from, count }: Slice, perUnit: number, more: number): number {
  if (more > 0) edits.push({ stack, from, count: more, perUnit: perUnit + 1, isTouched: true });
  if (count > more) edits.push({ stack, from: from + more, count: count - more, perUnit, isTouched: true });
  return perUnit > 0 ? count : more;
}
