/**
 * The sales of a batch priced again, one after the other: each sees the orders and uses of its member that came before it,
 * in the database or in the batch. The members are locked, so of two tills that gave one member the same thing at once the
 * second is found to differ; it stands, and a person is told.
 */
import type { PricingMember, Usage } from '@tandem/domain/pricing/basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { PlaceFacts } from '../merchants/index.ts';
import { memberUsesOf, ownersOfCoupons } from '../promotions/index.ts';
import {
  cardsThen,
  type NamedRules,
  type PricedSale,
  pricesOfTills,
  type Repriced,
  repriceSale,
} from './check-sale-price.ts';
import { countOrder } from './pricing-members.ts';
import type { SoldCards } from './sold-cards.ts';
import type { TaxTable } from './tax-rates.ts';

interface Sale {
  body: PricedSale & { orderId: string };
  at: string;
}
interface Known {
  rules: NamedRules;
  cards: SoldCards;
  places: ReadonlyMap<string, PlaceFacts>;
  /** Locked. */
  members: ReadonlyMap<string, PricingMember>;
  taxesOf(place: PlaceFacts, body: PricedSale): TaxTable;
  isLate(sale: Sale): boolean;
}

/** What each sale comes to by the rules it names, by order; nothing for sales that name none or unknown ones. */
export async function repriceSales(tx: Tx, sales: readonly Sale[], known: Known): Promise<Map<string, Repriced>> {
  const members = new Map(known.members);
  const uses = await memberUsesOf(tx, limitedPerMember(known.rules), [...members.keys()], null);
  const rulesFor = ({ pricing }: PricedSale) => known.rules.get(pricing?.ruleSetNumber ?? -1);
  const then = await pricesOfTills(
    tx,
    sales.flatMap((sale) => {
      const rules = rulesFor(sale.body);
      return rules === undefined ? [] : [{ sale: sale.body, rules, isLate: known.isLate(sale) }];
    }),
  );
  const owners = await ownersOfCoupons(
    tx,
    sales.flatMap(({ body }) => (body.pricing?.applied ?? []).flatMap((one) => one.couponId ?? [])),
  );
  const repriced = new Map<string, Repriced>();
  for (const sale of sales) {
    const { body } = sale;
    const rules = rulesFor(body);
    const place = known.places.get(body.locationId);
    const member = members.get(body.memberId ?? '') ?? null;
    if (rules !== undefined && place !== undefined) {
      const cards = cardsThen(known.cards, body, { rules, isLate: known.isLate(sale), then });
      const shopper = { member, usage: usageOf(rules, uses.get(member?.id ?? ''), body), owners };
      repriced.set(body.orderId, repriceSale(body, rules, cards, known.taxesOf(place, body), place, shopper));
    }
    countOrder(members, member?.id);
    if (member !== null) addUses(uses, member.id, body);
  }
  return repriced;
}

const limitedPerMember = (rules: NamedRules): string[] => [
  ...new Set(
    [...rules.values()].flatMap((one) =>
      (one?.promotions ?? []).filter(({ limits }) => limits.usesPerMember !== null).map(({ id }) => id),
    ),
  ),
];

/** What the member used is known here; of what everybody used the till's word counts, which it had from here some time ago. */
function usageOf(
  { promotions }: RuleSet,
  uses: ReadonlyMap<string, number> | undefined,
  { pricing }: PricedSale,
): Record<string, Usage> {
  const none = { uses: 0, usesToday: 0, usesByMember: 0, pieces: 0, amount: 0 };
  const told = new Map((pricing?.usage ?? []).map(({ promotionId, ...usage }) => [promotionId, usage]));
  return Object.fromEntries(
    promotions.flatMap(({ id }) => {
      const usage = told.get(id) ?? none;
      const usesByMember = Math.max(uses?.get(id) ?? 0, usage.usesByMember);
      return told.has(id) || usesByMember > 0 ? [[id, { ...usage, usesByMember }]] : [];
    }),
  );
}

function addUses(uses: Map<string, Map<string, number>>, memberId: string, { pricing }: PricedSale): void {
  const own = uses.get(memberId) ?? new Map<string, number>();
  for (const { promotionId, times } of pricing?.applied ?? [])
    own.set(promotionId, (own.get(promotionId) ?? 0) + times);
  uses.set(memberId, own);
}
