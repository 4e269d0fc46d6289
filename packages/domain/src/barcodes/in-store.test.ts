import { expect, test } from 'vitest';
import { ean13WithCheckDigit } from './gtin.ts';
import { type InStoreRule, parseBarcode } from './in-store.ts';

const weight: InStoreRule = { prefix: '21', itemDigits: 5, valueDigits: 5, valueKind: 'weight', decimals: 3 };
const price: InStoreRule = { prefix: '2', itemDigits: 6, valueDigits: 5, valueKind: 'price', decimals: 2 };
const upcPrice: InStoreRule = { prefix: '02', itemDigits: 5, valueDigits: 5, valueKind: 'price', decimals: 2 };

function printed(first12: string): string {
  return ean13WithCheckDigit(first12) ?? '';
}

test('a label from the scale says which item and how much it weighs', () => {
  expect(parseBarcode(printed('211234500750'), [weight])).toEqual({ kind: 'in_store', item: '12345', quantity: 750 });
  expect(parseBarcode(printed('211234500750'), [{ ...weight, decimals: 2 }])).toEqual({
    kind: 'in_store',
    item: '12345',
    quantity: 7500,
  });
});

test('a label from the deli says which item and what it costs', () => {
  expect(parseBarcode(printed('201234501299'), [price])).toEqual({
    kind: 'in_store',
    item: '012345',
    priceAmount: 1299,
  });
});

test('a printed price counts in the decimals of the label, and becomes minor units of the currency', () => {
  const label = printed('201234501299');

  expect(parseBarcode(label, [{ ...price, decimals: 1 }])).toMatchObject({ priceAmount: 12_990 });
  expect(parseBarcode(label, [{ ...price, decimals: 0 }], 0)).toMatchObject({ priceAmount: 1299 });
  expect(parseBarcode(label, [{ ...price, decimals: 3 }], 3)).toMatchObject({ priceAmount: 1299 });
  expect(parseBarcode(label, [{ ...price, decimals: 3 }], 2)).toMatchObject({ priceAmount: 130 });
});

test('the first rule that fits wins', () => {
  const label = printed('211234500750');

  expect(parseBarcode(label, [weight, price])).toMatchObject({ quantity: 750 });
  expect(parseBarcode(label, [price, weight])).toMatchObject({ item: '112345', priceAmount: 750 });
});

test('an American label is read with or without its leading zero', () => {
  const label = printed('021234500750');

  expect(parseBarcode(label, [upcPrice])).toEqual({ kind: 'in_store', item: '12345', priceAmount: 750 });
  expect(parseBarcode(label.slice(1), [upcPrice])).toEqual({ kind: 'in_store', item: '12345', priceAmount: 750 });
});

test('a label that was misread sells nothing by mistake', () => {
  const label = printed('211234500750');
  const misread = label.slice(0, 7) + (label[7] === '9' ? '8' : '9') + label.slice(8);

  expect(parseBarcode(misread, [weight, price])).toEqual({ kind: 'text', code: misread });
});

test('what no rule claims is an article of the world', () => {
  expect(parseBarcode('4006381333931', [weight, price])).toEqual({ kind: 'gtin', gtin: '04006381333931' });
  expect(parseBarcode(printed('291234500750'), [weight])).toEqual({
    kind: 'gtin',
    gtin: `0${printed('291234500750')}`,
  });
});

test('what is no GTIN is looked up as it stands', () => {
  expect(parseBarcode(' LINEN-M-BLUE\n', [weight])).toEqual({ kind: 'text', code: 'LINEN-M-BLUE' });
  expect(parseBarcode('12345', [weight])).toEqual({ kind: 'text', code: '12345' });
});

test('a code typed in full-width digits is the same code', () => {
  expect(parseBarcode('４００６３８１３３３９３１', [])).toEqual({ kind: 'gtin', gtin: '04006381333931' });
});

test('a rule that does not describe thirteen digits is a bug', () => {
  expect(() => parseBarcode(printed('211234500750'), [{ ...weight, valueDigits: 4 }])).toThrow('twelve digits');
});
