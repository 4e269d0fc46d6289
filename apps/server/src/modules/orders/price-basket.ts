/** What an online basket costs now, by the one engine, and everything that is needed to say so. */

import type { KnownCode, PricingContext, PricingMember, Usage } from '@tandem/domain/pricing/basket.ts';
import { priceBasket as price } from '@tandem/domain/pricing/price-basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type Availability, availability } from '../inventory/index.ts';
import { type ChannelFacts, type SellingFacts, sellingFacts } from '../merchants/index.ts';
import { keptProtection, keptRules, readRules, rulesOf } from '../pricing/index.ts';
import { type Claimant, knownCodesOf, limitedFor, memberUsesOf, usageOf } from '../promotions/index.ts';
import type { BasketContent } from './basket.ts';
import type { StoredBasket } from './basket-rows.ts';
import { meansCollections, pricingLine } from './pricing-lines.ts';
import { pricingMembers } from './pricing-members.ts';
import { keptCards, readCards, type SoldCards } from './sold-cards.ts';
import { type LineRates, ratesBetween, type TaxTable, taxTable } from './tax-rates.ts';

export interface BasketContext extends SoldCards {
  facts: SellingFacts;
  rules: RuleSet;
  /** The rules that prices of these baskets are held by, by number. */
  heldRules: Map<number, RuleSet>;
  /** For how long a price is held from the beginning of checkout; 0: not at all. */
  holdMinutes: number;
  /** The instant to price at, ISO, UTC. */
  at: string;
  available: Map<string, Map<string, Availability>>;
  taxes: Map<string, TaxTable>;
  /** The members whose baskets these are; those of baskets that are paid are locked. */
  members: Map<string, PricingMember>;
  /** Uses of limited promotions by others than this basket, and what its codes are that no promotion shares. */
  uses: { usage(who: Claimant): Record<string, Usage>; knownCodes(who: Claimant): KnownCode[] };
}

export type Priced = Pick<StoredBasket, 'id' | 'channelId' | 'content'>;

export interface Asked {
  /** Baskets that are shown. */
  showing: readonly Priced[];
  /** Baskets that are paid: what is charged is read in the transaction, and the caller counts their uses under lock. */
  paying?: readonly Priced[];
  /** Variants that are in no basket yet. */
  more?: readonly string[];
  /** The rules to price with, and those that prices are held by, where the caller has read them. */
  rules?: Pick<BasketContext, 'rules' | 'heldRules'>;
  /** The members whose baskets are paid, under lock. */
  locked?: ReadonlyMap<string, PricingMember>;
  /** ISO, UTC. */
  at: string;
}

/** Everything needed to price these baskets. Names, prices and rules may be a second old where nothing is paid. */
export async function basketContext(
  tx: Tx,
  { showing, paying = [], more = [], rules: given, locked = new Map(), at }: Asked,
): Promise<BasketContext> {
  const baskets = [...showing, ...paying];
  const isPaying = paying.length > 0;
  const facts = await sellingFacts(tx);
  const { rules, heldRules } =
    given ?? (await rulesFor(tx, baskets, isPaying ? await readRules(tx) : await keptRules(tx)));
  const { holdMinutes } = await keptProtection(tx);
  const ids = [
    ...new Set([
      ...baskets.flatMap((basket) => basket.content.lines.map((line) => line.variantId)),
      ...more,
      ...offeredBy(rules),
    ]),
  ];
  const channelIds = [...new Set(baskets.map((basket) => basket.channelId))];
  const regions = regionsOf(facts, baskets);
  const read = isPaying ? readCards : keptCards;
  // Independent questions travel together.
  const [cards, available, taxes, uses, members] = await Promise.all([
    read(tx, ids, channelIds, meansCollections(rules)),
    Promise.all(channelIds.map((channelId) => availability(tx, channelId, ids))),
    Promise.all(regions.map((region) => taxTable(tx, at, region))),
    shownUses(tx, countedRules({ rules, heldRules }), showing, at, facts),
    pricingMembers(tx, memberIdsOf(showing, locked)),
  ]);
  return {
    facts,
    rules,
    heldRules,
    holdMinutes,
    at,
    ...cards,
    available: new Map(
      channelIds.map((channelId, index) => [channelId, available[index] as Map<string, Availability>]),
    ),
    taxes: new Map(regions.map((region, index) => [region, taxes[index] as TaxTable])),
    members: new Map([...members, ...locked]),
    uses,
  };
}

