import { expect, it } from 'vitest';
import { type BuyVariant, chosen, firstChoice, mostPieces, withStock } from './buy-box-props.ts';

const variant = (id: string, values: string[], ship: number, pickup: number[]): BuyVariant => ({
  id,
  sku: id,
  values,
  amount: 100,
  before: null,
  offer: 0,
  ship,
  pickup,
});
const stores = [
  { id: 's1', name: 'One', when: '' },
  { id: 's2', name: 'Two', when: '' },
];

it('begins with what can be had, wherever it lies', () => {
  const variants = [variant('a', ['S'], 0, [0, 900]), variant('b', ['M'], 0, [0, 1000])];
  expect(firstChoice(variants)?.id).toBe('b');
  expect(firstChoice(variants.slice(0, 1))?.id).toBe('a');
});

it('finds the variant of a choice, or none', () => {
  const variants = [variant('a', ['sand', 'S'], 0, []), variant('b', ['sand', 'M'], 0, [])];
  expect(chosen(variants, ['sand', 'M'])?.id).toBe('b');
  expect(chosen(variants, ['ink', 'M'])).toBeUndefined();
});

it('offers whole pieces of one place, never of several stores together', () => {
  expect(mostPieces({ ship: 2500, pickup: [3999, 1000] })).toBe(3);
});

it('takes over new figures by store and leaves variants alone that were not told of', () => {
  const variants = [variant('a', [], 5000, [1000, 2000]), variant('b', [], 7000, [0, 0])];
  const told = withStock({ variants, stores }, [
    { variantId: 'a', ship: 4000, stores: [{ locationId: 's2', pickup: 1000 }] },
  ]);
  expect(told.map(({ id, ship, pickup }) => ({ id, ship, pickup }))).toEqual([
    { id: 'a', ship: 4000, pickup: [0, 1000] },
    { id: 'b', ship: 7000, pickup: [0, 0] },
  ]);
});
