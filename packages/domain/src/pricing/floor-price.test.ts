import { expect, test } from 'vitest';
import { floorUnitAmountOf } from './floor-price.ts';

const rates = [{ id: 'vat', name: 'VAT', ratePpm: 50_000 }];
const none = { floorAmount: null, unitCost: null, marginBasisPoints: null, rates, pricesIncludeTax: true };

test('the floor is the cost with the margin, and the tax where prices include it', () => {
  expect(floorUnitAmountOf({ ...none, unitCost: 4000, marginBasisPoints: 2500 })).toBe(5250);
  expect(floorUnitAmountOf({ ...none, unitCost: 4000, marginBasisPoints: 2500, pricesIncludeTax: false })).toBe(5000);
  expect(floorUnitAmountOf({ ...none, unitCost: 4000, marginBasisPoints: 0, rates: [] })).toBe(4000);
  expect(floorUnitAmountOf({ ...none, unitCost: 333, marginBasisPoints: 100, rates: [] })).toBe(337);
});

test('a price named for the goods counts beside it: the higher one', () => {
  expect(floorUnitAmountOf({ ...none, floorAmount: 6000 })).toBe(6000);
  expect(floorUnitAmountOf({ ...none, floorAmount: 6000, unitCost: 4000, marginBasisPoints: 2500 })).toBe(6000);
  expect(floorUnitAmountOf({ ...none, floorAmount: 100, unitCost: 4000, marginBasisPoints: 2500 })).toBe(5250);
});

test('without either there is none; what has no cost has none from the cost', () => {
  expect(floorUnitAmountOf(none)).toBeNull();
  expect(floorUnitAmountOf({ ...none, marginBasisPoints: 2500 })).toBeNull();
  expect(floorUnitAmountOf({ ...none, unitCost: 4000 })).toBeNull();
});
