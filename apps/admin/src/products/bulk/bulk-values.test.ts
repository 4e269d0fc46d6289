import { expect, test } from 'vitest';
import { noChange, parseEnding, parseShare, priceRule, productEdit } from './bulk-values.ts';

test('an ending is read as it stands at the end of a price', () => {
  expect(parseEnding('.90', 'HKD')).toEqual({ step: 100, rest: 90 });
  expect(parseEnding(',9', 'EUR')).toEqual({ step: 100, rest: 90 });
  expect(parseEnding('8', 'HKD')).toEqual({ step: 1000, rest: 800 });
  expect(parseEnding('9.90', 'HKD')).toEqual({ step: 1000, rest: 990 });
  expect(parseEnding('.00', 'HKD')).toEqual({ step: 100, rest: 0 });
  expect(parseEnding('80', 'JPY')).toEqual({ step: 100, rest: 80 });
});

test('what no price ends in is no ending', () => {
  for (const typed of ['', '.', 'x', '-1', '.999']) expect(parseEnding(typed, 'HKD')).toBeUndefined();
  expect(parseEnding('.90', 'JPY')).toBeUndefined();
});

test('a share is parts per million', () => {
  expect(parseShare('12,5 %')).toBe(125_000);
  expect(parseShare('0.05')).toBe(500);
  expect(parseShare('-3')).toBeUndefined();
});

test('a lowered price is a negative change, with its ending', () => {
  const values = { ...noChange, priceKind: 'lowerShare' as const, priceValue: '15', ending: '8' };
  expect(priceRule(values, 'HKD')).toEqual({
    change: { kind: 'percent', value: -150_000 },
    ending: { step: 1000, rest: 800 },
  });
  expect(priceRule({ ...values, ending: 'x' }, 'HKD')).toBe('ending');
  expect(priceRule({ ...values, priceValue: '' }, 'HKD')).toBe('priceValue');
  expect(priceRule({ ...noChange, priceKind: 'set', priceValue: '9.9' }, 'HKD')).toEqual({
    change: { kind: 'set', value: 990 },
  });
  expect(priceRule(noChange, 'HKD')).toBeUndefined();
});

test('only what was chosen is changed; a category may be taken away', () => {
  expect(productEdit(noChange)).toBeUndefined();
  expect(
    productEdit({
      ...noChange,
      categoryId: '',
      brand: ' Grove ',
      channels: { a: 'show', b: 'hide' },
      addTags: ['new'],
    }),
  ).toEqual({ categoryId: null, brand: 'Grove', addTags: ['new'], publishIn: ['a'], unpublishFrom: ['b'] });
});
