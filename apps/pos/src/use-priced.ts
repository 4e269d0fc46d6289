// What the basket of this till costs, as time goes on, and a word when that changed without anybody touching it.
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Basket } from './core/basket.ts';
import { promotionName } from './core/discounts.ts';
import type { LocalisedText } from './core/sale.ts';
import { useCatalogueVersion, usePriceVersion, useTill } from './use-till.tsx';

/** The total changed by itself: promotions that came and went, where it was their doing. */
export interface PriceNotice {
  readonly before: number;
  readonly after: number;
  readonly started: readonly LocalisedText[];
  readonly ended: readonly LocalisedText[];
}

export type PriceFor = (tenders: readonly string[], atMs?: number) => PricedBasket;

/** The priced basket, the way to price it for other tenders, and what happened to it by itself. */
export function usePriced(basket: Basket): {
  priced: PricedBasket;
  priceFor: PriceFor;
  notice: PriceNotice | undefined;
} {
  const { prices } = useTill();
  const version = usePriceVersion();
  const catalogue = useCatalogueVersion();
  const priceFor = useCallback<PriceFor>(
    (tenders, atMs) => prices.price(basket, tenders, atMs) ?? nothing,
    [prices, basket],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: time, rules and catalogue change in place; their versions say when.
  const priced = useMemo(() => priceFor([]), [priceFor, version, catalogue]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every look at the clock the next instant is expected anew.
  useEffect(() => prices.expect(priced.validUntil), [prices, priced, version]);
  return { priced, priceFor, notice: useNotice(basket, priced) };
}

function useNotice(basket: Basket, priced: PricedBasket): PriceNotice | undefined {
  const { prices } = useTill();
  const [seen, setSeen] = useState({ basket, priced, notice: undefined as PriceNotice | undefined });
  if (seen.basket !== basket) {
    setSeen({ basket, priced, notice: undefined });
    return undefined;
  }
  if (seen.priced === priced) return seen.notice;
  const before = seen.priced.totals.totalAmount;
  const after = priced.totals.totalAmount;
  // The first prices of a till that opens are no news.
  const isNews = before !== after && seen.priced.hash !== '';
  const rules = prices.facts()?.rules;
  const names = (these: PricedBasket, others: PricedBasket) =>
    these.applied
      .filter(({ promotionId }) => !others.applied.some((other) => other.promotionId === promotionId))
      .flatMap(({ promotionId }) => (rules && promotionName(rules, promotionId)) ?? []);
  const notice = isNews
    ? { before, after, started: names(priced, seen.priced), ended: names(seen.priced, priced) }
    : seen.notice;
  setSeen({ basket, priced, notice });
  return notice;
}

/** Before the rules are here there is nothing to sell. */
const nothing: PricedBasket = {
  ruleSetNumber: 0,
  lines: [],
  shipping: null,
  totals: { listAmount: 0, discountAmount: 0, netAmount: 0, taxAmount: 0, totalAmount: 0 },
  taxes: [],
  applied: [],
  refused: [],
  offers: [],
  validUntil: null,
  hash: '',
};
