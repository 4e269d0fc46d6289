import { expect, test } from 'vitest';
import { totalOf, withPicked } from './draft-lines.ts';

const shirt = { variantId: 'shirt', sku: 'LS-M', name: 'Linen shirt', onHand: 4000 };
const tea = { variantId: 'tea', sku: 'TEA', name: 'Loose tea', onHand: 0 };

test('each scan of the same code counts one more, also over what was typed', () => {
  const once = withPicked([], shirt);
  const twice = withPicked(once, shirt);
  const typed = twice.map((one) => ({ ...one, quantity: '2.5' }));
  expect(once).toEqual([{ ...shirt, quantity: '1', cost: '' }]);
  expect(twice[0]?.quantity).toBe('2');
  expect(withPicked(typed, shirt)[0]?.quantity).toBe('3.5');
  expect(withPicked(twice, tea).map((one) => one.sku)).toEqual(['TEA', 'LS-M']);
});

test('the total is pieces and money, line by line; what cannot be read counts nothing', () => {
  const lines = [
    { ...shirt, quantity: '3', cost: '100.50' },
    { ...tea, quantity: '0.25', cost: '9.99' },
    { ...tea, variantId: 'x', quantity: 'many', cost: '1' },
  ];
  expect(totalOf(lines, 'HKD')).toEqual({ quantity: 3250, amount: 30_150 + 250 });
});
