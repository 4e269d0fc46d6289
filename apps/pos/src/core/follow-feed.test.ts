import { expect, test } from 'vitest';
import { rulesOf } from '../testing/rules.ts';
import { variantOf } from '../testing/variants.ts';
import { Catalogue } from './catalogue.ts';
import { type CatalogueNetwork, type CatalogueStorage, createFollower, type Positions } from './follow-feed.ts';
import type { Manifest, TillVariant } from './till-facts.ts';

const store = 'store:1';

/** A server whose catalogue changes, and a disk that outlives the page. */
function world() {
  const rows = new Map([variantOf('tea'), variantOf('mug')].map((row) => [row.id, row]));
  const entries: { stream: string; position: number; at: string; rows: unknown[] }[] = [];
  const positions: Positions = { catalog: 0, [store]: 0 };
  const asked = { manifests: 0, rules: 0, variants: [] as string[] };
  let isDown = false;
  let number = 1;
  let kept: Awaited<ReturnType<CatalogueStorage['read']>>;
  const check = () => {
    if (isDown) throw new Error('down');
  };
  const network: CatalogueNetwork = {
    async manifest() {
      check();
      asked.manifests += 1;
      return {
        positions: { ...positions },
        variantCount: rows.size,
        chunkCount: 1,
        categories: [],
        inStoreRules: [],
        channelId: 'till',
        taxCategories: [],
      };
    },
    async rules() {
      check();
      asked.rules += 1;
      return rulesOf({ number });
    },
    async chunk() {
      check();
      return [...rows.values()];
    },
    async variants(ids) {
      check();
      asked.variants.push(...ids);
      return ids.flatMap((id) => rows.get(id) ?? []);
    },
    async feed(after) {
      check();
      const fresh = entries.filter(({ stream, position }) => position > (after[stream] ?? 0));
      const reached = Object.fromEntries(Object.keys(after).map((stream) => [stream, positions[stream] ?? 0]));
      return { entries: fresh, positions: reached, at: new Date(0).toISOString() };
    },
  };
  const storage: CatalogueStorage = {
    read: async () => structuredClone(kept),
    async replace(manifest: Manifest, rules, chunks) {
      kept = {
        manifest,
        rules,
        positions: manifest.positions,
        chunks: structuredClone(chunks) as TillVariant[][],
        changes: [],
      };
    },
    async change(changed, reached, fresh) {
      if (!kept) throw new Error('nothing kept yet');
      const changes = new Map(kept.changes.map((row) => [row.id, row]));
      for (const row of changed) changes.set(row.id, structuredClone(row));
      const { manifest = kept.manifest, rules = kept.rules } = fresh;
      kept = { ...kept, changes: [...changes.values()], positions: reached, manifest, rules };
    },
  };
  const news: string[] = [];
  return {
    asked,
    news,
    open() {
      const catalogue = new Catalogue();
      const tell = (one: string) => void news.push(one);
      return { catalogue, follower: createFollower({ catalogue, storage, network, tell }) };
    },
    tell(stream: string, told: unknown[]) {
      positions[stream] = (positions[stream] ?? 0) + 1;
      entries.push({ stream, position: positions[stream], at: '2026-11-23T04:00:00Z', rows: told });
    },
    change: (row: TillVariant) => rows.set(row.id, row),
    publish: () => {
      number += 1;
      return number;
    },
    loseEntry: () => entries.shift(),
    setDown: (now: boolean) => {
      isDown = now;
    },
  };
}

test('the first time everything is copied, then only what changed is read', async () => {
  const server = world();
  const { catalogue, follower } = server.open();

  expect(await follower.open()).toBe(false);
  await follower.catchUp();
  server.change(variantOf('tea', { amount: 1200 }));
  server.tell('catalog', [{ type: 'price', variantId: 'tea' }]);
  server.tell(store, [{ type: 'stock', variantId: 'mug', available: 3000 }]);
  await follower.catchUp();

  expect(catalogue.variant('tea')?.amount).toBe(1200);
  expect(catalogue.variant('mug')?.available).toBe(3000);
  expect(server.asked).toEqual({ manifests: 1, rules: 1, variants: ['tea'] });
});

test('a till that is opened without the server has all that it had', async () => {
  const server = world();
  const first = server.open();
  await first.follower.catchUp();
  server.tell(store, [{ type: 'stock', variantId: 'mug', available: 3000 }]);
  await first.follower.catchUp();
  server.setDown(true);

  const { catalogue, follower } = server.open();

  expect(await follower.open()).toBe(true);
  await expect(follower.catchUp()).rejects.toThrow('down');
  expect(['tea', 'mug'].map((id) => [id, catalogue.variant(id)?.available])).toEqual([
    ['tea', 10_000],
    ['mug', 3000],
  ]);
});

test('what changed while the till was closed is caught up from its position', async () => {
  const server = world();
  await server.open().follower.catchUp();
  server.change(variantOf('scarf'));
  server.tell('catalog', [{ type: 'product', productId: 'scarf' }]);

  const { catalogue, follower } = server.open();
  await follower.open();
  await follower.catchUp();

  expect(catalogue.variant('scarf')?.sku).toBe('SCARF');
  expect(server.asked.manifests).toBe(1);
});

test('a hole in the positions is not jumped over: everything is copied again', async () => {
  const server = world();
  const { catalogue, follower } = server.open();
  await follower.catchUp();
  server.change(variantOf('tea', { amount: 1200 }));
  server.tell('catalog', [{ type: 'price', variantId: 'tea' }]);
  server.tell('catalog', [{ type: 'price', variantId: 'mug' }]);
  server.loseEntry();

  await follower.catchUp();

  expect(catalogue.variant('tea')?.amount).toBe(1200);
  expect(server.asked.manifests).toBe(2);
});

test('published rules are fetched, kept for a start without the server, and told', async () => {
  const server = world();
  const { follower } = server.open();
  await follower.catchUp();
  server.news.length = 0;

  server.tell('catalog', [{ type: 'rules', number: server.publish() }]);
  await follower.catchUp();
  server.tell('catalog', [{ type: 'settings' }]);
  await follower.catchUp();

  expect(follower.rules()?.number).toBe(2);
  expect(server.news).toEqual(['prices', 'prices', 'settings']);
  server.setDown(true);
  const again = server.open();
  expect(await again.follower.open()).toBe(true);
  expect(again.follower.rules()?.number).toBe(2);
});

test.each(['collection', 'floors'])('%s that changed lead to a whole copy: no goods are named', async (type) => {
  const server = world();
  const { follower } = server.open();
  await follower.catchUp();

  server.tell('catalog', [{ type }]);
  await follower.catchUp();

  expect(server.asked).toMatchObject({ manifests: 2, rules: 2 });
});
