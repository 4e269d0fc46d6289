import { expect, test } from 'vitest';
import { variantOf } from '../testing/variants.ts';
import {
  addToBasket,
  type Basket,
  countPieces,
  emptyBasket,
  quantityMax,
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

test('a variant whose price changed meanwhile gets a line of its own', () => {
  const basket = addToBasket(filled, { ...shirt, amount: 29_900 });

  expect(basket.lines.map(({ variant }) => variant.amount)).toEqual([32_800, 6900, 29_900]);
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
