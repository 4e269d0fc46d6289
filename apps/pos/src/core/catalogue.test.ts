import { expect, test } from 'vitest';
import { variantOf } from '../testing/variants.ts';
import { Catalogue } from './catalogue.ts';

function shop() {
  const catalogue = new Catalogue();
  catalogue.put([
    variantOf('shirt-m', {
      productId: 'shirt',
      name: { en: 'Linen shirt', 'zh-Hant': '亞麻襯衫' },
      optionNames: [{ en: 'M' }],
      categoryId: 'wear',
      barcodes: ['4891234567894'],
    }),
    variantOf('shirt-l', {
      productId: 'shirt',
      name: { en: 'Linen shirt', 'zh-Hant': '亞麻襯衫' },
      optionNames: [{ en: 'L' }],
      categoryId: 'wear',
    }),
    variantOf('cafe', { name: { en: 'Café au lait' }, categoryId: 'drinks', barcodes: ['036000291452'] }),
  ]);
  return catalogue;
}

test('variants of one product stand behind one tile', () => {
  const catalogue = shop();

  expect(catalogue.productsOf(null).map(({ id, variants }) => [id, variants.length])).toEqual([
    ['shirt', 2],
    ['product-cafe', 1],
  ]);
  expect(catalogue.productsOf('drinks').map(({ id }) => id)).toEqual(['product-cafe']);
});

test('a code is found in any of its spellings', () => {
  const catalogue = shop();

  expect(catalogue.findCode('036000291452')?.variant.id).toBe('cafe');
  expect(catalogue.findCode('0036000291452')?.variant.id).toBe('cafe');
  expect(catalogue.findCode('shirt-l')?.variant.id).toBe('shirt-l');
  expect(catalogue.findCode('4006381333931')).toBeUndefined();
});

test('words are found in any order, without accents, in Chinese, and by SKU', () => {
  const catalogue = shop();
  const found = (query: string) => catalogue.search(query).map(({ id }) => id);

  expect(found('shirt lin')).toEqual(['shirt']);
  expect(found('CAFE')).toEqual(['product-cafe']);
  expect(found('襯衫')).toEqual(['shirt']);
  expect(found('SHIRT-L')).toEqual(['shirt']);
  expect(found('linen lait')).toEqual([]);
});

test('a changed row is changed everywhere: name, code, category', () => {
  const catalogue = shop();

  catalogue.put([variantOf('cafe', { name: { en: 'Flat white' }, categoryId: 'hot', barcodes: ['4006381333931'] })]);

  expect(catalogue.search('lait')).toEqual([]);
  expect(catalogue.search('flat')[0]?.categoryId).toBe('hot');
  expect(catalogue.findCode('036000291452')).toBeUndefined();
  expect(catalogue.findCode('4006381333931')?.variant.id).toBe('cafe');
  expect(catalogue.productsOf('drinks')).toEqual([]);
});

test('what is no longer sold leaves the shelves, the search and the scanner', () => {
  const catalogue = shop();

  catalogue.put([variantOf('cafe', { isActive: false, barcodes: ['036000291452'] })]);

  expect(catalogue.productsOf(null).map(({ id }) => id)).toEqual(['shirt']);
  expect(catalogue.findCode('036000291452')).toBeUndefined();
  expect(catalogue.search('cafe')).toEqual([]);
});

test('stock changes in place, and unknown variants are told apart', () => {
  const catalogue = shop();
  const before = catalogue.version();

  expect(
    catalogue.setAvailable([
      { variantId: 'cafe', available: 2000 },
      { variantId: 'gone', available: 1 },
    ]),
  ).toEqual(['cafe']);

  expect(catalogue.search('cafe')[0]?.variants[0]?.available).toBe(2000);
  expect(catalogue.version()).toBe(before + 1);
});

test('the slowest search in 50,000 variants takes less than 10 ms', () => {
  const catalogue = new Catalogue();
  const colours = ['black', 'navy', 'sand', 'olive', 'rust', 'white', 'stone', 'plum'];
  catalogue.put(
    Array.from({ length: 50_000 }, (_, index) =>
      variantOf(`v${index}`, {
        name: { en: `Everyday ${colours[index % 8]} garment number ${index}`, 'zh-Hant': `日常衣物 ${index}` },
        sku: `SKU-${index}`,
        barcodes: [String(4_890_000_000_000 + index)],
      }),
    ),
  );
  const queries = [
    'garment',
    'navy 4999',
    'nothing like this',
    '日常 123',
    'sku 49999',
    'plum number',
    'x',
    'every olive 77',
  ];
  catalogue.prepareSearch();

  expect(catalogue.search('sku 49999').map(({ id }) => id)).toEqual(['product-v49999']);
  expect(queries.filter((query) => !takesLessThan(10, () => catalogue.search(query)))).toEqual([]);
});

/** Whether one of many tries does: the others measure what else the machine is doing. */
function takesLessThan(ms: number, act: () => unknown): boolean {
  for (let tries = 0; tries < 300; tries += 1) {
    const begin = performance.now();
    act();
    if (performance.now() - begin < ms) return true;
  }
  return false;
}

test('a label of the shop’s own scale says the weight or a binding price, by the rules that the server gave', () => {
  const catalogue = shop();
  catalogue.put([variantOf('cheese', { sku: '12345' })]);
  expect(catalogue.findCode('2112345012506')).toBeUndefined();

  catalogue.readInStore(
    [
      { prefix: '20', itemDigits: 5, valueDigits: 5, valueKind: 'price', decimals: 2 },
      { prefix: '21', itemDigits: 5, valueDigits: 5, valueKind: 'weight', decimals: 3 },
    ],
    2,
  );

  expect(catalogue.findCode('2112345012506')).toMatchObject({ variant: { id: 'cheese' }, quantity: 1250 });
  expect(catalogue.findCode('2012345032804')).toMatchObject({ variant: { id: 'cheese' }, printedAmount: 3280 });
});
