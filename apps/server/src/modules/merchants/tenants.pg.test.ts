/** Two merchants under one roof, each behind its own host name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { kinds } from './kinds.ts';
import { readLocation } from './read-locations.ts';
import { newTenants } from './tenants.ts';

let first: TestWorld;
let second: TestWorld;
const owner = (world: TestWorld) => ({ kind: 'staff' as const, staffId: world.ownerId });
const rename = (world: TestWorld, hostname: string | null, channelId = world.shopId) =>
  world.platform.bus.run(kinds.changeChannel, {
    merchantId: world.merchantId,
    id: newId(),
    actor: owner(world),
    body: { id: channelId, hostname },
  });

beforeAll(async () => {
  first = await createTestWorld({ products: 0 });
  second = await createTestWorld({ products: 0, database: first.database });
});
afterAll(async () => {
  await second.close();
  await first.close();
});

describe('a host name', () => {
  it('leads to its merchant and shop, an unknown one to the oldest', async () => {
    await rename(second, 'second.example');
    const tenants = newTenants(first.platform);

    expect(await tenants.resolveShop('SECOND.example')).toEqual({
      merchantId: second.merchantId,
      channelId: second.shopId,
    });
    expect(await tenants.resolveShop('elsewhere.example')).toEqual({
      merchantId: first.merchantId,
      channelId: first.shopId,
    });
    expect(tenants.merchantOf('second.example')).toBe(second.merchantId);
  });

  it('belongs to one channel only, over all merchants, until it is given up', async () => {
    await rename(second, 'taken.example');
    await expect(rename(first, 'taken.example')).rejects.toMatchObject({
      refusal: { code: 'channel.hostname_taken', field: 'hostname' },
    });

    await rename(second, null);
    const channel = await rename(first, 'taken.example');
    expect(channel.hostname).toBe('taken.example');
    const { rows } = await first.database.adminPool.query(
      "select merchant_id from platform.hostname where hostname = 'taken.example'",
    );
    expect(rows).toEqual([{ merchant_id: first.merchantId }]);
  });

  it('asked for by two at once is given to one', async () => {
    const results = await Promise.allSettled([rename(first, 'race.example'), rename(second, 'race.example')]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('another merchant', () => {
  it('is told that a location is not there', async () => {
    await expect(
      readAs(first.platform.pool, second.merchantId, (tx) => readLocation(tx, first.storeId)),
    ).rejects.toMatchObject({ refusal: { code: 'location.not_found', status: 404 } });
    const sources = [{ locationId: first.storeId, safety: { kind: 'none' as const, amount: 0 } }];
    const steal = second.platform.bus.run(kinds.changeChannel, {
      merchantId: second.merchantId,
      id: newId(),
      actor: owner(second),
      body: { id: second.shopId, sources },
    });
    await expect(steal).rejects.toMatchObject({ refusal: { code: 'location.not_found' } });
  });
});
