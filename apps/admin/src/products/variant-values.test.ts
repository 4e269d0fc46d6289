import { expect, test } from 'vitest';
import { isDoubled, newVariantBody, valueNames } from './variant-values.ts';

const options = [
  {
    name: { en: 'Colour', 'zh-Hant': '顏色' },
    values: [
      { code: 'blue', name: { en: 'Blue', 'zh-Hant': '藍色' } },
      { code: 'red', name: { en: 'Red' } },
    ],
  },
  { name: { en: 'Size' }, values: [{ code: 'S', name: { en: 'Small' } }] },
];
const inChinese = (texts: Record<string, string>) => texts['zh-Hant'] ?? texts.en ?? '';

test('known values are found by their name or code, new ones come along', () => {
  const typed = { values: [' 藍色', 'Large '], sku: ' LS-B-L ', barcodes: [' 4891234567891', ''] };
  expect(newVariantBody({ options }, typed, 'zh-Hant', inChinese)).toEqual({
    sku: 'LS-B-L',
    optionValues: ['blue', 'Large'],
    barcodes: ['4891234567891'],
    newValues: [{ option: 1, code: 'Large', name: { 'zh-Hant': 'Large' } }],
  });
  expect(newVariantBody({ options }, { values: ['RED', 's'], sku: 'A', barcodes: [] }, 'en', inChinese)).toEqual({
    sku: 'A',
    optionValues: ['red', 'S'],
    barcodes: [],
  });
});

test('a variant of the same values is known, and named by its values', () => {
  const variant = {
    id: '1',
    sku: 'A',
    optionValues: ['blue', 'S'],
    barcodes: [],
    position: 0,
    weightGrams: null,
    isActive: true,
    components: [],
    bundleVersion: 0,
    inBundles: [],
  };
  expect(isDoubled({ variants: [variant] }, ['blue', 'S'])).toBe(true);
  expect(isDoubled({ variants: [variant] }, ['red', 'S'])).toBe(false);
  expect(valueNames({ options }, ['blue', 'XL'], inChinese)).toBe('藍色 / XL');
});
