/** Setting up an empty Tandem. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPlatform, type RunningPlatform } from './platform/build-platform.ts';
import { newLog } from './platform/log.ts';
import { createTestDatabase, type TestDatabase } from './platform/testing/test-database.ts';
import { type SetupBody, setUpMerchant } from './setup.ts';

let database: TestDatabase;
let platform: RunningPlatform;
beforeEach(async () => {
  database = await createTestDatabase();
  platform = await buildPlatform({ target: database.target, log: newLog('silent') });
});
afterEach(async () => {
  await platform.stop();
  await database.drop();
});

const body: SetupBody = {
  merchantName: 'Harbour Goods',
  currency: 'HKD',
  pricesIncludeTax: true,
  timeZone: 'Asia/Hong_Kong',
  locale: 'zh-Hant',
  taxRates: [{ name: 'VAT', ratePpm: 88_750 }],
  store: { code: 'CENTRAL', name: '中環店', address: { city: 'Hong Kong', country: 'HK' } },
  shopName: '網上商店',
  owner: { name: 'Mei', email: 'Mei@Example.test', password: 'correct horse battery' },
};
const count = async (table: string) => (await database.adminPool.query(`select count(*) from ${table}`)).rows[0].count;
/** Commands that are remembered of merchants that there are not. */
const strangers = () => count('platform.command where merchant_id not in (select merchant_id from platform.tenant)');

describe('setting up', () => {
  it('gives a store with its till channel, a shop that sells from it, the owner, and the default tax', async () => {
    const { merchantId, store, shop, owner } = await setUpMerchant(platform, body, { isFirst: true });
    expect(store).toMatchObject({ code: 'CENTRAL', name: { 'zh-Hant': '中環店' }, kind: 'store' });
    expect(shop.sources).toEqual([{ locationId: store.id, safety: { kind: 'none', amount: 0 } }]);
    expect(owner).toMatchObject({ email: 'mei@example.test', role: 'owner', hasPassword: true, hasPin: false });
    const { rows } = await database.adminPool.query(
      'select r.name, r.rate_ppm, r.region, c.is_default, r.merchant_id from pricing.tax_rate r join pricing.tax_category c on c.id = r.category_id',
    );
    expect(rows).toEqual([{ name: 'VAT', rate_ppm: 88_750, region: '*', is_default: true, merchant_id: merchantId }]);
  });

  it('asked for by two at once is done once', async () => {
    const results = await Promise.allSettled([1, 2, 3].map(() => setUpMerchant(platform, body, { isFirst: true })));
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []));
    expect(refusals).toEqual(['setup.done', 'setup.done']);
    expect([await count('platform.tenant'), await count('merchants.merchant'), await count('merchants.staff')]).toEqual(
      [1, 1, 1],
    );
    expect(await strangers()).toBe(0);
  });

  it('with a currency or time zone that there is not leaves Tandem empty', async () => {
    await expect(setUpMerchant(platform, { ...body, currency: 'XYZ' }, { isFirst: true })).rejects.toMatchObject({
      refusal: { code: 'currency.unknown', field: 'currency' },
    });
    await expect(setUpMerchant(platform, { ...body, timeZone: 'Mars/Base' }, { isFirst: true })).rejects.toMatchObject({
      refusal: { code: 'time_zone.unknown' },
    });
    expect([await count('platform.tenant'), await count('merchants.location')]).toEqual([0, 0]);
    expect(await strangers()).toBe(0);
  });
});
