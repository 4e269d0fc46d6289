import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { expect, test } from 'vitest';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { addToBasket, changeLine, emptyBasket } from './basket.ts';
import { discountsOfBasket, discountsOfLine, shortByHand } from './discounts.ts';
import { priceBasket } from './price-basket.ts';

const tea = variantOf('tea', { amount: 4000 });
const at = { nowMs: Date.parse('2026-11-23T04:00:00Z'), tenders: [] };
const threeFor = (amount: number) =>
  rulesOf({
    promotions: [
      promotionOf('three', {
        phase: 'set',
        action: { kind: 'n_for_price', n: 3, amount, fill: 'dearest_first', items: allItems },
      }),
    ],
  });
const off = (amount: number, reason: string) => ({ reward: { kind: 'amount', amount }, reason }) as const;
const three = addToBasket(emptyBasket, tea, { quantity: 3000 });

test('a piece of three for a price keeps its discount by hand beside the group’s, on line and receipt', () => {
  const rules = threeFor(9900);
  const basket = { ...changeLine(three, 1, { manual: off(1000, 'Scratch') }), manual: off(500, 'Regular') };
  const priced = priceBasket(basket, factsOf(rules, [tea]), at);
  const [line] = priced.lines;

  expect(priced.totals.totalAmount).toBe(9900 - 1000 - 500);
  expect(line && discountsOfLine(basket.lines[0] ?? { manual: null }, line, rules, basket)).toMatchObject([
    { promotionId: 'three', amount: 2100 },
    { promotionId: null, reason: 'Scratch', amount: 1000 },
  ]);
  expect(discountsOfBasket(basket, priced, rules)).toMatchObject([
    { promotionId: null, reason: 'Regular', amount: 500 },
  ]);
  expect(shortByHand(priced, '1')).toBeUndefined();
});

test('a discount by hand of which nothing or too little was left says so', () => {
  const basket = changeLine(three, 1, { manual: off(1000, 'Scratch') });
  const free = priceBasket(basket, factsOf(threeFor(0), [tea]), at);
  expect(shortByHand(free, '1')).toEqual({ lineId: '1', baseAmount: 0, amount: 0, isShort: true });
  const nearly = priceBasket({ ...basket, manual: off(500, 'Regular') }, factsOf(threeFor(1200), [tea]), at);
  expect(shortByHand(nearly, '1')).toBeUndefined();
  expect(shortByHand(nearly, null)).toMatchObject({ amount: 200 });
});
