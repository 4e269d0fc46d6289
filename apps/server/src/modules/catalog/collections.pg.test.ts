/** Collections by hand and by rule, and which collections pricing hears of. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { collectionsOfProducts } from './collections-of-products.ts';
import { editProducts } from './edit-products.ts';
import { addCategory } from './put-category.ts';
import { addCollection, changeCollection, putCollectionProducts } from './put-collection.ts';
import { listCollectionProducts, listCollections, listProductCollections, readCollection } from './read-collections.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 5, pieces: 0 });
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
const read = <T>(ask: (tx: Tx) => Promise<T>) => readAs(world.platform.pool, world.merchantId, ask);
const idsOf = (...places: number[]) => places.map((place) => world.variants[place]?.productId ?? '');
const productsOf = async (id: string, query = {}) =>
  (await read((tx) => listCollectionProducts(tx, id, query))).items.map((one) => one.productId);
const collectionsOf = (...places: number[]) => read((tx) => collectionsOfProducts(tx, idsOf(...places)));
const rule = (more: object) => ({ match: 'all' as const, brands: [], tags: [], categoryIds: [], ...more });
const rowsOf = async (statement: string) =>
  (await world.database.adminPool.query(statement, [world.merchantId])).rows as { detail: unknown; rows: unknown }[];
const audits = () =>
  rowsOf(
    "select action, detail from platform.audit_entry where merchant_id = $1 and action like 'collection.%' order by id",
  );
const lastRows = async () =>
  (
    await rowsOf(
      "select rows from platform.feed_entry where merchant_id = $1 and stream = 'catalog' order by position desc limit 1",
    )
  )[0]?.rows;

describe('a collection that is filled by hand', () => {
  it('keeps its products in their order, tells the feed who came and went, and stands in the audit', async () => {
    const { id, ...added } = await run(addCollection, { name: { en: 'Window of May', 'zh-Hant': '五月櫥窗' } });
    expect(added).toMatchObject({ handle: 'window-of-may', kind: 'manual', rule: null, productCount: 0, version: 1 });
    const [a = '', b = '', c = ''] = idsOf(0, 1, 2);
    const filled = { id, version: 1, productIds: [c, a, c.toUpperCase()] };
    const command = newId();
    const answer = await run(putCollectionProducts, filled, command);
    expect(answer).toMatchObject({ version: 2, productCount: 2 });
    expect(await run(putCollectionProducts, filled, command)).toEqual(answer);
    expect(await productsOf(id)).toEqual([c, a]);
    await run(putCollectionProducts, { id, version: 2, productIds: [b, c] });
    expect(await productsOf(id)).toEqual([b, c]);
    expect(await lastRows()).toEqual([
      { type: 'collection', collectionId: id },
      { type: 'product', productId: b },
      { type: 'product', productId: a },
    ]);
    const first = await read((tx) => listCollectionProducts(tx, id, { limit: 1 }));
    expect([first.items[0]?.productId, first.nextCursor]).toEqual([b, '1']);
    expect(await productsOf(id, { limit: 1, cursor: '1' })).toEqual([c]);
    expect((await audits()).at(-1)?.detail).toEqual({ added: [b], removed: [a], count: 2 });
    expect(await collectionsOf(0, 1, 2)).toEqual(
      new Map([
        [b, [id]],
        [c, [id]],
      ]),
    );
  });

  it('refuses a foreign product, an older version and a rule, and then nothing has changed', async () => {
    const { id, version } = await run(addCollection, { name: { en: 'Refusals' } });
    const [a = ''] = idsOf(0);
    await run(putCollectionProducts, { id, version, productIds: [a] });
    const before = [await read((tx) => readCollection(tx, id)), (await audits()).length, await lastRows()];
    const put = (more: object) => run(putCollectionProducts, { id, version: 2, productIds: [a], ...more });
    await expect(put({ productIds: [a, other.variants[0]?.productId ?? ''] })).rejects.toMatchObject({
      refusal: { code: 'product.not_found', status: 404 },
    });
    await expect(put({ version: 1 })).rejects.toMatchObject({
      refusal: { code: 'collection.changed_meanwhile', status: 409, params: { version: 2 } },
    });
    await expect(put({ id: newId() })).rejects.toMatchObject({
      refusal: { code: 'collection.not_found', status: 404 },
    });
    await expect(run(changeCollection, { id, version: 2, rule: rule({ brands: ['Brand'] }) })).rejects.toMatchObject({
      refusal: { code: 'collection.not_by_rule' },
    });
    await expect(run(changeCollection, { id, version: 2, handle: 'window-of-may' })).rejects.toMatchObject({
      refusal: { code: 'collection.handle_taken', field: 'handle' },
    });
    expect([await read((tx) => readCollection(tx, id)), (await audits()).length, await lastRows()]).toEqual(before);
  });

  it('takes one of two that were made on the same version at once, whole', async () => {
    const { id } = await run(addCollection, { name: { en: 'Two at once' } });
    for (let version = 1; version <= 5; version += 1) {
      const wishes = [idsOf(0, 1, 2), idsOf(4, 3)];
      const results = await Promise.allSettled(
        wishes.map((productIds) => run(putCollectionProducts, { id, version, productIds })),
      );
      const winner = results.findIndex((one) => one.status === 'fulfilled');
      expect(results.flatMap((one) => (one.status === 'rejected' ? [one.reason.refusal.code] : []))).toEqual([
        'collection.changed_meanwhile',
      ]);
      expect(await productsOf(id)).toEqual(wishes[winner]);
    }
  });
});

describe('a collection by rule', () => {
  it('finds products by all of its parts or any, with everything below a category, as the products change', async () => {
    const wear = await run(addCategory, { name: { en: 'Wear' } });
    const shirts = await run(addCategory, { name: { en: 'Shirts' }, parentId: wear.id });
    await run(editProducts, { productIds: idsOf(0, 1), categoryId: shirts.id, addTags: ['linen'] });
    await run(editProducts, { productIds: idsOf(2), addTags: ['linen'], brand: 'Grove' });
    const all = await run(addCollection, {
      name: { en: 'Linen wear' },
      rule: rule({ tags: [' linen '], categoryIds: [wear.id] }),
    });
    const any = await run(addCollection, {
      name: { en: 'Linen wear' },
      rule: rule({ match: 'any', brands: ['Grove'], categoryIds: [shirts.id] }),
    });
    expect([all.handle, any.handle, all.rule?.tags]).toEqual(['linen-wear', 'linen-wear-2', ['linen']]);
    expect([all.productCount, any.productCount]).toEqual([2, 3]);
    expect((await productsOf(all.id)).sort()).toEqual(idsOf(0, 1).sort());
    await run(editProducts, { productIds: idsOf(1), status: 'archived' });
    await run(editProducts, { productIds: idsOf(3), categoryId: wear.id, addTags: ['linen'] });
    expect((await productsOf(all.id)).sort()).toEqual(idsOf(0, 3).sort());
    const found = await collectionsOf(0, 1, 2, 3);
    const mine = (place: number) => found.get(idsOf(place)[0] ?? '')?.filter((id) => [all.id, any.id].includes(id));
    expect([0, 1, 2, 3].map(mine)).toEqual([[all.id, any.id].sort(), expect.anything(), [any.id], [all.id]]);
    expect(mine(1)).toEqual([]);
    const named = await read((tx) => listProductCollections(tx, idsOf(2)[0] ?? ''));
    expect(named.map((one) => one.id)).toContain(any.id);

    const changed = await run(changeCollection, { id: any.id, version: 1, rule: rule({ brands: ['Grove'] }) });
    expect(changed).toMatchObject({ version: 2, productCount: 1, rule: { match: 'all', categoryIds: [] } });
    expect(await lastRows()).toEqual([{ type: 'collection', collectionId: any.id }]);
    await expect(run(putCollectionProducts, { id: any.id, version: 2, productIds: [] })).rejects.toMatchObject({
      refusal: { code: 'collection.by_rule', status: 409 },
    });
  });

  it('that names nothing, or a category of another merchant, is refused', async () => {
    const before = (await read(listCollections)).length;
    const add = (more: object) => run(addCollection, { name: { en: 'Empty' }, rule: rule(more) });
    await expect(add({ brands: ['  '] })).rejects.toMatchObject({ refusal: { code: 'collection.rule_empty' } });
    await expect(add({ categoryIds: [newId()] })).rejects.toMatchObject({
      refusal: { code: 'category.not_found', status: 404, field: 'rule.categoryIds' },
    });
    await expect(run(addCollection, { name: { en: ' ' } })).rejects.toMatchObject({ refusal: { field: 'name' } });
    expect((await read(listCollections)).length).toBe(before);
  });
});

it('nobody sees the collections of another merchant', async () => {
  expect(await readAs(world.platform.pool, other.merchantId, listCollections)).toEqual([]);
  expect(await readAs(world.platform.pool, other.merchantId, (tx) => collectionsOfProducts(tx, idsOf(0)))).toEqual(
    new Map(),
  );
});
