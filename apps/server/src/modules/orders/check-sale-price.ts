/** Prices a till's sale again with the very rules that the till had. The till's figures stand; what differs is told. */
import type { Body } from '@tandem/contract/index.ts';
import type { KnownCode, PriceEntry, PricingContext, PricingMember, Usage } from '@tandem/domain/pricing/basket.ts';
import { priceBasket } from '@tandem/domain/pricing/price-basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { PlaceFacts } from '../merchants/index.ts';
import { entriesUnder, keptRules, pricesAtEach, rulesOf } from '../pricing/index.ts';
import { meansCollections, pricingLine } from './pricing-lines.ts';
import type { SoldCards } from './sold-cards.ts';
import type { TaxTable } from './tax-rates.ts';

type TillSale = Body<'POST /api/till/sales'>;
export type PricedSale = Pick<TillSale, 'lines' | 'tenders' | 'memberId' | 'soldAt' | 'pricing'> & {
  channelId: string;
  locationId: string;
};
/** The rule sets that the sales of a batch name, by number; undefined where none was published under it. */
export type NamedRules = ReadonlyMap<number, RuleSet | undefined>;

/** Remembered by number for ever, so this asks the database once for each publication. */
export async function namedRules(tx: Tx, sales: readonly PricedSale[]): Promise<NamedRules> {
  const found = new Map<number, RuleSet | undefined>();
  for (const { pricing } of sales)
    if (pricing !== undefined && !found.has(pricing.ruleSetNumber))
      found.set(pricing.ruleSetNumber, await rulesOf(tx, pricing.ruleSetNumber));
  return found;
}

export const needsCollections = (rules: NamedRules): boolean =>
  [...rules.values()].some((one) => one !== undefined && meansCollections(one));

/** The number of the rules in force, for sales that name none: their discounts were taken off by hand. */
export async function rulesNumber(tx: Tx): Promise<number> {
  return (await keptRules(tx)).number;
}

/** List prices by the number of the rules, and base prices by the instant, as `variant instant`. */
export interface PricesThen {
  entries: ReadonlyMap<number, ReadonlyMap<string, PriceEntry[]>>;
  bases: ReadonlyMap<string, number>;
}

/**
 * What prices were made of that tills had: those of lists as they counted under the rules that a sale names, and base prices
 * as they were when a sale was priced that comes in late. A statement for each rules with lists, one for all late sales.
 */
export async function pricesOfTills(
  tx: Tx,
  sales: readonly { sale: PricedSale; rules: RuleSet; isLate: boolean }[],
): Promise<PricesThen> {
  const idsOf = (some: typeof sales) => [
    ...new Set(some.flatMap(({ sale }) => sale.lines.map((one) => one.variantId))),
  ];
  const listed = Map.groupBy(
    sales.filter(({ rules }) => rules.priceLists.length > 0),
    ({ rules }) => rules.number,
  );
  const entries = new Map<number, Map<string, PriceEntry[]>>();
  for (const [number, some] of listed) entries.set(number, await entriesUnder(tx, idsOf(some), number));
  const asked = sales.flatMap(({ sale, isLate }) =>
    isLate ? sale.lines.map(({ variantId }) => ({ variantId, at: pricedAtOf(sale) })) : [],
  );
  const amounts = await pricesAtEach(tx, asked);
  const bases = asked.flatMap(({ variantId, at }, index): [string, number][] => {
    const amount = amounts[index];
    return amount === undefined ? [] : [[`${variantId} ${at}`, amount]];
  });
  return { entries, bases: new Map(bases) };
}

const pricedAtOf = ({ pricing, soldAt }: PricedSale): string => pricing?.pricedAt ?? soldAt;

/** The cards with the prices that the till had. */
export function cardsThen(
  cards: SoldCards,
  sale: PricedSale,
  { rules, isLate, then }: { rules: RuleSet; isLate: boolean; then: PricesThen },
): SoldCards {
  if (sale.pricing === undefined || (!isLate && rules.priceLists.length === 0)) return cards;
  const listed = then.entries.get(rules.number);
  const baseOf = (id: string) => (isLate ? then.bases.get(`${id} ${pricedAtOf(sale)}`) : undefined);
  const prices = new Map(cards.prices);
  for (const { variantId } of sale.lines) {
    const price = cards.prices.get(variantId);
    if (price === undefined) continue;
    const amount = baseOf(variantId) ?? price.amount;
    prices.set(variantId, { ...price, amount, entries: listed?.get(variantId) ?? [] });
  }
  return { ...cards, prices };
}

/** Who bought it, with the uses of limited promotions before this sale. */
export interface SaleShopper {
  member: PricingMember | null;
  usage: Record<string, Usage>;
  /** Whose codes are one member's own, by coupon. */
  owners: ReadonlyMap<string, string>;
}

export type Repriced = { agrees: boolean; basket: PricedBasket; isTaxExempt: boolean };

/** What the sale comes to by those rules, and whether the till said the same for every line. */
export function repriceSale(
  sale: PricedSale,
  rules: RuleSet,
  cards: SoldCards,
  taxes: TaxTable,
  place: PlaceFacts,
  shopper: SaleShopper,
): Repriced {
  const lines = sale.lines.map((line, index) =>
    pricingLine(
      cards,
      {
        lineNo: index + 1,
        variantId: line.variantId,
        quantity: line.quantity,
        offeredBy: line.offeredBy,
        overrideUnitAmount: line.isOverridden === true ? line.unitAmount : null,
        manualDiscount: line.manualDiscount,
        // The one it knew: a cost that moved since does not make its sale a wrong one.
        floorUnitAmount: line.floorUnitAmount ?? null,
      },
      taxes.rates(cards.prices.get(line.variantId)?.taxCategoryId),
    ),
  );
  const basket = priceBasket({ lines, shipping: null }, rules, contextOf(sale, place, shopper));
  const agrees = basket.lines.every((line, index) => {
    const told = sale.lines[index];
    return told?.unitAmount === line.listUnitAmount && (told.discountAmount ?? 0) === line.discountAmount;
  });
  return { agrees, basket, isTaxExempt: shopper.member?.isTaxExempt === true };
}

function contextOf(sale: PricedSale, place: PlaceFacts, { member, usage, owners }: SaleShopper): PricingContext {
  const { pricing, soldAt } = sale;
  const isOthers = (couponId: string) => owners.has(couponId) && owners.get(couponId) !== member?.id;
  // The till asked the server about unique codes when they were entered.
  const knownCodes = (pricing?.applied ?? []).flatMap((one): KnownCode[] =>
    one.couponId === null || one.code === null
      ? []
      : [
          {
            code: one.code,
            promotionId: one.promotionId,
            couponId: one.couponId,
            refusal: isOthers(one.couponId) ? 'not_yours' : null,
          },
        ],
  );
  return {
    at: pricing?.pricedAt ?? soldAt,
    channelId: sale.channelId,
    locationId: sale.locationId,
    timeZone: place.timeZone,
    member,
    codes: pricing?.codes ?? [],
    knownCodes,
    tenders: sale.tenders.map((tender) => tender.kind),
    usage,
    manualDiscount: pricing?.manualDiscount ?? null,
  };
}
