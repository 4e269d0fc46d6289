import { expect, test } from 'vitest';
import { variantOf } from '../testing/variants.ts';
import { Catalogue } from './catalogue.ts';

const tea = variantOf('tea', { available: 9000 });
const cup = variantOf('cup', { available: 5000 });
const set = variantOf('set', {
  available: 3000,
  components: [
    { variantId: 'tea', quantity: 2000 },
    { variantId: 'cup', quantity: 1000 },
  ],
});

test('of a bundle there are as many as the rows of its components say, in whichever order the rows come', () => {
  const catalogue = new Catalogue();
  catalogue.put([set]);
  expect(catalogue.variant('set')?.available).toBe(3000);

  catalogue.put([cup, tea]);

  expect(catalogue.variant('set')?.available).toBe(4000);
  expect(catalogue.product(set.productId)?.variants[0]?.available).toBe(4000);
});

test('a component that is sold makes fewer bundles, and the changed bundle is told', () => {
  const catalogue = new Catalogue();
  catalogue.put([tea, cup, set]);

  expect(catalogue.setAvailable([{ variantId: 'tea', available: 3000 }])).toEqual(['tea', 'set']);
  expect(catalogue.variant('set')?.available).toBe(1000);

  catalogue.put([{ ...set, components: [{ variantId: 'cup', quantity: 1000 }] }]);
  expect(catalogue.variant('set')?.available).toBe(5000);
  expect(catalogue.setAvailable([{ variantId: 'tea', available: 0 }])).toEqual(['tea']);
});
