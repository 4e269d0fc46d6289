/** What the basket costs: the engine of the server, run here with the rules that this device keeps, offline too. */
import type {
  KnownCode,
  PricingBasket,
  PricingContext,
  PricingLine,
  PricingMember,
  Usage,
} from '@tandem/domain/pricing/basket.ts';
import { type ListPrice, listPrice } from '@tandem/domain/pricing/list-price.ts';
import { priceBasket as price } from '@tandem/domain/pricing/price-basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { TaxRate } from '@tandem/domain/tax/tax.ts';
import type { Basket, BasketLine } from './basket.ts';
import type { KnownUses } from './promotion-uses.ts';
import type { Manifest, TillFacts, TillMember, TillVariant } from './till-facts.ts';

type TaxCategories = Manifest['taxCategories'];

/** Everything that prices depend on beside the basket. */
export interface PricingFacts {
  readonly rules: RuleSet;
  readonly manifest: Pick<Manifest, 'taxCategories' | 'categories' | 'channelId'>;
  readonly location: Pick<TillFacts['location'], 'id' | 'timeZone'>;
  /** The row of the catalogue as it is now. */
  readonly variantOf: (id: string) => TillVariant | undefined;
  /** What limited promotions gave, as far as it is known here. */
  readonly uses?: KnownUses | undefined;
}

/** When it is priced (milliseconds), and how it will be paid as far as that is known. */
export interface PricedAt {
  readonly nowMs: number;
  readonly tenders: readonly string[];
}

/** The rates in force at the instant (milliseconds) for a category; of the default one for none. */
export function ratesAt(categories: TaxCategories, categoryId: string | null, nowMs: number): TaxRate[] {
  const category =
    categories.find(({ id }) => id === categoryId) ??
    categories.find(({ isDefault }) => isDefault && categoryId === null);
  return (category?.rates ?? []).filter(
    ({ validFrom, validUntil }) =>
      (validFrom === null || Date.parse(validFrom) <= nowMs) && (validUntil === null || nowMs < Date.parse(validUntil)),
  );
}

/** Every line with its discounts and tax, and the totals. Lines are named by their place, as on the order: 1, 2, 3. */
export function priceBasket(basket: Basket, facts: PricingFacts, at: PricedAt): PricedBasket {
  const priced: PricingBasket = {
    lines: basket.lines.map((line, index) => lineOf(line, index, facts, at.nowMs)),
    shipping: null,
  };
  return price(priced, facts.rules, contextOf(basket, facts, at));
}

/** What one piece costs in a basket of its own, before promotions. */
export function listPriceOf(variant: TillVariant, facts: PricingFacts, nowMs: number): ListPrice {
  return listPrice(pricesOf(variant), 1000, facts.rules, contextOf(undefined, facts, { nowMs, tenders: [] }));
}

/** The context at this till, of the member who was named or of a shopper whom nobody knows. */
export function contextOf(basket: Basket | undefined, facts: PricingFacts, at: PricedAt): PricingContext {
  return {
    at: new Date(at.nowMs).toISOString(),
    channelId: facts.manifest.channelId,
    locationId: facts.location.id,
    timeZone: facts.location.timeZone,
    member: memberOf(basket?.member ?? null),
    codes: basket?.codes.map(({ code }) => code) ?? [],
    knownCodes: basket === undefined ? [] : knownCodesOf(basket),
    tenders: at.tenders,
    usage: usageOf(facts.uses?.usage ?? {}, basket?.member ?? null),
    manualDiscount: basket?.manual ?? null,
  };
}

/** A member's own code counts for whom the basket names now, in whichever order the two were told. */
function knownCodesOf({ codes, member }: Basket): KnownCode[] {
  return codes.flatMap(({ known }) => {
    if (known === null) return [];
    const { memberId = null, ...code } = known;
    const isOwn = memberId !== null && memberId === member?.id;
    return [code.refusal === 'not_yours' && isOwn ? { ...code, refusal: null } : code];
  });
}

/** What everybody used, with what the member used before. */
function usageOf(usage: Readonly<Record<string, Usage>>, member: TillMember | null): Record<string, Usage> {
  const none = { uses: 0, usesToday: 0, usesByMember: 0, pieces: 0, amount: 0 };
  const all: Record<string, Usage> = { ...usage };
  for (const { promotionId, uses } of member?.uses ?? []) {
    const known = usage[promotionId] ?? none;
    all[promotionId] = { ...known, usesByMember: Math.max(uses, known.usesByMember) };
  }
  return all;
}

function memberOf(member: TillMember | null): PricingMember | null {
  if (member === null) return null;
  const { id, tier, tags, birthday, orderCount, isReferred, isTaxExempt } = member;
  return { id, tier, tags, birthday, orderCount, isReferred, isTaxExempt };
}

function lineOf(line: BasketLine, index: number, facts: PricingFacts, nowMs: number): PricingLine {
  const variant = facts.variantOf(line.variant.id) ?? line.variant;
  return {
    id: String(index + 1),
    variantId: variant.id,
    productId: variant.productId,
    categories: categoriesOf(variant.categoryId, facts.manifest.categories),
    collections: variant.collections,
    brand: variant.brand,
    tags: variant.tags,
    quantity: line.quantity,
    prices: pricesOf(variant),
    // A copy of the catalogue from before floors has none.
    floorUnitAmount: variant.floorAmount ?? null,
    rates: ratesAt(facts.manifest.taxCategories, variant.taxCategoryId, nowMs),
    isExcluded: false,
    offeredBy: line.offeredBy,
    overrideUnitAmount: line.override?.unitAmount ?? null,
    manualDiscount: line.manual,
  };
}

function pricesOf({ amount, compareAtAmount, prices }: TillVariant) {
  return { baseAmount: amount, compareAtAmount, entries: prices };
}

/** A category and all above it. */
function categoriesOf(categoryId: string | null, categories: Manifest['categories']): string[] {
  const found: string[] = [];
  for (let id = categoryId; id !== null && !found.includes(id); ) {
    found.push(id);
    const next = categories.find((category) => category.id === id);
    id = next?.parentId ?? null;
  }
  return found;
}
