/** The rules of a till over HTTP, and what limited promotions gave: never those of another merchant. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { promotedShop } from '../../testing/promoted-shop.ts';
import { createTestApp, headersFor, type TestApp, type TestMerchant } from '../../testing/test-app.ts';
import { saleOf } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { recordSales } from '../orders/index.ts';
import { readRules } from '../pricing/index.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem?.close());

const ask = (merchant: TestMerchant, tag?: string) =>
  tandem.send({
    method: 'GET',
    url: '/api/till/rule-set',
    headers: {
      ...headersFor('register', merchant.credentials),
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    },
  });

it('answers nothing more than 304 to a till that has the rules, and the next ones once they are published', async () => {
  const shop = promotedShop(tandem.first.world);
  await shop.publish();
  const first = await ask(tandem.first);
  const tag = String(first.headers.etag);
  expect(first.status).toBe(200);
  expect(first.headers['cache-control']).toBe('private, no-cache');
  expect(tag).toBe(`"rules-${tandem.first.world.merchantId}-${first.body.number}"`);

  const again = await ask(tandem.first, tag);
  expect({ status: again.status, text: again.text, tag: again.headers.etag }).toEqual({ status: 304, text: '', tag });
  // As a proxy that compresses passes it on, among others.
  expect((await ask(tandem.first, `"other", W/${tag}`)).status).toBe(304);

  await shop.publish({ name: { en: 'Another' } });
  const next = await ask(tandem.first, tag);
  expect(next.status).toBe(200);
  expect(next.body.number).toBe(first.body.number + 1);
  await shop.endAll();
});

it('keeps apart the rules of two merchants that have the same number', async () => {
  const shops = [promotedShop(tandem.first.world), promotedShop(tandem.second.world)];
  await shops[1]?.publish();
  let mine = await ask(tandem.first);
  let theirs = await ask(tandem.second);
  while (mine.body.number !== theirs.body.number) {
    await shops[mine.body.number < theirs.body.number ? 0 : 1]?.publish();
    mine = await ask(tandem.first);
    theirs = await ask(tandem.second);
  }
  const moved = await ask(tandem.second, String(mine.headers.etag));
  expect(moved.status).toBe(200);
  expect(moved.body).toEqual(theirs.body);
  for (const shop of shops) await shop.endAll();
});

it('tells a till what limited promotions gave, baskets that are being paid counted in', async () => {
  const { first, second } = tandem;
  const shop = promotedShop(first.world);
  await shop.publish();
  const promotionId = await shop.publish({ limits: { ...noLimits, uses: 5 } });
  const uses = async (merchant: TestMerchant) =>
    (
      await tandem.send({
        method: 'GET',
        url: '/api/till/promotion-uses',
        headers: headersFor('register', merchant.credentials),
      })
    ).body;
  const none = { promotionId, uses: 0, usesToday: 0, pieces: 0, amount: 0 };
  expect((await uses(first)).items).toEqual([none]);

  const bought = await shop.basketOf([[shop.variant(0), 2]]);
  await shop.buy(bought);
  await shop.shop.pay(first.world.shopper, newId(), await shop.basketOf([[shop.variant(1), 1]]), { kind: 'test' });
  // Two pieces of 100.00 less the ten percent of the first promotion, then ten percent of 180.00 and of 90.00.
  expect(await uses(first)).toEqual({
    day: businessDate(new Date().toISOString(), 'Asia/Hong_Kong', 0),
    items: [{ promotionId, uses: 2, usesToday: 2, pieces: 3, amount: 2700 }],
  });
  expect((await uses(second)).items).toEqual([]);
  await shop.endAll();
});

it('takes a sale without a promotion that was used up as far as its till knew, and tells of one that left it out for no reason', async () => {
  const { world } = tandem.first;
  const shop = promotedShop(world);
  const promotionId = await shop.publish({ limits: { ...noLimits, uses: 5 } });
  const { number } = await shop.read(readRules);
  const usage = [{ promotionId, uses: 5, usesToday: 0, usesByMember: 0, pieces: 5, amount: 5000 }];
  const sell = async (told: object) => {
    const body = saleOf(world, [shop.variant(2)]);
    const pricing = { ruleSetNumber: number, hash: 'x', codes: [], applied: [], ...told };
    await shop.run(recordSales, { ...body, pricing });
    const raised = await shop.rows('select kind from platform.exception where subject_id = $1', body.orderId);
    return raised.map(({ kind }) => kind);
  };

  expect(await sell({ usage })).toEqual([]);
  expect(await sell({})).toEqual(['sale.price_mismatch']);
  await shop.endAll();
  const checks = await verifyBooks(tandem.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
