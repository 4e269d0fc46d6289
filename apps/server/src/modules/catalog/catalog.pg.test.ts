/** Products, variants, codes and categories, as the back office writes them. */
import { ean13WithCheckDigit } from '@tandem/domain/barcodes/gtin.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addProduct, addVariant } from './add-product.ts';
import { changeProduct, changeVariant, publishProduct } from './change-product.ts';
import { addCategory, changeCategory } from './put-category.ts';
import { publishedProductsOf, searchVariantIds, variantsByIds } from './read-variants.ts';
import { resolveBarcode } from './resolve-barcode.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 0 });
  other = await createTestWorld({ products: 1, pieces: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const run = <B, A>(kind: CommandKind<B, A>, body: B): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const read = <T>(ask: (tx: Parameters<Parameters<typeof readAs<T>>[2]>[0]) => Promise<T>): Promise<T> =>
  readAs(world.platform.pool, world.merchantId, ask);
const refusal = (code: string, field?: string) => ({ refusal: { code, ...(field === undefined ? {} : { field }) } });
const count = async (table: 'product' | 'variant' | 'barcode') =>
  (
    await world.database.adminPool.query(`select count(*) from catalog.${table} where merchant_id = $1`, [
      world.merchantId,
    ])
  ).rows[0].count as number;

const colours = {
  name: { en: 'Colour', 'zh-Hant': '顏色' },
  values: [
    { code: 'blue', name: { en: 'Blue', 'zh-Hant': '藍色' } },
    { code: 'red', name: { en: 'Red', 'zh-Hant': '紅色' } },
  ],
};
let skus = 0;
const variant = (optionValues: string[] = [], barcodes: string[] = []) => {
  skus += 1;
  return { sku: `SKU-${skus}`, optionValues, barcodes };
};

describe('a product', () => {
  it('gets its address from its name in any script, numbered when it is taken', async () => {
    const handles = [];
    for (const name of [
      { en: 'Linen Shirt, blue' },
      { en: 'Linen shirt (blue)!' },
      { 'zh-Hant': '亞麻恤衫' },
      { en: '!!!' },
    ]) {
      handles.push((await run(addProduct, { name, variants: [variant()] })).handle);
    }
    expect(handles).toEqual(['linen-shirt-blue', 'linen-shirt-blue-2', '亞麻恤衫', 'item']);
    await expect(run(addProduct, { name: { en: 'X' }, handle: 'item', variants: [variant()] })).rejects.toMatchObject(
      refusal('product.handle_taken', 'handle'),
    );
  });

  it('of the same name added twice at once is two products', async () => {
    const products = await Promise.all(
      [1, 2, 3].map(() => run(addProduct, { name: { en: 'Twin' }, variants: [variant()] })),
    );
    expect(products.map(({ handle }) => handle).sort()).toEqual(['twin', 'twin-2', 'twin-3']);
  });

  it('has variants that each name one value of every option, no two the same', async () => {
    const before = [await count('product'), await count('variant')];
    const add = (values: string[][], options: (typeof colours)[] = [colours]) =>
      run(addProduct, { name: { en: 'Mug' }, options, variants: values.map((codes) => variant(codes)) });
    await expect(add([['blue'], ['blue']])).rejects.toMatchObject(
      refusal('variant.options_doubled', 'variants.1.optionValues'),
    );
    await expect(add([['green']])).rejects.toMatchObject(
      refusal('variant.options_mismatch', 'variants.0.optionValues'),
    );
    await expect(add([[]])).rejects.toMatchObject(refusal('variant.options_mismatch'));
    await expect(add([[], []], [])).rejects.toMatchObject(refusal('variant.options_doubled'));
    await expect(
      add([['blue']], [{ ...colours, values: [...colours.values, ...colours.values] }]),
    ).rejects.toMatchObject(refusal('variant.options_doubled', 'options.0.values'));
    await expect(run(addProduct, { name: { en: ' ' }, variants: [variant()] })).rejects.toMatchObject(
      refusal('input.invalid', 'name'),
    );
    expect([await count('product'), await count('variant')]).toEqual(before);
  });

  it('shows in the channels it is published to, and to nobody when it is another merchant’s channel', async () => {
    const product = await run(addProduct, { name: { en: 'Lamp' }, channelIds: [world.shopId], variants: [variant()] });
    expect(product.channelIds).toEqual([world.shopId]);
    await run(publishProduct, { productId: product.id, channelIds: [world.tillChannelId] });
    const variantIds = product.variants.map((one) => one.id);
    const channelIds = [world.shopId, world.tillChannelId];
    expect(await read((tx) => publishedProductsOf(tx, channelIds, variantIds))).toEqual(
      new Map([
        [world.shopId, new Set()],
        [world.tillChannelId, new Set([product.id])],
      ]),
    );
    await expect(run(publishProduct, { productId: product.id, channelIds: [other.shopId] })).rejects.toMatchObject({
      refusal: { code: 'channel.not_found', status: 404 },
    });
  });

  it('tells the catalogue stream of each change, in dense positions', async () => {
    const product = await run(addProduct, { name: { en: 'Feed' }, variants: [variant()] });
    await run(changeProduct, { productId: product.id, brand: 'New brand' });
    const { rows } = await world.database.adminPool.query(
      "select position, rows from platform.feed_entry where merchant_id = $1 and stream = 'catalog' order by position",
      [world.merchantId],
    );
    expect(rows.map((row) => row.position)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.slice(-2).map((row) => row.rows)).toEqual([
      [{ type: 'product', productId: product.id }],
      [{ type: 'product', productId: product.id }],
    ]);
  });
});

describe('a SKU', () => {
  it('is one variant’s alone, also when two ask at once; another merchant may have the same', async () => {
    const add = (sku: string) => run(addProduct, { name: { en: 'Race' }, variants: [{ sku, optionValues: [] }] });
    const results = await Promise.allSettled([add('RACE-1'), add('RACE-1')]);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []))).toEqual([
      'variant.sku_taken',
    ]);
    await expect(add(' RACE-1 ')).rejects.toMatchObject(refusal('variant.sku_taken', 'sku'));
    expect((await add(other.variants[0]?.sku ?? '')).variants[0]?.sku).toBe('A-1');
  });
});

