import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { expect, test } from 'vitest';
import { factsOf, promotionOf, rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { neededApproval, whoMayAllow } from './allowed.ts';
import { addToBasket, changeLine, emptyBasket } from './basket.ts';
import { hintsOf } from './hint.ts';
import { priceBasket } from './price-basket.ts';

const tea = variantOf('tea', { amount: 10_000, tags: ['hot'] });
const mug = variantOf('mug', { amount: 5000 });
const now = Date.parse('2026-11-23T04:00:00Z');
const at = { nowMs: now, tenders: [] };

test('one tap adds what is missing, where only one thing in the basket does it', () => {
  const items = { ...allItems, tags: ['hot'] };
  const action = { kind: 'n_for_price', n: 3, amount: 25_000, fill: 'dearest_first', items } as const;
  const facts = factsOf(rulesOf({ promotions: [promotionOf('three', { phase: 'set', action })] }), [tea, mug]);
  const basket = addToBasket(addToBasket(emptyBasket, tea, { quantity: 2000 }), mug);
  const [hint] = hintsOf(basket, priceBasket(basket, facts, at), facts, now);

  expect(hint?.refused).toMatchObject({ reason: 'needs_pieces', params: { missingCount: 1, saving: 5000 } });
  expect(hint?.add).toMatchObject({ variant: { id: 'tea' }, quantity: 1000 });

  const either = { ...action, items: allItems };
  const open = factsOf(rulesOf({ promotions: [promotionOf('three', { phase: 'set', action: either })] }), [tea, mug]);
  const two = addToBasket(addToBasket(emptyBasket, tea), mug);
  const several = hintsOf(two, priceBasket(two, open, at), open, now)[0];
  expect(several?.add).toBeNull();
  // 250.00 for three: a second mug makes 200.00, which the price would make dearer; a second tea the same as all three now.
  expect(several?.refused.params).toEqual({ missingCount: 1 });
});

test('the saving is that of a real further piece: the cheapest to add, by name where there are several', () => {
  const action = { kind: 'n_for_price', n: 3, amount: 12_000, fill: 'dearest_first', items: allItems } as const;
  const three = promotionOf('three', { phase: 'set', action });
  const facts = factsOf(rulesOf({ promotions: [promotionOf('sale'), three] }), [tea, mug]);
  const two = addToBasket(addToBasket(emptyBasket, tea), mug);
  // With the sale of 10 %: 90.00 + 45.00 and a second mug at 45.00 are 180.00, for 120.00.
  expect(hintsOf(two, priceBasket(two, facts, at), facts, now)[0]?.refused.params).toEqual({
    missingCount: 1,
    saving: 6000,
    variantId: 'mug',
  });
  const floored = { ...mug, floorAmount: 4400 };
  const held = factsOf(rulesOf({ promotions: [three] }), [{ ...tea, floorAmount: 9900 }, floored]);
  const [hint] = hintsOf(two, priceBasket(two, held, at), held, now);
  // What the floors keep is not promised: 1.00 of the tea and 6.00 of each mug.
  expect(hint?.refused.params).toEqual({ missingCount: 1, saving: 1300, variantId: 'mug' });
});

test('a threshold is told once the basket is half of it', () => {
  const action = {
    kind: 'spend_ladder',
    isRepeated: false,
    items: allItems,
    steps: [{ minAmount: 20_000, reward: { kind: 'amount', amount: 1000 } }],
  } as const;
  const facts = factsOf(rulesOf({ promotions: [promotionOf('spend', { phase: 'order', action })] }), [tea, mug]);
  const reasonsOf = (basket: typeof emptyBasket) =>
    hintsOf(basket, priceBasket(basket, facts, at), facts, now).map(({ refused }) => refused.reason);

  expect(reasonsOf(addToBasket(emptyBasket, mug))).toEqual([]);
  expect(reasonsOf(addToBasket(emptyBasket, tea))).toEqual(['needs_spend']);
});

const limits = { cashier: 1000, manager: 5000 };
const facts = factsOf(rulesOf(), [tea, mug]);
const needOf = (basket: typeof emptyBasket, role: string) =>
  neededApproval(basket, priceBasket(basket, facts, at), facts, { role, limits, nowMs: now });

test('a cashier gives ten percent, a manager half, an owner anything; an approval lifts the limit', () => {
  const off = (basisPoints: number) => ({
    ...addToBasket(emptyBasket, tea),
    manual: { reward: { kind: 'percent' as const, basisPoints }, reason: 'Scratched' },
  });

  expect(needOf(off(1000), 'cashier')).toBeUndefined();
  expect(needOf(off(2000), 'cashier')).toEqual({ act: 'discount', basisPoints: 1999 });
  expect(needOf(off(5000), 'manager')).toBeUndefined();
  expect(needOf(off(9000), 'manager')).toMatchObject({ act: 'discount' });
  expect(needOf(off(9000), 'owner')).toBeUndefined();
  const approvals = [{ approvalId: 'a', staffId: 'mia', role: 'manager' }];
  expect(needOf({ ...off(2000), approvals }, 'cashier')).toBeUndefined();
});

test('a price is changed by a manager; one on the label needs nobody', () => {
  const basket = addToBasket(emptyBasket, tea);
  const entered = { unitAmount: 9000, kind: 'entered', reason: 'Price match' } as const;

  expect(needOf(changeLine(basket, 1, { override: entered }), 'cashier')).toEqual({ act: 'price', basisPoints: 1000 });
  expect(needOf(changeLine(basket, 1, { override: entered }), 'manager')).toBeUndefined();
  expect(needOf(changeLine(basket, 1, { override: { ...entered, kind: 'printed' } }), 'cashier')).toBeUndefined();
  const staff = [
    { id: '1', name: 'Mandy', role: 'cashier' as const },
    { id: '2', name: 'Mia', role: 'manager' as const },
    { id: '3', name: 'Ada', role: 'owner' as const },
  ];
  expect(whoMayAllow({ act: 'price', basisPoints: 6000 }, staff, limits).map(({ name }) => name)).toEqual(['Ada']);
  expect(whoMayAllow({ act: 'discount', basisPoints: 2000 }, staff, limits).map(({ name }) => name)).toEqual([
    'Mia',
    'Ada',
  ]);
});