/** The members whose baskets these are, but for the known ones. */
export const memberIdsOf = (baskets: readonly Priced[], known: ReadonlyMap<string, unknown> = new Map()): string[] =>
  baskets.flatMap(({ content: { memberId } }) => (memberId === undefined || known.has(memberId) ? [] : [memberId]));

/** Asks for nothing where every price that is held is held by the rules of now; others are remembered for ever. */
export async function rulesFor(
  tx: Tx,
  baskets: readonly Priced[],
  now: RuleSet,
): Promise<Pick<BasketContext, 'rules' | 'heldRules'>> {
  const held = new Map([[now.number, now]]);
  for (const { content } of baskets) {
    const number = content.priceHold?.ruleSetNumber ?? now.number;
    const rules = held.has(number) ? undefined : await rulesOf(tx, number);
    if (rules !== undefined) held.set(number, rules);
  }
  return { rules: now, heldRules: held };
}

/** The rules whose limits and codes are looked at: a price that is held may name a promotion that is no more. */
export function countedRules({ rules, heldRules }: Pick<BasketContext, 'rules' | 'heldRules'>): RuleSet {
  if (heldRules.size < 2) return rules;
  return { ...rules, promotions: [...heldRules.values()].flatMap((held) => held.promotions) };
}

const offersMax = 100;

/** What gifts and add-ons may be chosen: shown with its name and picture. */
function offeredBy(rules: RuleSet): string[] {
  return rules.promotions
    .flatMap(({ action }) => {
      if (action.kind === 'gift') return action.steps.flatMap((step) => step.choices);
      return action.kind === 'add_on' ? action.choices.map((choice) => choice.variantId) : [];
    })
    .slice(0, offersMax);
}

/** Uses as they are without a lock: a statement only where a promotion is limited, another where a code is no shared one. */
async function shownUses(
  tx: Tx,
  rules: RuleSet,
  baskets: readonly Priced[],
  at: string,
  facts: SellingFacts,
): Promise<BasketContext['uses']> {
  const codes = [...new Set(baskets.flatMap((basket) => basket.content.codes ?? []))];
  const limited = limitedFor(rules, codes);
  const day = businessDate(at, facts.timeZone, facts.dayCutOffHour);
  const ids = baskets.map((basket) => basket.id);
  const usage = await usageOf(tx, limited, { memberId: null, day, at, baskets: ids });
  const members = baskets.flatMap(({ content }) => content.memberId ?? []);
  const byMember = await memberUsesOf(tx, limited, members, { at, baskets: ids });
  const known = await knownCodesOf(tx, rules, codes, at);
  return {
    usage: ({ memberId }) => withMemberUses(usage, byMember.get(memberId ?? '')),
    knownCodes: (who) => known(who),
  };
}

function withMemberUses(
  usage: Record<string, Usage>,
  byMember: ReadonlyMap<string, number> | undefined,
): Record<string, Usage> {
  if (byMember === undefined) return usage;
  return Object.fromEntries(
    Object.entries(usage).map(([id, counts]) => [id, { ...counts, usesByMember: byMember.get(id) ?? 0 }]),
  );
}

/** The basket as those who count uses know it. */
export function claimantOf(facts: SellingFacts, { id, content }: Priced, at: string): Claimant {
  const day = businessDate(at, facts.timeZone, facts.dayCutOffHour);
  return { basketId: id, memberId: content.memberId ?? null, codes: content.codes ?? [], day };
}

/** Where the goods go decides the tax: the store for pickup, the address for shipping. */
export function regionOf(facts: SellingFacts, content: BasketContent): string {
  const { delivery } = content;
  if (delivery?.method === 'pickup') return facts.locations.get(delivery.locationId ?? '')?.region ?? '*';
  const address = delivery?.address ?? content.address;
  return address?.region ?? address?.country ?? '*';
}

/** The regions whose rates these baskets are about: where goods go, and where the shelf price is at home. */
function regionsOf(facts: SellingFacts, baskets: readonly Priced[]): string[] {
  const there = baskets.map((basket) => regionOf(facts, basket.content));
  if (!facts.pricesIncludeTax || there.every((region) => region === '*')) return [...new Set(there)];
  return [...new Set([...there, ...baskets.map((basket) => homeOf(facts, basket.channelId))])];
}

