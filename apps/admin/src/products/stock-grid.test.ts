import { expect, test } from 'vitest';
import { levelsByVariant } from './stock-grid.ts';

test('a variant’s levels are told by place and in all, a place below zero included', () => {
  const grid = levelsByVariant([
    { variantId: 'blue', locationId: 'central', available: 3000 },
    { variantId: 'blue', locationId: 'warehouse', available: -1000 },
    { variantId: 'red', locationId: 'central', available: 500 },
  ]);
  expect(grid.get('blue')).toEqual({
    available: 2000,
    byLocation: new Map([
      ['central', 3000],
      ['warehouse', -1000],
    ]),
  });
  expect(grid.get('red')?.available).toBe(500);
});
