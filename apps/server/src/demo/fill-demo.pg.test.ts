import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPlatform, type RunningPlatform } from '../platform/build-platform.ts';
import { newLog } from '../platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import { verifyBooks } from '../verify/verify-books.ts';
import { demoLocations, demoProducts } from './catalogue/index.ts';
import { fillDemo } from './fill-demo.ts';

let database: TestDatabase;
let platform: RunningPlatform;
const told: number[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  // Half past five on a Saturday afternoon in Hong Kong.
  const now = Date.parse('2026-11-21T17:30:00+08:00');
  platform = await buildPlatform({ target: database.target, log: newLog('silent'), clock: { now: () => now } });
  await fillDemo(platform, (percent) => told.push(percent));
}, 120_000);
afterAll(async () => {
  await platform.stop();
  await database.drop();
});

const rows = async (statement: string) => (await database.adminPool.query(statement)).rows;

it('makes books that balance', async () => {
  const [tenant] = await rows('select merchant_id as id from platform.tenant');

  const results = await verifyBooks(platform.pool, tenant.id);

  expect(results.filter((result) => result.differences > 0)).toEqual([]);
  expect(results.filter((result) => result.checked === 0).map((result) => result.name)).toEqual([]);
});

it('sells nothing that is not there', async () => {
  expect(
    await rows('select * from inventory.stock_level where sellable < 0 or sellable - committed - staged - held < 0'),
  ).toEqual([]);
  expect(await rows('select * from platform.exception')).toEqual([]);
});

it('trades on each of ninety days, in every place, and never after now', async () => {
  const [days] = await rows(
    'select count(distinct business_date) as count, max(business_date) as last, max(placed_at) as latest from orders."order"',
  );
  expect(days).toMatchObject({ count: 90, last: '2026-11-21' });
  expect(days.latest.getTime()).toBeLessThan(Date.parse('2026-11-21T17:30:00+08:00'));
  const places = await rows('select location_id from orders."order" group by 1 having count(*) > 1000');
  expect(places).toHaveLength(demoLocations.filter((place) => place.kind === 'store').length);
});

it('shows every product with a picture, and has pickups open today', async () => {
  const [shown] = await rows(
    'select count(distinct product_id) as products from catalog.media join catalog.media_file f on f.media_id = media.id',
  );
  expect(shown.products).toBe(demoProducts.length);
  const states = await rows("select distinct state from orders.fulfilment where method = 'pickup' order by state");
  expect(states.map((row) => row.state)).toEqual(['cancelled', 'handed_over', 'open', 'picked']);
});

it('has promotions in every state, which part of the trade was sold with, online and in stores', async () => {
  const states = await rows('select state, count(*) from promotions.promotion group by 1 order by 1');
  expect(states).toEqual([
    { state: 'draft', count: 1 },
    { state: 'live', count: 12 },
  ]);
  const used = await rows(`
    select p.definition -> 'name' ->> 'en' as name from promotions.promotion p
    join promotions.usage_total t on t.promotion_id = p.id and t.scope = '' where t.uses > 3`);
  expect(used.length).toBeGreaterThanOrEqual(8);
  const [codes] = await rows(
    "select count(*) filter (where state = 'redeemed') as redeemed, count(*) as made from promotions.coupon",
  );
  expect(codes.made).toBe(200);
  expect(codes.redeemed).toBeGreaterThan(3);
  const [listed] = await rows('select count(*) as lines from orders.order_line where price_list_id is not null');
  expect(listed.lines).toBeGreaterThan(100);
});

it('knows its members, who bought online and in stores and got what is for their tier', async () => {
  const [members] = await rows(
    "select count(*) as count, count(*) filter (where tier = 'Gold') as gold, count(birthday) as birthdays from members.member",
  );
  expect(members).toEqual({ count: 68, gold: 14, birthdays: 51 });
  const [sold] = await rows(`
    select count(*) filter (where location_id is null) > 50 as online, count(*) filter (where location_id is not null) > 1000 as stores
    from orders."order" where member_id is not null`);
  expect(sold).toEqual({ online: true, stores: true });
  const [gold] = await rows(`
    select count(*) filter (where m.tier = 'Gold') > 100 as uses, count(*) filter (where m.tier is distinct from 'Gold') as others
    from promotions.usage_entry u join promotions.promotion p on p.id = u.promotion_id left join members.member m on m.id = u.member_id
    where p.definition -> 'name' ->> 'en' like 'Gold members%'`);
  expect(gold).toEqual({ uses: true, others: 0 });
});

it('tells how far it is, and is refused a second time', async () => {
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(100);
  await expect(fillDemo(platform, () => {})).rejects.toMatchObject({ refusal: { code: 'setup.done' } });
});