/** The tax inside a shelf price is that of the place which sends its goods first. */
export function homeOf(facts: SellingFacts, channelId: string): string {
  const first = facts.channels.get(channelId)?.sources[0];
  return facts.locations.get(first?.locationId ?? '')?.region ?? '*';
}

/** The rates of a category for this basket, with those inside the shelf price where it goes to another tax zone. */
export function ratesFor(
  { facts, taxes }: Pick<BasketContext, 'facts' | 'taxes'>,
  { channelId, content }: Priced,
): (categoryId: string | null | undefined) => LineRates {
  const region = regionOf(facts, content);
  const there = taxes.get(region) as TaxTable;
  const home = region === '*' || !facts.pricesIncludeTax ? undefined : taxes.get(homeOf(facts, channelId));
  return (categoryId) => ratesBetween(there, home, categoryId);
}

/** Is the variant sold in the channel today, with a price? */
export function isSold(context: BasketContext, channelId: string, variantId: string): boolean {
  const variant = context.variants.get(variantId);
  if (variant === undefined || !variant.isActive || variant.status !== 'active' || !context.prices.has(variantId))
    return false;
  return context.published.get(channelId)?.has(variant.productId) ?? false;
}

/** Prices the basket at the instant of the context; shipping by the channel's rule, in the price mode of the merchant. */
export function priceBasket(context: BasketContext, basket: Priced, at = context.at): PricedBasket {
  const { facts, rules } = context;
  const { content } = basket;
  const ratesOf = ratesFor(context, basket);
  const lines = content.lines.map((line) => {
    const { rates, homeRates } = ratesOf(context.prices.get(line.variantId)?.taxCategoryId);
    return pricingLine(context, line, rates, homeRates);
  });
  const pricing = pricingContext(context, basket, at);
  const channel = facts.channels.get(basket.channelId);
  const goods = () => price({ lines, shipping: null }, rules, pricing);
  if (content.delivery === null) return goods();
  const { method } = content.delivery;
  const amount = shippingOf(channel, method, goods);
  return price({ lines, shipping: { method, amount, ...ratesOf(null) } }, rules, pricing);
}

function pricingContext(context: BasketContext, basket: Priced, at: string): PricingContext {
  const { facts, uses } = context;
  const { content } = basket;
  const who = claimantOf(facts, basket, at);
  const place =
    content.delivery?.method === 'pickup' ? facts.locations.get(content.delivery.locationId ?? '') : undefined;
  return {
    at,
    channelId: basket.channelId,
    locationId: place?.id ?? null,
    timeZone: place?.timeZone ?? facts.timeZone,
    member: context.members.get(content.memberId ?? '') ?? null,
    codes: who.codes,
    knownCodes: uses.knownCodes(who),
    tenders: content.payment === null ? [] : [content.payment.kind],
    usage: uses.usage(who),
    manualDiscount: null,
  };
}

/** What the goods come to after their discounts decides about free shipping; they are priced only where that is asked. */
function shippingOf(channel: ChannelFacts | undefined, method: string, goods: () => PricedBasket): number {
  if (method !== 'ship' || channel === undefined) return 0;
  const { freeShippingFromAmount, shippingAmount } = channel;
  if (shippingAmount === 0) return 0;
  const { totals, lines } = goods();
  if (lines.length === 0) return 0;
  const isFree = freeShippingFromAmount !== null && totals.listAmount - totals.discountAmount >= freeShippingFromAmount;
  return isFree ? 0 : shippingAmount;
}

/** The most pieces of a variant that this basket could have, by its delivery. */
export function promisable(
  context: BasketContext,
  basket: Pick<StoredBasket, 'channelId' | 'content'>,
  variantId: string,
): number {
  const there = context.available.get(basket.channelId)?.get(variantId);
  if (there === undefined) return 0;
  const { delivery } = basket.content;
  if (delivery?.method === 'pickup')
    return there.stores.find((store) => store.locationId === delivery.locationId)?.pickup ?? 0;
  if (delivery?.method === 'ship') return there.ship;
  return Math.max(there.ship, ...there.stores.map((store) => store.pickup));
}