describe('a barcode', () => {
  it('is one identity however long it is printed', async () => {
    const product = await run(addProduct, { name: { en: 'Pen' }, variants: [variant([], ['036000291452', 'OWN-77'])] });
    const id = product.variants[0]?.id;
    expect(product.variants[0]?.barcodes).toEqual(['00036000291452', 'OWN-77']);
    for (const code of ['036000291452', '0036000291452', '00036000291452', ' OWN-77', product.variants[0]?.sku ?? '']) {
      expect((await read((tx) => resolveBarcode(tx, code))).variantId).toBe(id);
    }
    for (const typed of ['036000291452', '0036000291452', '00036000291452', '36000291452', 'own-77']) {
      expect(await read((tx) => searchVariantIds(tx, normaliseSearch(typed), 10))).toEqual([id]);
    }
    await expect(
      run(addProduct, { name: { en: 'Pen 2' }, variants: [variant([], ['0036000291452'])] }),
    ).rejects.toMatchObject(refusal('variant.barcode_taken', 'barcodes'));
    await expect(
      run(addProduct, { name: { en: 'Pen 3' }, variants: [variant([], ['4006381333931', '04006381333931'])] }),
    ).rejects.toMatchObject(refusal('variant.barcode_taken'));
    await expect(read((tx) => resolveBarcode(tx, '9999'))).rejects.toMatchObject({
      refusal: { code: 'barcode.unknown', status: 404 },
    });
  });

  it('with a price or a weight inside finds the article that the shop numbered', async () => {
    const product = await run(addProduct, { name: { en: 'Cheese' }, variants: [variant([], ['12345'])] });
    const variantId = product.variants[0]?.id;
    expect(await read((tx) => resolveBarcode(tx, ean13WithCheckDigit('201234501250') ?? ''))).toMatchObject({
      variantId,
      priceAmount: 1250,
      quantity: null,
    });
    expect(await read((tx) => resolveBarcode(tx, ean13WithCheckDigit('211234500750') ?? ''))).toMatchObject({
      variantId,
      priceAmount: null,
      quantity: 750,
    });
  });

  it('given to two variants at once goes to one', async () => {
    const add = () => run(addProduct, { name: { en: 'Same code' }, variants: [variant([], ['4006381333931'])] });
    const results = await Promise.allSettled([add(), add()]);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []))).toEqual([
      'variant.barcode_taken',
    ]);
  });
});

