/** The lowest price of the 30 days before a reduction: over base prices, price lists and promotions of the channel. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { everything } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addPriceList, putEntries, readRules } from '../pricing/index.ts';
import { lowestPrices } from './lowest-prices.ts';
import { priceGoods } from './price-goods.ts';

const dayMs = 86_400_000;
const now = Date.parse('2026-06-01T04:00:00Z');
const daysAgo = (days: number) => new Date(now - days * dayMs).toISOString();
let world: TestWorld;
let shop: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 2 });
  shop = promotedShop(world);
  await shop.rows('update pricing.price_change set at = $1', daysAgo(300));
});
afterAll(() => world?.close());

/** What a product costs now, and the lowest price beside it. */
const shelf = (index = 0) =>
  shop.read(async (tx) => {
    const id = shop.variant(index);
    const goods = await priceGoods(tx, world.shopId, [shop.variant(0), shop.variant(1)], now);
    return [goods.prices.get(id)?.listed.unitAmount, (await lowestPrices(tx, goods)).get(id)];
  });
const lastNumber = async () => (await shop.read(readRules)).number;
const publishedAt = (number: number, days: number) =>
  shop.rows('update pricing.rule_set set published_at = $1 where number = $2', daysAgo(days), number);
const percent = async (basisPoints: number, index = 0) => {
  const items = { ...everything, products: [world.variants[index]?.productId ?? ''] };
  await shop.publish({ phase: 'line', action: { kind: 'percent_off', basisPoints, items, units: { which: 'all' } } });
  return lastNumber();
};

it('knows what promotions and lists of the last 30 days made of the price, and not what was before', async () => {
  expect(await shelf()).toEqual([10_000, undefined]);
  const begun = await percent(2000);
  await shop.endAll();
  const ended = await lastNumber();
  await publishedAt(begun, 25);
  await publishedAt(ended, 20);
  const today = await percent(1000);
  await publishedAt(today, 0);
  expect(await shelf()).toEqual([9000, 8000]);

  // The same offer of more than 30 days ago counts no more; the base price that followed it does.
  await publishedAt(begun, 45);
  await publishedAt(ended, 31);
  expect(await shelf()).toEqual([9000, 10_000]);
  await shop.rows(
    'insert into pricing.price_change (merchant_id, variant_id, at, amount) values ($1, $2, $3, 9500), ($1, $2, $4, 10000)',
    world.merchantId,
    shop.variant(0),
    daysAgo(9),
    daysAgo(8),
  );
  expect(await shelf()).toEqual([9000, 9500]);

  // A list that counted for two days, by its own schedule: no publication stands at its edges.
  const period = { start: daysAgo(12).slice(0, 16), end: daysAgo(10).slice(0, 16) };
  const list = await shop.run(addPriceList, {
    name: { en: 'Two days' },
    channels: [world.shopId],
    locations: null,
    members: null,
    tiers: null,
    memberTags: null,
    schedule: { ...period, zone: 'UTC', weekdays: null, hours: null },
  });
  await shop.run(putEntries, {
    priceListId: list.id,
    entries: [{ variantId: shop.variant(0), minQuantity: 0, amount: 7000 }],
  });
  expect(await shelf()).toEqual([9000, 9500]);
  await shop.endAll();
  const without = await lastNumber();
  for (let number = today; number <= without; number += 1) await publishedAt(number, 30.5);
  const again = await percent(1000);
  await publishedAt(again, 0);
  expect(await shelf()).toEqual([9000, 7000]);

  // Reduced without a pause since twelve days: what counts are the 30 days before that, which the first offer reached into.
  await publishedAt(again, 10);
  expect(await shelf()).toEqual([9000, 8000]);
});

it('takes a price of a list as it counted then, not as it is now, and one that was taken out only until then', async () => {
  await shop.endAll();
  const before = await lastNumber();
  for (let number = 1; number <= before; number += 1) await publishedAt(number, 200);
  const list = await shop.run(addPriceList, {
    name: { en: 'Market' },
    channels: [world.shopId],
    locations: null,
    members: null,
    tiers: null,
    memberTags: null,
    schedule: null,
  });
  const put = async (amount: number | null, days: number) => {
    const entries = [{ variantId: shop.variant(1), minQuantity: 0, amount }];
    await shop.run(putEntries, { priceListId: list.id, entries });
    const number = await lastNumber();
    await publishedAt(number, days);
    return number;
  };
  await publishedAt(await lastNumber(), 100);
  await put(6000, 90);
  const fell = await put(8500, 70);
  await put(9200, 5);
  const today = await percent(1000, 1);
  await publishedAt(today, 0);
  // 92.00 less ten percent; the list said 85.00 until five days ago, and 60.00 when nobody asks any more.
  expect(await shelf(1)).toEqual([8280, 8500]);
  await publishedAt(fell, 10);
  expect(await shelf(1)).toEqual([8280, 6000]);

  // Taken out of the list: what it said before counts still, the base price since.
  await publishedAt(fell, 70);
  await put(null, 0);
  expect(await shelf(1)).toEqual([9000, 8500]);
});
