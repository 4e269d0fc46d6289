/** Does a condition hold for a basket, and if not, what is missing? */

import { isNetMode, measured, type Pricing } from '../pricing/pricing.ts';
import { scheduleState } from '../pricing/schedule-state.ts';
import { currentOf, type Stack } from '../pricing/stacks.ts';
import { wallAt } from '../pricing/zone-time.ts';
import type { Condition } from './condition.ts';
import type { ItemFilter } from './item-filter.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Null: it holds. */
export function checkCondition(condition: Condition, pricing: Pricing): Refusal | null {
  const { context } = pricing;
  const { member } = context;
  switch (condition.kind) {
    case 'all':
      return firstRefusal(condition.of, pricing);
    case 'any':
      return checkAny(condition.of, pricing);
    case 'none':
      return condition.of.some((one) => checkCondition(one, pricing) === null) ? refusal('conditions') : null;
    case 'spend':
      return checkSpend(condition, pricing);
    case 'quantity':
      return checkQuantity(condition, pricing);
    case 'contains':
      return goodsMeant(pricing, condition.items).length > 0 ? null : refusal('needs_goods');
    case 'channel':
      return condition.channels.includes(context.channelId) ? null : refusal('only_channel');
    case 'location':
      return context.locationId !== null && condition.locations.includes(context.locationId)
        ? null
        : refusal('only_location');
    case 'time':
      return scheduleState(condition.schedule, pricing.timeZone, pricing.instant).isActive ? null : refusal('not_now');
    case 'price_list':
      return pricing.stacks.some((stack) => condition.priceLists.includes(stack.price.priceListId ?? ''))
        ? null
        : refusal('conditions');
    case 'shipping_method':
      return condition.methods.includes(pricing.basket.shipping?.method ?? '')
        ? null
        : refusal('wrong_shipping', { methods: condition.methods.join(',') });
    case 'tender':
      return context.tenders.some((tender) => condition.tenders.includes(tender))
        ? null
        : refusal('wrong_tender', { tenders: condition.tenders.join(',') });
    default:
      return member ? checkMember(condition, pricing) : refusal('sign_in');
  }
}

/** Can the condition hold for this shopper here and now, whatever will be in the basket? */
export function couldHold(condition: Condition, pricing: Pricing): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => couldHold(one, pricing));
    case 'any':
      return condition.of.some((one) => couldHold(one, pricing));
    case 'none':
    case 'spend':
    case 'quantity':
    case 'contains':
    case 'price_list':
    case 'shipping_method':
    case 'tender':
      return true;
    default:
      return checkCondition(condition, pricing) === null;
  }
}

function firstRefusal(conditions: readonly Condition[], pricing: Pricing): Refusal | null {
  for (const one of conditions) {
    const refused = checkCondition(one, pricing);
    if (refused) return refused;
  }
  return null;
}

/** Of several ways the one that the shopper can still go is told. */
function checkAny(conditions: readonly Condition[], pricing: Pricing): Refusal | null {
  let nearest: Refusal | null = null;
  for (const one of conditions) {
    const refused = checkCondition(one, pricing);
    if (!refused) return null;
    if (conditions.length === 1 || refused.reason === 'needs_pieces' || refused.reason === 'needs_spend') {
      nearest ??= refused;
    }
  }
  return nearest ?? refusal('conditions');
}

/** The stacks that a filter means, without gift cards and goods that wait to become a gift or an add-on. */
export function goodsMeant(pricing: Pricing, items: ItemFilter): readonly Stack[] {
  const filter = pricing.compiled.filters.idOf.get(items) ?? -1;
  const known = pricing.goodsOf[filter];
  if (known) return known;
  const found: Stack[] = [];
  for (const index of pricing.matches[filter] ?? []) {
    const stack = pricing.stacks[index];
    if (stack && !stack.goods.isExcluded && stack.reservedFor === null) found.push(stack);
  }
  if (filter >= 0) pricing.goodsOf[filter] = found;
  return found;
}

/** What goods come to for a threshold; once `enough` is reached the rest is not added up any more. */
export function spendOn(
  pricing: Pricing,
  stacks: readonly Stack[],
  on: 'current' | 'original',
  enough = Number.POSITIVE_INFINITY,
): number {
  const isNet = isNetMode(pricing);
  let sum = 0;
  for (const stack of stacks) {
    const amount = on === 'current' ? currentOf(stack) : stack.unitAmount * stack.units;
    sum += isNet ? measured(pricing, stack, amount) : amount;
    if (sum >= enough) break;
  }
  return sum;
}

function checkSpend(condition: Condition & { kind: 'spend' }, pricing: Pricing): Refusal | null {
  const stacks = goodsMeant(pricing, condition.items);
  if (stacks.length === 0) return refusal('needs_goods', { missingAmount: condition.minAmount });
  const wanted = condition.minAmount + (condition.isStrict ? 1 : 0);
  const missing = wanted - spendOn(pricing, stacks, condition.measured, wanted);
  return missing <= 0 ? null : refusal('needs_spend', { missingAmount: missing });
}

function checkQuantity(condition: Condition & { kind: 'quantity' }, pricing: Pricing): Refusal | null {
  const stacks = goodsMeant(pricing, condition.items);
  let reached = 0;
  for (const { quantity } of stacks) {
    reached = condition.of === 'group' ? reached + quantity : Math.max(reached, quantity);
  }
  if (reached >= condition.min) return null;
  return refusal('needs_pieces', { missingCount: Math.ceil((condition.min - reached) / 1000) });
}

function checkMember(condition: Condition, { context, instant, timeZone }: Pricing): Refusal | null {
  const { member } = context;
  if (!member) return refusal('sign_in');
  const order = member.orderCount + 1;
  switch (condition.kind) {
    case 'tier':
      return condition.tiers.includes(member.tier ?? '') ? null : refusal('members_only');
    case 'member_tag':
      return member.tags.some((tag) => condition.tags.includes(tag)) ? null : refusal('members_only');
    case 'birthday':
      return isNearBirthday(member.birthday, wallAt(instant, timeZone), condition) ? null : refusal('conditions');
    case 'birthday_month': {
      const month = new Date(wallAt(instant, timeZone)).getUTCMonth() + 1;
      return member.birthday !== null && Number(member.birthday.slice(-5, -3)) === month ? null : refusal('conditions');
    }
    case 'nth_order': {
      const isMet = condition.isRepeated ? order % condition.n === 0 : order === condition.n;
      return isMet ? null : refusal('conditions');
    }
    case 'referred':
      return member.isReferred ? null : refusal('conditions');
    default:
      return null;
  }
}

const day = 86_400_000;

function isNearBirthday(
  birthday: string | null,
  wall: number,
  { daysBefore, daysAfter }: { daysBefore: number; daysAfter: number },
): boolean {
  if (birthday === null) return false;
  const month = Number(birthday.slice(-5, -3));
  const dayOfMonth = Number(birthday.slice(-2));
  const today = Math.floor(wall / day) * day;
  const year = new Date(today).getUTCFullYear();
  return [year - 1, year, year + 1].some((one) => {
    const isLeapDay = month === 2 && dayOfMonth === 29 && !isLeapYear(one);
    const on = Date.UTC(one, month - 1, isLeapDay ? 28 : dayOfMonth);
    return today >= on - daysBefore * day && today <= on + daysAfter * day;
  });
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
