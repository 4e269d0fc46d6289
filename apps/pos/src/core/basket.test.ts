import { expect, test } from 'vitest';
import { variantOf } from '../testing/variants.ts';
import {
  addCode,
  addToBasket,
  type Basket,
  changeLine,
  completeBasket,
  countPieces,
  emptyBasket,
  quantityMax,
  removeCode,
  removeLine,
  setQuantity,
  undoRemoval,
} from './basket.ts';

const shirt = variantOf('shirt', { amount: 32_800 });
const socks = variantOf('socks', { amount: 6900 });
const filled = addToBasket(addToBasket(emptyBasket, shirt), socks);
const shown = (basket: Basket) => basket.lines.map(({ variant, quantity }) => [variant.id, quantity]);

test('the same variant again makes its line longer, not the basket', () => {
  expect(shown(addToBasket(filled, shirt))).toEqual([
    ['shirt', 2000],
    ['socks', 1000],
  ]);
});

test('a gift, a changed price, a discount by hand and weighed goods keep a line of their own', () => {
  const override = { unitAmount: 29_900, kind: 'entered', reason: 'Last one' } as const;
  const manual = { reward: { kind: 'percent', basisPoints: 1000 }, reason: 'Scratched' } as const;
  let basket = changeLine(filled, 2, { manual });
  basket = addToBasket(addToBasket(basket, shirt, { offeredBy: 'promo' }), shirt, { override });
  basket = addToBasket(addToBasket(basket, socks), socks, { quantity: 1250 });

  expect(shown(basket)).toEqual([
    ['shirt', 1000],
    ['socks', 1000],
    ['shirt', 1000],
    ['shirt', 1000],
    ['socks', 1000],
    ['socks', 1250],
  ]);
});

test('a code is entered once, whatever its case', () => {
  const once = addCode(addCode(filled, { code: ' save10 ', known: null }), { code: 'SAVE10', known: null });

  expect(once.codes).toEqual([{ code: 'save10', known: null }]);
  expect(removeCode(once, 'save10').codes).toEqual([]);
});

test('a basket that an older till kept is completed', () => {
  const old = { lines: [{ lineId: 1, variant: shirt, quantity: 1000 }], nextLineId: 2 } as unknown as Basket;

  expect(completeBasket(old)).toEqual({ ...addToBasket(emptyBasket, shirt), touched: null });
});

test('a line that was taken out comes back in its place with its quantity', () => {
  const [first] = setQuantity(filled, 1, 3000).lines;
  const basket = undoRemoval(removeLine(setQuantity(filled, 1, 3000), first?.lineId ?? 0));

  expect(shown(basket)).toEqual([
    ['shirt', 3000],
    ['socks', 1000],
  ]);
  expect(undoRemoval(basket)).toBe(basket);
});

test('one less than one takes the line out', () => {
  const basket = setQuantity(filled, 2, 0);

  expect(shown(basket)).toEqual([['shirt', 1000]]);
  expect(basket.removed?.line.variant.id).toBe('socks');
});

test('a quantity stays within what can be sold in one line', () => {
  expect(shown(setQuantity(filled, 1, 10 ** 12))[0]).toEqual(['shirt', quantityMax]);
});

test('pieces are counted, and what is weighed counts as one', () => {
  expect(countPieces(setQuantity(setQuantity(filled, 1, 3000), 2, 1250))).toBe(4);
});
