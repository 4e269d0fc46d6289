/** Writes and publishes the demo's promotions, its coupons and a price list of one store, before the first day of trade. */

import { addPriceList, putEntries } from '../modules/pricing/index.ts';
import { addBatch, createPromotion, makeCoupons, movePromotion } from '../modules/promotions/index.ts';
import type { Actor } from '../platform/commands/command.ts';
import { sql } from '../platform/sql.ts';
import { readAs } from '../platform/transaction.ts';
import type { History } from './history.ts';
import { type DemoPromotion, demoPromotions } from './promotions.data.ts';
import { historyDays, tradingDays } from './trading-days.ts';

const dayMs = 86_400_000;
const zoneMs = 8 * 3_600_000;
const couponCount = 200;
const listed = 14;

/** Gives the unique codes that shoppers may enter. */
export async function promote(history: History): Promise<string[]> {
  const { platform, world, now } = history;
  const begin = (tradingDays(now)[0]?.midnight ?? now) - dayMs;
  const actor: Actor = { kind: 'staff', staffId: world.ownerId };
  const categories = await categoryIds(history);
  const stores = world.stores.map((store) => store.registers[0]?.channelId ?? '');
  let batchId = '';
  for (const promotion of demoPromotions) {
    const places = {
      channels: promotion.where === undefined ? null : promotion.where === 'online' ? [world.shopId] : stores,
      schedule: scheduleOf(promotion, now),
    };
    const definition = { ...named(promotion, categories, await giftsOf(history, promotion)), ...places };
    const { id } = await history.run(createPromotion, begin, actor, definition);
    if (promotion.isDraft === true) continue;
    await history.run(movePromotion, begin, actor, { promotionId: id, event: 'published' as const });
    if (definition.trigger.kind === 'code' && definition.trigger.sharedCodes.length === 0) {
      const body = { promotionId: id, name: 'Autumn letter', prefix: 'HH', count: couponCount, expiresAt: null };
      batchId = (await history.run(addBatch, begin, actor, body)).id;
      await history.run(makeCoupons, begin, actor, { batchId });
    }
  }
  await listPrices(history, begin, actor);
  const rows = await readAs(platform.pool, world.merchantId, (tx) =>
    tx.rows<{ code: string }>(
      sql`select code from promotions.coupon where merchant_id = ${world.merchantId} and batch_id = ${batchId} order by code`,
    ),
  );
  return rows.map((row) => row.code);
}

function scheduleOf({ days, hours }: DemoPromotion, now: number) {
  if (days === undefined) return null;
  const local = (day: number | null) =>
    day === null
      ? null
      : `${new Date(now + zoneMs + (day - historyDays + 1) * dayMs).toISOString().slice(0, 10)}T00:00`;
  return {
    start: local(days[0]),
    end: local(days[1]),
    zone: 'store',
    weekdays: hours?.weekdays ?? null,
    hours: hours === undefined ? null : [{ from: hours.from, until: hours.until }],
  };
}

function named({ definition, categories }: DemoPromotion, ids: ReadonlyMap<string, string>, gifts: string[]) {
  const { action } = definition;
  if (action.kind === 'gift')
    return { ...definition, action: { ...action, steps: action.steps.map((step) => ({ ...step, choices: gifts })) } };
  if (categories === undefined || !('items' in action)) return definition;
  const items = { ...action.items, categories: categories.map((handle) => ids.get(handle) ?? '') };
  return { ...definition, action: { ...action, items } };
}

async function categoryIds({ platform, world }: History): Promise<Map<string, string>> {
  const rows = await readAs(platform.pool, world.merchantId, (tx) =>
    tx.rows<{ id: string; handle: string }>(
      sql`select id, handle from catalog.category where merchant_id = ${world.merchantId}`,
    ),
  );
  return new Map(rows.map((row) => [row.handle, row.id]));
}

async function giftsOf({ platform, world }: History, { gifts }: DemoPromotion): Promise<string[]> {
  if (gifts === undefined) return [];
  const rows = await readAs(platform.pool, world.merchantId, (tx) =>
    tx.rows<{ id: string }>(
      sql`select id from catalog.variant where merchant_id = ${world.merchantId} and sku like ${`${gifts}%`} order by sku limit 3`,
    ),
  );
  return rows.map((row) => row.id);
}

/** The last store in the list sells some goods a little cheaper: its neighbours do, too. */
async function listPrices(history: History, begin: number, actor: Actor): Promise<void> {
  const { world } = history;
  const store = world.stores.at(-1);
  const list = await history.run(addPriceList, begin, actor, {
    name: { en: 'Mong Kok store prices', 'zh-Hant': '旺角店價目表' },
    channels: null,
    locations: [store?.locationId ?? ''],
    members: null,
    tiers: null,
    memberTags: null,
    schedule: null,
  });
  const entries = [...world.variants]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, listed)
    .map(({ id, price }) => ({ variantId: id, minQuantity: 0, amount: Math.round((price * 0.94) / 100) * 100 }));
  await history.run(putEntries, begin, actor, { priceListId: list.id, entries });
}
