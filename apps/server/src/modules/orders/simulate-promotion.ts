/**
 * Replays the baskets of the last days under a draft: each order as it was sold, at its own instant and prices, once by the
 * rules of now and once with the draft among them. The draft's period counts as open, its code as entered, and its limits
 * as unused before the first basket; from there uses are counted in the order of time, on either side for itself.
 */
import { setImmediate as breath } from 'node:timers/promises';
import type { SimulationResult } from '@tandem/contract/promotions.ts';
import type { PricingBasket, PricingContext, PricingMember } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { AppliedPromotion, PricedBasket, RefusalReason } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { noLimits, type Promotion } from '@tandem/domain/promotions/promotion.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import type { Pool } from 'pg';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { type SellingFacts, sellingFacts } from '../merchants/index.ts';
import {
  countUses,
  isLimited,
  type ReplayedUses,
  replayedUsage,
  type SimulationProgress,
  usesBefore,
} from '../promotions/index.ts';
import { withDraft } from './preview-promotion.ts';
import { pricingLine } from './pricing-lines.ts';
import { pricingMembers } from './pricing-members.ts';
import { countBaskets, readSoldBaskets, type SoldBasket } from './sold-baskets.ts';
import { keptCards, type SoldCards } from './sold-cards.ts';

/** What a replay goes on with, page by page. */
export interface Replay {
  rules: RuleSet;
  definition: Promotion;
  /** The instants that it begins with and ends before. */
  since: string;
  until: string;
  progress: SimulationProgress;
}

const examplesMax = 10;
/** Baskets that are priced before others have their turn on this process. */
const breathMax = 5;

/** Where a replay begins: nothing looked at, the promotions of now used as often as before the first basket. */
export async function beginReplay(
  tx: Tx,
  asked: { rules: RuleSet; draftId: string; since: string; until: string },
): Promise<SimulationProgress> {
  const others = limitedIds(asked.rules).filter((id) => id !== asked.draftId);
  const used = await usesBefore(tx, others, asked.since);
  return {
    after: null,
    done: 0,
    total: await countBaskets(tx, asked.since, asked.until),
    result: emptyResult(),
    others: {},
    usesNow: used,
    usesDraft: structuredClone(used),
  };
}

const limitedIds = (rules: RuleSet): string[] => rules.promotions.filter(isLimited).map((one) => one.id);

const emptyResult = (): SimulationResult => ({
  baskets: 0,
  touched: 0,
  uses: 0,
  discountAmount: 0,
  netSoldAmount: 0,
  netNowAmount: 0,
  netDraftAmount: 0,
  costAmount: 0,
  marginNowAmount: 0,
  marginDraftAmount: 0,
  linesUnderCost: 0,
  linesUnderFloor: 0,
  heldByFloor: 0,
  refusedForLimit: 0,
  limitReachedAt: null,
  disturbed: [],
  examples: [],
});

/** Replays the next baskets and moves the progress on; false when there were none any more. */
export async function replayPage(pool: Pool, merchantId: string, replayed: Replay): Promise<boolean> {
  const { rules, definition, progress } = replayed;
  const { baskets, facts, cards, members } = await readAs(pool, merchantId, async (tx) => {
    const read = await readSoldBaskets(tx, { ...replayed, after: progress.after });
    const ids = read.flatMap((basket) => basket.lines.flatMap((line) => line.variantId ?? []));
    return {
      baskets: read,
      facts: await sellingFacts(tx),
      members: await pricingMembers(
        tx,
        read.flatMap((basket) => basket.memberId ?? []),
      ),
      cards: await keptCards(tx, [...new Set(ids)], [], true),
    };
  });
  const draft = opened(definition);
  const drafted = withDraft(rules, draft);
  const replaying = { facts, cards, members, rules, drafted, draft, progress };
  for (const [index, sold] of baskets.entries()) {
    replay(sold, replaying);
    if (index % breathMax === breathMax - 1) await breath();
  }
  const last = baskets.at(-1);
  if (last === undefined) return false;
  progress.after = { at: last.placedAt.toISOString(), id: last.id };
  progress.done = Math.min(progress.total, progress.done + baskets.length);
  progress.result.disturbed = Object.values(progress.others).filter(
    (one) => one.amount !== one.amountWithDraft || one.uses !== one.usesWithDraft,
  );
  return true;
}

