/** A collection is put away only while nothing that counts means it; and promotions are found by kind and channel. */
import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import {
  addCollection,
  changeCollection,
  collectionsOfProducts,
  listBrands,
  listTags,
  putCollectionProducts,
  restoreCollection,
} from '../catalog/index.ts';
import { archiveUnusedCollection } from './archive-collection.ts';
import { createPromotion, movePromotion } from './change-promotions.ts';
import { listPromotions } from './list-promotions.ts';

let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 3, pieces: 0 });
  shop = promotedShop(world);
});
afterEach(() => shop.endAll());
afterAll(() => world.close());

const action = (collectionId: string) => ({
  kind: 'percent_off' as const,
  basisPoints: 1000,
  items: { ...everything, collections: [collectionId] },
  units: { which: 'all' as const },
});
const gather = async () => {
  const { id } = await shop.run(addCollection, { name: { en: `Window ${newId()}` } });
  await shop.run(putCollectionProducts, { id, version: 1, productIds: [world.variants[0]?.productId ?? ''] });
  return id;
};
const archive = (collectionId: string) => shop.run(archiveUnusedCollection, { collectionId });
const belongsTo = async () => {
  const productId = world.variants[0]?.productId ?? '';
  return (await shop.read((tx) => collectionsOfProducts(tx, [productId]))).get(productId) ?? [];
};

it('is refused while a promotion counts that means the collection, also in an exception, and names it', async () => {
  const id = await gather();
  const except = { ...everything, collections: [id] };
  const { except: _, ...parts } = except;
  const items = { ...allItems, except: parts } as typeof everything;
  const promotionId = await shop.publish({
    name: { en: 'Spring' },
    action: { kind: 'percent_off', basisPoints: 1000, items, units: { which: 'all' } },
  });
  const refusal = { code: 'collection.in_use', params: { promotionId, name: { en: 'Spring' } } };
  await expect(archive(id)).rejects.toMatchObject({ refusal });
  await shop.run(movePromotion, { promotionId, event: 'paused' });
  await expect(archive(id)).rejects.toMatchObject({ refusal });
  expect(await belongsTo()).toContain(id);
  await shop.endAll();
  expect((await archive(id)).archivedAt).not.toBeNull();
});

it('takes its products out of it for prices until it is restored, and stands in the audit', async () => {
  const id = await gather();
  await archive(id);
  expect(await belongsTo()).not.toContain(id);
  await expect(archive(id)).rejects.toMatchObject({ refusal: { code: 'collection.archived' } });
  await expect(shop.run(changeCollection, { id, version: 3, name: { en: 'Other' } })).rejects.toMatchObject({
    refusal: { code: 'collection.archived' },
  });
  await expect(shop.publish({ action: action(id) })).rejects.toMatchObject({
    refusal: { code: 'collection.not_found', field: 'action.items.collections.0' },
  });
  expect((await shop.run(restoreCollection, { id })).archivedAt).toBeNull();
  expect(await belongsTo()).toContain(id);
  await expect(shop.run(restoreCollection, { id })).rejects.toMatchObject({
    refusal: { code: 'collection.not_archived' },
  });
  const audits = await shop.rows(
    'select action, staff_id from platform.audit_entry where subject_id = $1 order by id desc limit 2',
    id,
  );
  expect(audits).toEqual([
    { action: 'collection.restored', staff_id: world.ownerId },
    { action: 'collection.archived', staff_id: world.ownerId },
  ]);
});

it('and a publication at the same moment never leave a live promotion with an archived collection', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await gather();
    const { id: promotionId } = await shop.run(createPromotion, samplePromotion({ action: action(id) }));
    const [archived, published] = await Promise.allSettled([
      archive(id),
      shop.run(movePromotion, { promotionId, event: 'published' }),
    ]);
    expect([archived.status, published.status].sort()).toEqual(['fulfilled', 'rejected']);
    if (published.status === 'fulfilled') await shop.run(movePromotion, { promotionId, event: 'ended' });
  }
});

it('is done twice at once by one of the two', async () => {
  const id = await gather();
  const answers = await Promise.allSettled([archive(id), archive(id)]);
  expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('promotions are listed by kind, and by the channel they count in', async () => {
  const online = await shop.publish({ channels: [world.shopId] });
  const everywhere = await shop.publish({
    action: { kind: 'amount_off', amount: 500, per: 'order', items: everything, units: { which: 'all' } },
  });
  const found = async (query: object) =>
    (await shop.read((tx) => listPromotions(tx, { state: 'active', ...query }, new Date().toISOString()))).items
      .map((one) => one.id)
      .sort();
  expect(await found({ kind: 'percent_off' })).toEqual([online]);
  expect(await found({ kind: 'amount_off' })).toEqual([everywhere]);
  expect(await found({ kind: 'gift' })).toEqual([]);
  expect(await found({ channelId: world.shopId })).toEqual([online, everywhere].sort());
  expect(await found({ channelId: world.tillChannelId })).toEqual([everywhere]);
});

it('brands and tags are counted by product, without those that are archived', async () => {
  await shop.rows(
    `update catalog.product set tags = '{tea,gift}', brand = 'Yun' where id = $1`,
    world.variants[0]?.productId,
  );
  await shop.rows(`update catalog.product set tags = '{tea}' where id = $1`, world.variants[1]?.productId);
  await shop.rows(
    `update catalog.product set tags = '{old}', status = 'archived' where id = $1`,
    world.variants[2]?.productId,
  );
  expect(await shop.read(listBrands)).toEqual([
    { name: 'Brand', productCount: 1 },
    { name: 'Yun', productCount: 1 },
  ]);
  expect(await shop.read(listTags)).toEqual([
    { name: 'gift', productCount: 1 },
    { name: 'tea', productCount: 2 },
  ]);
});
