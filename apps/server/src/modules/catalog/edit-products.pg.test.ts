/** Many products at once, and further variants and options of one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addOption } from './add-option.ts';
import { addVariant } from './add-product.ts';
import { changeVariant } from './change-product.ts';
import { editProducts } from './edit-products.ts';
import { addCategory } from './put-category.ts';
import { type ProductView, readProduct } from './read-product.ts';
import { searchVariantIds } from './read-variants.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 6, pieces: 0 });
  other = await createTestWorld({ products: 1, pieces: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});

const run = <B, A>(kind: CommandKind<B, A>, body: B, id = newId()): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const idsOf = (...places: number[]) => places.map((place) => world.variants[place]?.productId ?? '');
const productAt = (place: number): Promise<ProductView> =>
  readAs(world.platform.pool, world.merchantId, (tx) => readProduct(tx, idsOf(place)[0] ?? ''));
const audits = async (action: string) =>
  (
    await world.database.adminPool.query(
      'select detail from platform.audit_entry where merchant_id = $1 and action = $2 order by id',
      [world.merchantId, action],
    )
  ).rows.map((row) => row.detail);
const streamLength = async () =>
  (
    await world.database.adminPool.query(
      "select count(*)::int as entries from platform.feed_entry where merchant_id = $1 and stream = 'catalog'",
      [world.merchantId],
    )
  ).rows[0].entries as number;

describe('an edit of many products', () => {
  it('changes what is named, tells which were left and why, and stands once in the audit', async () => {
    const category = await run(addCategory, { name: { en: 'Summer' } });
    const missing = newId();
    const wish = {
      productIds: [...idsOf(0, 1), missing, ...idsOf(0)],
      status: 'draft' as const,
      categoryId: category.id,
      brand: ' Grove ',
      addTags: ['linen', 'new'],
      publishIn: [world.tillChannelId],
      unpublishFrom: [world.shopId],
    };
    const before = await streamLength();
    const id = newId();
    const answer = await run(editProducts, wish, id);
    expect(answer).toEqual({ changed: 2, rows: [{ productId: missing, result: 'not_found' }] });
    expect(await run(editProducts, wish, id)).toEqual(answer);
    expect(await productAt(1)).toMatchObject({
      status: 'draft',
      categoryId: category.id,
      brand: 'Grove',
      tags: ['linen', 'new'],
      channelIds: [world.tillChannelId],
    });
    expect(await productAt(2)).toMatchObject({ status: 'active', brand: 'Brand', tags: [] });
    const found = await readAs(world.platform.pool, world.merchantId, (tx) => searchVariantIds(tx, 'grove linen', 9));
    expect(found.sort()).toEqual([world.variants[0]?.id, world.variants[1]?.id].sort());
    expect(await streamLength()).toBe(before + 1);
    expect(await audits('products.edited')).toEqual([
      expect.objectContaining({ changed: 2, productIds: expect.arrayContaining(idsOf(0, 1)) }),
    ]);

    const again = await run(editProducts, { productIds: idsOf(0, 2), removeTags: ['new'], brand: 'Grove' });
    expect(again).toEqual({ changed: 2, rows: [] });
    expect((await productAt(0)).tags).toEqual(['linen']);
    expect(await run(editProducts, { productIds: idsOf(0), brand: 'Grove' })).toEqual({
      changed: 0,
      rows: [{ productId: idsOf(0)[0], result: 'unchanged' }],
    });
  });

  it('is refused whole when nothing is named, or a category, channel or product is another merchant’s', async () => {
    const before = [await streamLength(), (await audits('products.edited')).length];
    const all = { productIds: idsOf(0, 1, 2) };
    await expect(run(editProducts, all)).rejects.toMatchObject({ refusal: { code: 'edit.empty' } });
    await expect(run(editProducts, { ...all, categoryId: newId() })).rejects.toMatchObject({
      refusal: { code: 'category.not_found', status: 404, field: 'categoryId' },
    });
    await expect(run(editProducts, { ...all, publishIn: [other.shopId] })).rejects.toMatchObject({
      refusal: { code: 'channel.not_found', status: 404 },
    });
    await expect(
      run(editProducts, { productIds: [other.variants[0]?.productId ?? ''], brand: 'Stolen' }),
    ).rejects.toMatchObject({ refusal: { code: 'product.not_found', status: 404 } });
    expect([await streamLength(), (await audits('products.edited')).length]).toEqual(before);
  });

  it('leaves a product alone whose tags would be too many', async () => {
    const tags = Array.from({ length: 250 }, (_, index) => `tag-${index}`);
    await run(editProducts, { productIds: idsOf(3), addTags: tags });
    expect(await run(editProducts, { productIds: idsOf(3, 4), addTags: ['one-more'], status: 'archived' })).toEqual({
      changed: 1,
      rows: [{ productId: idsOf(3)[0], result: 'too_many_tags' }],
    });
    expect([(await productAt(3)).status, (await productAt(4)).status]).toEqual(['active', 'archived']);
  });

  it('and another at the same time both take effect, in whichever order their products are named', async () => {
    const order = idsOf(0, 1, 2, 4, 5);
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all([
        run(editProducts, { productIds: order, addTags: [`left-${round}`], brand: `Left ${round}` }),
        run(editProducts, { productIds: [...order].reverse(), addTags: [`right-${round}`], brand: `Right ${round}` }),
      ]);
      expect(answers.map((answer) => answer.changed)).toEqual([5, 5]);
      const products = await Promise.all([0, 1, 2, 4, 5].map(productAt));
      for (const product of products)
        expect(product.tags).toEqual(expect.arrayContaining([`left-${round}`, `right-${round}`]));
      expect(new Set(products.map((product) => product.brand)).size).toBe(1);
    }
  });
});

describe('a further variant', () => {
  const size = { name: { en: 'Size', 'zh-Hant': '尺碼' }, value: { code: 'S', name: { en: 'Small' } } };

  it('needs an option first; the variants that are there get its first value', async () => {
    const [productId = ''] = idsOf(5);
    await expect(run(addVariant, { productId, sku: 'NO-OPTION', optionValues: [] })).rejects.toMatchObject({
      refusal: { code: 'variant.options_doubled' },
    });
    const product = await run(addOption, { productId, ...size });
    expect(product.options).toEqual([{ name: size.name, values: [size.value] }]);
    expect(product.variants.map((variant) => variant.optionValues)).toEqual([['S']]);
    const found = await readAs(world.platform.pool, world.merchantId, (tx) => searchVariantIds(tx, 'small 產品', 9));
    expect(found).toEqual([world.variants[5]?.id]);
  });

  it('brings values that its options do not have yet, or changes nothing', async () => {
    const [productId = ''] = idsOf(5);
    const newValues = [{ option: 0, code: 'M', name: { en: 'Medium' } }];
    const product = await run(addVariant, {
      productId,
      sku: 'A-6-M',
      optionValues: ['M'],
      barcodes: ['5901234123457'],
      newValues,
    });
    expect(product.options[0]?.values.map((value) => value.code)).toEqual(['S', 'M']);
    expect(product.variants[1]).toMatchObject({ sku: 'A-6-M', optionValues: ['M'], barcodes: ['05901234123457'] });

    const large = [{ option: 0, code: 'L', name: { en: 'Large' } }];
    const add = (more: object) =>
      run(addVariant, { productId, sku: 'A-6-L', optionValues: ['L'], newValues: large, ...more });
    await expect(add({ newValues, optionValues: ['M'] })).rejects.toMatchObject({
      refusal: { code: 'option.value_taken', field: 'newValues.0.code' },
    });
    await expect(add({ newValues: [{ ...large[0], option: 2 }] })).rejects.toMatchObject({
      refusal: { code: 'variant.options_mismatch', field: 'newValues.0.option' },
    });
    await expect(add({ sku: 'A-1' })).rejects.toMatchObject({
      refusal: { code: 'variant.sku_taken', field: 'sku' },
    });
    await expect(add({ barcodes: ['5901234123457'] })).rejects.toMatchObject({
      refusal: { code: 'variant.barcode_taken', field: 'barcodes' },
    });
    expect((await productAt(5)).options[0]?.values.map((value) => value.code)).toEqual(['S', 'M']);
    expect((await productAt(5)).variants).toHaveLength(2);
  });

  it('of the same values asked for twice at once is added once', async () => {
    const [productId = ''] = idsOf(5);
    const newValues = [{ option: 0, code: 'XL', name: { en: 'Extra large' } }];
    const results = await Promise.allSettled(
      ['A-6-XL', 'A-6-XL2'].map((sku) => run(addVariant, { productId, sku, optionValues: ['XL'], newValues })),
    );
    expect(results.flatMap((one) => (one.status === 'rejected' ? [one.reason.refusal.code] : []))).toEqual([
      'option.value_taken',
    ]);
    expect((await productAt(5)).variants.map((variant) => variant.optionValues[0])).toEqual(['S', 'M', 'XL']);
  });

  it('names its field when a barcode or SKU that it is given later is taken', async () => {
    const variantId = world.variants[4]?.id ?? '';
    await expect(run(changeVariant, { variantId, barcodes: ['5901234123457'] })).rejects.toMatchObject({
      refusal: { code: 'variant.barcode_taken', field: 'barcodes' },
    });
    await expect(run(changeVariant, { variantId, sku: 'A-1' })).rejects.toMatchObject({
      refusal: { code: 'variant.sku_taken', field: 'sku' },
    });
    expect((await productAt(4)).variants[0]).toMatchObject({ sku: 'A-5', barcodes: [] });
  });

  it('has at most three options to differ in', async () => {
    const [productId = ''] = idsOf(5);
    for (const code of ['B', 'C'])
      await run(addOption, { productId, name: { en: code }, value: { code, name: size.name } });
    await expect(run(addOption, { productId, ...size })).rejects.toMatchObject({
      refusal: { code: 'product.options_full' },
    });
  });
});