function opened(draft: Promotion): Promotion {
  const schedule = draft.schedule === null ? null : { ...draft.schedule, start: null, end: null };
  return { ...draft, schedule, trigger: { kind: 'automatic' } };
}

interface Replaying {
  facts: SellingFacts;
  cards: SoldCards;
  /** As they are today; how many orders there were is counted at each basket. */
  members: ReadonlyMap<string, PricingMember>;
  rules: RuleSet;
  drafted: RuleSet;
  draft: Promotion;
  progress: SimulationProgress;
}

function replay(sold: SoldBasket, { facts, cards, members, rules, drafted, draft, progress }: Replaying): void {
  const basket = basketOf(sold, cards);
  if (basket.lines.length === 0) return;
  const timeZone = facts.locations.get(sold.locationId ?? '')?.timeZone ?? facts.timeZone;
  const day = businessDate(sold.placedAt.toISOString(), timeZone, facts.dayCutOffHour);
  const shopper = { memberId: sold.memberId, day };
  const context = contextOf(sold, members, timeZone);
  const price = (by: RuleSet, uses: ReplayedUses): PricedBasket => {
    const limited = limitedIds(by);
    const usage = replayedUsage(uses, limited, shopper);
    const priced = priceBasket(basket, by, { ...context, usage });
    countUses(uses, new Set(limited), priced.applied, shopper);
    return priced;
  };
  const now = price(rules, progress.usesNow);
  const usedBefore = replayedUsage(progress.usesDraft, limitedIds(drafted), shopper);
  const then = price(drafted, progress.usesDraft);
  const { result } = progress;
  result.baskets += 1;
  const reason = then.refused.find((one) => one.promotionId === draft.id)?.reason;
  if (reason === 'floor_reached') result.heldByFloor += 1;
  if (reason !== undefined && limitReasons.has(reason)) {
    const { usesPerOrder, maxAmountPerOrder } = draft.limits;
    const free = withDraft(rules, { ...draft, limits: { ...noLimits, usesPerOrder, maxAmountPerOrder } });
    const { applied } = priceBasket(basket, free, { ...context, usage: usedBefore });
    if (applied.some((one) => one.promotionId === draft.id)) noteLimit(result, reason, sold.placedAt);
  }
  disturb(progress, draft.id, now, then);
  const own = then.applied.filter((one) => one.promotionId === draft.id);
  if (own.length === 0 && now.totals.totalAmount === then.totals.totalAmount) return;
  add(result, sold, basket, { now, then, own });
}

