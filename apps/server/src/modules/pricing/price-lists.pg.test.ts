/** Price lists, their files, the settings and the history of prices; every change is the next rule set. */
import type { Body } from '@tandem/contract/index.ts';
import { defaultPricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { exportPrices, importPrices } from './exchange-prices.ts';
import { priceHistoryOf } from './item-prices.ts';
import { entriesUnder, listHistory } from './list-history.ts';
import { putEntries, readGrid } from './price-entries.ts';
import { addPriceList, changePriceList, endPriceList } from './price-lists.ts';
import { readRules } from './rule-sets.ts';
import { setPrice } from './set-prices.ts';
import { changeSettings } from './settings.ts';

let world: TestWorld;
let other: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 3, pieces: 0 });
  other = await createTestWorld({ products: 1, pieces: 0, database: world.database });
  shop = promotedShop(world);
});
afterAll(async () => {
  await other.close();
  await world.close();
});
const head = {
  name: { en: 'Store' },
  channels: null,
  locations: null,
  members: null,
  tiers: null,
  memberTags: null,
  schedule: null,
};
const add = () => shop.run(addPriceList, head);
const putAll = (priceListId: string, entries: Body<'PUT /api/price-lists/:id/entries'>['entries']) =>
  shop.run(putEntries, { priceListId, entries });
const rules = () => shop.read(readRules);

describe('a price list', () => {
  it('is part of the rules until it ends; each change is the next number, also of two at once', async () => {
    const { number } = await rules();
    const [first, second] = await Promise.all([add(), add()]);
    expect((await rules()).number).toBe(number + 2);
    expect((await rules()).priceLists.map((list) => list.id).sort()).toEqual([first.id, second.id].sort());
    const changed = await shop.run(changePriceList, {
      id: first.id,
      version: 1,
      definition: { ...head, locations: [world.storeId] },
    });
    expect(changed).toMatchObject({ version: 2, definition: { locations: [world.storeId] } });
    await expect(shop.run(changePriceList, { id: first.id, version: 1, definition: head })).rejects.toMatchObject({
      refusal: { code: 'price_list.changed_meanwhile' },
    });
    for (const list of [first, second]) await shop.run(endPriceList, { id: list.id });
    expect((await rules()).priceLists).toEqual([]);
    await expect(shop.run(endPriceList, { id: first.id })).rejects.toMatchObject({
      refusal: { code: 'price_list.ended' },
    });
  });

  it('refuses places and members of nobody’s, and goods of another merchant, and changes nothing', async () => {
    const list = await add();
    const { number } = await rules();
    await expect(shop.run(addPriceList, { ...head, locations: [other.storeId] })).rejects.toMatchObject({
      refusal: { code: 'location.not_found', status: 404, field: 'locations.0' },
    });
    await expect(shop.run(addPriceList, { ...head, members: [newId()] })).rejects.toMatchObject({
      refusal: { code: 'member.not_found', field: 'members.0' },
    });
    const entry = (variantId: string) => ({ variantId, minQuantity: 0, amount: 100 });
    await expect(
      shop.run(putEntries, {
        priceListId: list.id,
        entries: [entry(shop.variant(0)), entry(other.variants[0]?.id ?? '')],
      }),
    ).rejects.toMatchObject({ refusal: { code: 'variant.not_found', field: 'entries.1.variantId' } });
    expect((await rules()).number).toBe(number);
    expect(await shop.rows('select 1 from pricing.price_entry where price_list_id = $1', list.id)).toEqual([]);
  });

  it('goes out and comes in as a file; rows that do not fit are named', async () => {
    const list = await add();
    const csv = ['sku,min_quantity,price,compare_at', 'A-1,,90.50,100', 'A-2,3,80,', 'Z-9,,1,', 'A-3,,cheap,'].join(
      '\n',
    );
    const tried = await shop.run(importPrices, { priceListId: list.id, csv, dryRun: true });
    expect(await shop.rows('select 1 from pricing.price_entry where price_list_id = $1', list.id)).toEqual([]);
    const report = await shop.run(importPrices, { priceListId: list.id, csv, dryRun: false });
    expect(report).toEqual(tried);
    expect(report).toMatchObject({
      taken: 2,
      removed: 0,
      refused: 2,
      problems: [
        { row: 4, code: 'sku_unknown' },
        { row: 5, code: 'price_wrong' },
      ],
    });
    const { csv: out } = await shop.read((tx) => exportPrices(tx, list.id));
    expect(out.split('\r\n').sort().filter(Boolean)).toEqual(
      ['"A-1","0.000","90.50","100.00"', '"A-2","3.000","80.00",', '"sku","min_quantity","price","compare_at"'].sort(),
    );
    expect(await shop.run(importPrices, { priceListId: list.id, csv: out, dryRun: false })).toMatchObject({
      taken: 2,
      refused: 0,
    });
    const removed = await shop.run(importPrices, { priceListId: list.id, csv: 'sku,price\nA-1,\n', dryRun: false });
    expect(removed).toMatchObject({ taken: 0, removed: 1 });
    const grid = await shop.read((tx) => readGrid(tx, list.id, { priced: true }));
    expect(grid.items).toMatchObject([
      { sku: 'A-2', baseAmount: 10_000, entries: [{ minQuantity: 3000, amount: 8000, compareAtAmount: null }] },
    ]);
    await expect(
      shop.run(importPrices, { priceListId: list.id, csv: 'a,b\n1,2', dryRun: false }),
    ).rejects.toMatchObject({ refusal: { code: 'import.not_readable' } });
  });
});

