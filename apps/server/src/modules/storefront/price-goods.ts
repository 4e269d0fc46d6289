/** Goods at the prices of now, by the one engine: what one piece costs, which offers there are, until when it holds. */

import type { PricingContext, PricingLine } from '@tandem/domain/pricing/basket.ts';
import type { ListedPrice } from '@tandem/domain/pricing/listed-price.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import { priceList } from '@tandem/domain/pricing/price-list.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { type Action, isOfEachPiece } from '@tandem/domain/promotions/action.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import type { OfferView } from '@tandem/storefront/views.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { homeOf, pricingLine, pricingMembers, readCards, taxTable } from '../orders/index.ts';
import { keptProtection, keptRules } from '../pricing/index.ts';
import { limitedFor, usageOf } from '../promotions/index.ts';
import { badgeOf } from './badge-of.ts';

const dayMs = 86_400_000;
/** Ends further away than this are not shown: nobody hurries for them. */
const shownEndMs = 2 * dayMs;

/** A variant's price as lists and pages show it. */
export interface ShelfPrice {
  line: PricingLine;
  listed: ListedPrice;
  offers: OfferView[];
  /** What it costs everybody; only where the member who looks pays something else. */
  everybodyAmount?: number;
  /** UTC; null unless the reduced price ends within two days. */
  endsAt: string | null;
}

export interface Shelf {
  /** By variant; variants without a price are not sold and left out. */
  prices: ReadonlyMap<string, ShelfPrice>;
  /** The next instant at which one of the prices may be another by itself, ms; infinite when there is none. */
  until: number;
  rules: RuleSet;
  context: PricingContext;
}

/** Prices one piece of each variant at an instant (ms), for the member, or for a shopper whom the shop does not know. */
export async function priceGoods(
  tx: Tx,
  channelId: string,
  variantIds: readonly string[],
  now: number,
  memberId: string | null = null,
): Promise<Shelf> {
  const at = new Date(now).toISOString();
  const rules = await keptRules(tx);
  const rates = await ratesOfHome(tx, channelId, at);
  const [cards, context] = await Promise.all([
    readCards(tx, variantIds, [channelId], true),
    contextOf(tx, rules, channelId, at, memberId),
  ]);
  const lines = variantIds
    .filter((id) => cards.prices.has(id))
    .map((variantId) =>
      pricingLine(cards, { lineNo: 1, variantId, quantity: 1000 }, rates(cards.prices.get(variantId)?.taxCategoryId)),
    );
  const listed = priceList(lines, rules, context);
  const everybody = context.member === null ? [] : priceList(lines, rules, { ...context, member: null });
  const shelf = { prices: new Map<string, ShelfPrice>(), until: Number.POSITIVE_INFINITY, rules, context };
  const promotions = new Map(rules.promotions.map((promotion) => [promotion.id, promotion]));
  lines.forEach((line, index) => {
    const one = listed[index] as ListedPrice;
    const offer = (promotionId: string, endsAt: string | null, isInPrice: boolean): OfferView[] => {
      const promotion = promotions.get(promotionId);
      if (promotion === undefined) return [];
      const badge = badgeOf(promotion.action, { isInPrice, unitAmount: one.unitAmount });
      const isWide = !isInPrice && isOfAllGoods(promotion.action);
      return [{ promotionId, name: promotion.name, badge, endsAt: soon(endsAt, now), isWide }];
    };
    const endsAt = soon(one.endsAt, now);
    const offers = [
      ...one.promotionIds.flatMap((id) => offer(id, endsAt, true)),
      ...one.badges.flatMap((badge) => offer(badge.promotionId, badge.endsAt, false)),
    ];
    const usual = everybody[index]?.unitAmount ?? one.unitAmount;
    const apart = usual === one.unitAmount ? {} : { everybodyAmount: usual };
    shelf.prices.set(line.variantId, { line, listed: one, offers, endsAt, ...apart });
    if (one.validUntil !== null) shelf.until = Math.min(shelf.until, Date.parse(one.validUntil));
    // A countdown appears two days before the end.
    if (one.endsAt !== null && endsAt === null)
      shelf.until = Math.min(shelf.until, Date.parse(one.endsAt) - shownEndMs);
  });
  return shelf;
}

/** The tax inside the shelf prices, which a floor from the cost has in it, too; nobody else asks for it here. */
async function ratesOfHome(tx: Tx, channelId: string, at: string) {
  const { floorMarginBasisPoints } = await keptProtection(tx);
  if (floorMarginBasisPoints === null) return () => [];
  return (await taxTable(tx, at, homeOf(await sellingFacts(tx), channelId))).rates;
}

/** What each piece costs from a number of pieces on, where that is less than what one alone costs. */
export function breaksOf({ line, listed }: ShelfPrice, { rules, context }: Shelf): { count: number; amount: number }[] {
  const counts = new Set(line.prices.entries.map((entry) => Math.ceil(entry.minQuantity / 1000)));
  const named = new Set([...listed.promotionIds, ...listed.badges.map((badge) => badge.promotionId)]);
  for (const { id, action } of rules.promotions)
    if (action.kind === 'quantity_breaks' && named.has(id))
      for (const one of action.breaks) counts.add(Math.ceil(one.min / 1000));
  let last = listed.unitAmount;
  const each = lineRulesOf(rules);
  return [...counts]
    .filter((count) => count > 1)
    .sort((a, b) => a - b)
    .slice(0, breaksMax)
    .flatMap((count) => {
      const priced = priceBasket({ lines: [{ ...line, quantity: count * 1000 }], shipping: null }, each, context);
      const amount = Math.ceil((priced.lines[0]?.amount ?? 0) / count);
      if (amount >= last) return [];
      last = amount;
      return [{ count, amount }];
    });
}
const breaksMax = 8;

const lineRules = new WeakMap<RuleSet, RuleSet>();

/** The rules without those that make only some of the pieces cheaper: a table of prices for each piece cannot say these. */
function lineRulesOf(rules: RuleSet): RuleSet {
  let known = lineRules.get(rules);
  if (known === undefined) {
    const promotions = rules.promotions.filter(({ phase, action }) => phase === 'line' && isOfEachPiece(action));
    known = { ...rules, promotions };
    lineRules.set(rules, known);
  }
  return known;
}

/** Does it mean everything in the shop? */
function isOfAllGoods(action: Action): boolean {
  return 'items' in action && Object.values(action.items).every((part) => part === null);
}

async function contextOf(
  tx: Tx,
  rules: RuleSet,
  channelId: string,
  at: string,
  memberId: string | null,
): Promise<PricingContext> {
  const facts = await sellingFacts(tx);
  const day = businessDate(at, facts.timeZone, facts.dayCutOffHour);
  const usage = await usageOf(tx, limitedFor(rules, []), { memberId, day, at, baskets: [] });
  const member = memberId === null ? undefined : (await pricingMembers(tx, [memberId])).get(memberId);
  return {
    at,
    channelId,
    locationId: null,
    timeZone: facts.timeZone,
    member: member ?? null,
    codes: [],
    knownCodes: [],
    tenders: [],
    usage,
    manualDiscount: null,
  };
}

function soon(endsAt: string | null, now: number): string | null {
  return endsAt !== null && Date.parse(endsAt) - now <= shownEndMs ? endsAt : null;
}