/** Adds a basket that would have come out otherwise. */
function add(
  result: SimulationResult,
  sold: SoldBasket,
  basket: PricingBasket,
  { now, then, own }: { now: PricedBasket; then: PricedBasket; own: readonly AppliedPromotion[] },
): void {
  const costs = new Map(sold.lines.map((line) => [String(line.lineNo), line.costAmount]));
  const cost = sum(sold.lines.map((line) => line.costAmount));
  const [netNow, netThen] = [goodsNet(now), goodsNet(then)];
  const given = sum(own.map((one) => one.amount));
  result.touched += 1;
  result.uses += sum(own.map((one) => one.times));
  result.discountAmount += given;
  result.netSoldAmount += sum(sold.lines.map((line) => line.netAmount));
  result.netNowAmount += netNow;
  result.netDraftAmount += netThen;
  result.costAmount += cost;
  result.marginNowAmount += netNow - cost;
  result.marginDraftAmount += netThen - cost;
  const goods = new Map(basket.lines.map((line) => [line.id, line]));
  const was = new Map(now.lines.map((line) => [line.id, line]));
  for (const line of then.lines) {
    const before = was.get(line.id);
    const isUnderCost = (one: typeof line) => one.netAmount < (costs.get(one.id) ?? 0);
    const falls = (isUnder: (one: typeof line) => boolean) =>
      isUnder(line) && !(before !== undefined && isUnder(before));
    const { floorUnitAmount = null, quantity = 0 } = goods.get(line.id) ?? {};
    // A unit price may not be whole where the quantity is not.
    const floor = floorUnitAmount === null ? null : Math.round((floorUnitAmount * quantity) / 1000);
    if (falls(isUnderCost)) result.linesUnderCost += 1;
    if (falls(floor === null ? isUnderCost : (one) => one.amount < floor)) result.linesUnderFloor += 1;
  }
  const [amountNow, amountDraft] = [now.totals.totalAmount, then.totals.totalAmount];
  const example = { orderId: sold.id, number: sold.number, amountNow, amountDraft, discountAmount: given };
  result.examples = [...result.examples, example]
    .sort((a, b) => b.discountAmount - a.discountAmount)
    .slice(0, examplesMax);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const goodsNet = (priced: PricedBasket): number => sum(priced.lines.map((line) => line.netAmount));

const limitReasons: ReadonlySet<RefusalReason> = new Set(['limit_reached', 'member_limit_reached', 'budget_spent']);

/** Counts a basket that would have used the draft but for a limit. */
function noteLimit(result: SimulationResult, reason: RefusalReason, placedAt: Date): void {
  result.refusedForLimit += 1;
  if (reason !== 'member_limit_reached') result.limitReachedAt ??= placedAt.toISOString();
}

/** Counts what the other promotions give without the draft and beside it. */
function disturb(progress: SimulationProgress, draftId: string, now: PricedBasket, then: PricedBasket): void {
  const rowOf = (promotionId: string) => {
    progress.others[promotionId] ??= { promotionId, uses: 0, usesWithDraft: 0, amount: 0, amountWithDraft: 0 };
    return progress.others[promotionId];
  };
  for (const { promotionId, times, amount } of now.applied) {
    if (promotionId === draftId) continue;
    const row = rowOf(promotionId);
    row.uses += times;
    row.amount += amount;
  }
  for (const { promotionId, times, amount } of then.applied) {
    if (promotionId === draftId) continue;
    const row = rowOf(promotionId);
    row.usesWithDraft += times;
    row.amountWithDraft += amount;
  }
}

function basketOf(sold: SoldBasket, cards: SoldCards): PricingBasket {
  return {
    lines: sold.lines.flatMap((line) => {
      if (line.variantId === null) return [];
      const rates = line.taxes.map(({ rateId, name, ratePpm }) => ({ id: rateId, name, ratePpm }));
      const goods = pricingLine(cards, { ...line, variantId: line.variantId }, rates);
      const { byHandAmount } = line;
      return [
        {
          ...goods,
          // The price it was sold for, not the one of today.
          prices: { baseAmount: line.unitAmount, compareAtAmount: goods.prices.compareAtAmount, entries: [] },
          manualDiscount:
            byHandAmount === 0 ? null : { reward: { kind: 'amount' as const, amount: byHandAmount }, reason: '' },
        },
      ];
    }),
    shipping: sold.method === null ? null : { method: sold.method, amount: sold.shippingAmount, rates: [] },
  };
}

function contextOf(sold: SoldBasket, members: Replaying['members'], timeZone: string): PricingContext {
  const member = members.get(sold.memberId ?? '');
  return {
    at: sold.placedAt.toISOString(),
    channelId: sold.channelId,
    locationId: sold.locationId,
    timeZone,
    member: member === undefined ? null : { ...member, orderCount: sold.orderCount },
    codes: sold.codes,
    // The unique codes that counted then; what was entered in vain counts for nothing now.
    knownCodes: sold.knownCodes.map((one) => ({ ...one, couponId: null, refusal: null })),
    tenders: [],
    usage: {},
    manualDiscount: null,
  };
}