it('settings count from their change on, and stand in the next rule set', async () => {
  const { number } = await rules();
  await shop.run(changeSettings, { ...defaultPricingSettings, codesPerOrder: 1, cancelledOrder: 'keeps_use' });
  expect(await rules()).toMatchObject({
    number: number + 1,
    settings: { codesPerOrder: 1, cancelledOrder: 'keeps_use', taxRounding: 'line' },
  });
});

it('base prices keep their history, with the lowest of the 30 days before the price of now', async () => {
  const variantId = shop.variant(2);
  for (const amount of [7000, 9000, 9000, 8000]) await shop.run(setPrice, { variantId, amount });
  const history = await shop.read((tx) => priceHistoryOf(tx, variantId));
  expect(history.items.map((item) => item.amount)).toEqual([8000, 9000, 7000, 10_000]);
  expect(history.lowest30DaysAmount).toBe(7000);
  await shop.rows(
    "update pricing.price_change set at = at - interval '40 days' where variant_id = $1 and amount in (7000, 10000)",
    variantId,
  );
  // The price of 40 days ago still counted when the 30 days began.
  expect((await shop.read((tx) => priceHistoryOf(tx, variantId))).lowest30DaysAmount).toBe(7000);
});

describe('the history of a list', () => {
  it('tells who changed what and when, prices before and after, the newest first', async () => {
    const [variantId, otherId] = [shop.variant(0), shop.variant(1)];
    const list = await add();
    const put = (entries: Parameters<typeof putAll>[1]) => putAll(list.id, entries);
    await put([
      { variantId, minQuantity: 0, amount: 9000, compareAtAmount: 10_000 },
      { variantId: otherId, minQuantity: 0, amount: 8000 },
    ]);
    const { number } = await rules();
    await put([
      { variantId, minQuantity: 0, amount: 8500, compareAtAmount: 10_000 },
      { variantId: otherId, minQuantity: 0, amount: 8000 },
    ]);
    await put([{ variantId, minQuantity: 0, amount: null }]);
    await shop.run(changePriceList, { id: list.id, version: 1, definition: { ...head, locations: [world.storeId] } });
    await shop.run(endPriceList, { id: list.id });
    const history = await shop.read((tx) => listHistory(tx, list.id, { limit: 4 }));
    const entry = { variantId, sku: 'A-1', minQuantity: 0 };
    expect(history.items).toMatchObject([
      { event: 'ended', staffName: 'Ada Owner', before: { locations: [world.storeId] }, after: null },
      { event: 'changed', before: { locations: null }, after: { locations: [world.storeId] } },
      { event: 'prices', entryCount: 1, entries: [{ ...entry, beforeAmount: 8500, amount: null }] },
      { event: 'prices', entryCount: 1, entries: [{ ...entry, beforeAmount: 9000, amount: 8500 }] },
    ]);
    const rest = await shop.read((tx) => listHistory(tx, list.id, { cursor: String(history.nextCursor) }));
    expect(rest.items).toMatchObject([
      { event: 'prices', entryCount: 2, ruleSetNumber: number },
      { event: 'added', before: null, after: { id: list.id } },
    ]);
    const under = async (n: number) => (await shop.read((tx) => entriesUnder(tx, [variantId], n))).get(variantId);
    expect(await under(number - 1)).toBeUndefined();
    const first = { priceListId: list.id, minQuantity: 0, amount: 9000, compareAtAmount: 10_000 };
    expect([await under(number), await under(number + 1), await under(number + 2)]).toEqual([
      [first],
      [{ ...first, amount: 8500 }],
      undefined,
    ]);
  });

  it('has one entry for each of two that change the same price at once, and ends with what counts', async () => {
    const variantId = shop.variant(2);
    const list = await add();
    const put = (amount: number) =>
      shop.run(putEntries, { priceListId: list.id, entries: [{ variantId, minQuantity: 0, amount }] });
    await Promise.all([put(5000), put(6000)]);
    const { items } = await shop.read((tx) => listHistory(tx, list.id, {}));
    const [last, before] = items.map((one) => one.entries[0]);
    expect([last?.beforeAmount, before?.beforeAmount]).toEqual([before?.amount, null]);
    const [row] = await shop.rows('select amount from pricing.price_entry where price_list_id = $1', list.id);
    expect(row.amount).toBe(last?.amount);
    await shop.run(endPriceList, { id: list.id });
  });
});
