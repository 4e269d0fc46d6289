import { expect, test } from 'vitest';
import { discountsOfLine } from './discounts.ts';

const order = {
  discounts: [
    { promotionId: 'p', name: { en: 'Summer' } },
    { promotionId: null, name: null },
  ],
};
const share = (promotionId: string | null, code: string | null, amount: number) => ({ promotionId, code, amount });

test('shares of one promotion and code are one entry with the name, apart from those by hand', () => {
  const allocations = [share('p', 'SUN', 300), share('p', 'SUN', 200), share('p', null, 100), share(null, null, 50)];
  const found = discountsOfLine(order, { discountAmount: 650, allocations });
  expect(found.map(({ kind, code, amount, name }) => [kind, code, amount, name?.en])).toEqual([
    ['promotion', 'SUN', 500, 'Summer'],
    ['promotion', null, 100, 'Summer'],
    ['by_hand', null, 50, undefined],
  ]);
});

test('a discount that no share accounts for is told as such, and nothing where nothing came off', () => {
  const older = discountsOfLine(order, { discountAmount: 400, allocations: [share('gone', null, 100)] });
  expect(older.map(({ kind, amount, name }) => [kind, amount, name])).toEqual([
    ['promotion', 100, null],
    ['other', 300, null],
  ]);
  expect(discountsOfLine(order, { discountAmount: 0, allocations: [] })).toEqual([]);
});
