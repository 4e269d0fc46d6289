import { expect, test } from 'vitest';
import { type NewProductValues, newProductBody, variantsOf } from './new-product.ts';

const values: NewProductValues = {
  name: { en: 'Linen shirt', 'zh-Hant': '' },
  description: { en: '', 'zh-Hant': '' },
  brand: '',
  categoryId: null,
  status: 'draft',
  channelIds: [],
  sku: 'LS',
  price: '328',
  barcode: '4891234567891',
  options: [],
  own: {},
};

test('a product without options is one variant with its SKU and barcode', () => {
  expect(newProductBody(values, 'en')).toEqual({
    name: { en: 'Linen shirt' },
    brand: '',
    categoryId: null,
    status: 'draft',
    channelIds: [],
    options: [],
    variants: [{ sku: 'LS', optionValues: [], barcodes: ['4891234567891'] }],
  });
});

test('options make every combination in their order; a single one may have its own SKU and price', () => {
  const options = [
    { name: 'Colour', values: ['Light blue', '白'] },
    { name: 'Size', values: ['S', 'M'] },
    { name: '', values: ['ignored'] },
  ];
  const rows = variantsOf({ ...values, options, own: { '白\nM': { sku: 'WHITE', price: '298' } } });
  expect(rows.map((one) => [one.sku, one.price])).toEqual([
    ['LS-LIGHT-BLUE-S', '328'],
    ['LS-LIGHT-BLUE-M', '328'],
    ['LS-白-S', '328'],
    ['WHITE', '298'],
  ]);
});

test('more variants than a product may have are not made at all', () => {
  const many = Array.from({ length: 30 }, (_, index) => String(index));
  const options = [
    { name: 'A', values: many },
    { name: 'B', values: many },
  ];
  expect(variantsOf({ ...values, options })).toEqual([]);
});