describe('a variant', () => {
  it('is added behind the others, changed, and found by all its words', async () => {
    const product = await run(addProduct, {
      name: { en: 'Café cup', 'zh-Hant': '咖啡杯' },
      brand: 'Ørsted',
      options: [colours],
      variants: [variant(['blue'])],
    });
    const both = await run(addVariant, { productId: product.id, ...variant(['red'], ['5901234123457']) });
    expect(both.variants.map(({ optionValues, position }) => [optionValues, position])).toEqual([
      [['blue'], 0],
      [['red'], 1],
    ]);
    await expect(run(addVariant, { productId: product.id, ...variant(['red']) })).rejects.toMatchObject(
      refusal('variant.options_doubled'),
    );
    const red = both.variants[1];
    const found = (words: string) => read((tx) => searchVariantIds(tx, words, 10));
    for (const words of ['red cafe', 'orsted cup red', '咖啡 紅色', '5901234123457'])
      expect(await found(words)).toEqual([red?.id]);

    await run(changeProduct, {
      productId: product.id,
      options: [
        { ...colours, values: [colours.values[0], { code: 'red', name: { en: 'Crimson' } }] as typeof colours.values },
      ],
    });
    expect(await found('crimson')).toEqual([red?.id]);
    await run(changeVariant, { variantId: red?.id ?? '', sku: 'NEW-SKU', barcodes: [], isActive: false });
    const card = await read((tx) => variantsByIds(tx, [red?.id ?? '', newId()]));
    expect([...card.values()]).toEqual([
      expect.objectContaining({
        sku: 'NEW-SKU',
        optionNames: [{ en: 'Crimson' }],
        barcodes: [],
        isActive: false,
        imageUrl: null,
      }),
    ]);
    expect(await found('5901234123457')).toEqual([]);
    await expect(run(changeProduct, { productId: product.id, options: [] })).rejects.toMatchObject(
      refusal('variant.options_mismatch'),
    );
  });

  it('of another merchant is not there', async () => {
    const foreign = other.variants[0];
    await expect(run(changeVariant, { variantId: foreign?.id ?? '', sku: 'STOLEN' })).rejects.toMatchObject({
      refusal: { code: 'variant.not_found', status: 404 },
    });
    await expect(run(changeProduct, { productId: foreign?.productId ?? '', brand: 'Stolen' })).rejects.toMatchObject({
      refusal: { code: 'product.not_found', status: 404 },
    });
    expect(await read((tx) => variantsByIds(tx, [foreign?.id ?? '']))).toEqual(new Map());
  });
});

describe('a category', () => {
  it('never stands below itself, also when two are moved at once', async () => {
    const [above, below] = [
      await run(addCategory, { name: { en: 'Above' } }),
      await run(addCategory, { name: { en: 'Below' } }),
    ];
    await expect(run(changeCategory, { id: above.id, parentId: above.id })).rejects.toMatchObject(
      refusal('category.circle', 'parentId'),
    );
    const results = await Promise.allSettled([
      run(changeCategory, { id: above.id, parentId: below.id }),
      run(changeCategory, { id: below.id, parentId: above.id }),
    ]);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []))).toEqual([
      'category.circle',
    ]);
  });
});
