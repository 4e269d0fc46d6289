import { hasRightCheckDigit } from '@tandem/domain/barcodes/gtin.ts';
import { describe, expect, test } from 'vitest';
import { illustrationKinds, palettes } from '../illustrations/index.ts';
import { demoCategories, demoLocations, demoProducts, demoShop, demoStaff } from './index.ts';

const variants = demoProducts.flatMap((product) => product.variants);
const chinese = /\p{Script=Han}/u;

describe('the goods', () => {
  test('there are as many as the demo promises, in eight categories', () => {
    const counts = demoCategories.map(
      ({ handle }) => demoProducts.filter(({ category }) => category === handle).length,
    );

    expect(counts).toEqual([24, 24, 25, 26, 25, 24, 26, 26]);
    expect([demoProducts.length, variants.length]).toEqual([200, 383]);
  });

  test('no handle, SKU or barcode stands for two things', () => {
    expect(new Set(demoProducts.map(({ handle }) => handle)).size).toBe(demoProducts.length);
    expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length);
    expect(new Set(variants.map(({ barcode }) => barcode)).size).toBe(variants.length);
  });

  test('every barcode is an EAN-13 of Hong Kong with the right check digit', () => {
    expect(variants.filter(({ barcode }) => !/^489\d{10}$/.test(barcode) || !hasRightCheckDigit(barcode))).toEqual([]);
  });

  test.each(demoProducts.map((product) => [product.handle, product] as const))(
    '%s is told in both languages',
    (_, product) => {
      expect(product.name.en).toMatch(/^\p{Lu}|^\d/u);
      expect(product.name['zh-Hant']).toMatch(chinese);
      expect(product.description.en).toMatch(/.{20,}[.]$/);
      expect(product.description['zh-Hant']).toMatch(chinese);
      expect(product.description['zh-Hant']).toMatch(/。$/);
      expect(product.options.every(({ name }) => name.en !== '' && chinese.test(name['zh-Hant']))).toBe(true);
    },
  );

  test('what a piece costs lies between 40 and 60 % of its price, and a price before is higher', () => {
    const margins = variants.map(({ price, cost }) => Math.round((cost * 100) / price));

    expect([Math.min(...margins), Math.max(...margins)]).toEqual([41, 59]);
    expect(variants.filter(({ price, compareAt }) => compareAt !== undefined && compareAt <= price)).toEqual([]);
  });

  test('every picture that is asked for can be drawn', () => {
    const unknown = demoProducts.filter(
      ({ picture }) => !illustrationKinds.includes(picture.kind) || !(picture.palette in palettes),
    );

    expect(unknown).toEqual([]);
  });
});

describe('the merchant', () => {
  test('has three stores and a warehouse, each a source of the online shop', () => {
    expect(demoLocations.map(({ kind }) => kind)).toEqual(['store', 'store', 'store', 'warehouse']);
    expect([...demoShop.sources].sort()).toEqual(demoLocations.map(({ code }) => code as string).sort());
    expect(demoLocations.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  test('employs somebody in each role, with a PIN and an address of their own', () => {
    const roles = demoStaff.map(({ role }) => role as string);

    expect(roles).toEqual(['owner', 'manager', 'cashier', 'cashier', 'cashier', 'warehouse', 'marketer', 'accountant']);
    expect(new Set(demoStaff.map(({ pin }) => pin)).size).toBe(demoStaff.length);
    expect(new Set(demoStaff.map(({ email }) => email)).size).toBe(demoStaff.length);
  });
});
