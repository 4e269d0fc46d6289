/** Makes a variant of a test world a bundle of others: its own stock is taken off first. */
import { adjustStock, setComponents } from '../modules/inventory/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/platform.ts';
import { sql } from '../platform/sql.ts';
import { readAs } from '../platform/transaction.ts';
import type { TestWorld } from './test-world.ts';

export async function makeBundle(
  {
    platform,
    merchantId,
    ownerId,
  }: Pick<TestWorld, 'merchantId' | 'ownerId'> & { platform: Pick<Platform, 'pool' | 'bus'> },
  variantId: string,
  components: { variantId: string; quantity: number }[],
): Promise<void> {
  const run = { merchantId, actor: { kind: 'staff' as const, staffId: ownerId } };
  const { levels, version } = await readAs(platform.pool, merchantId, async (tx) => ({
    levels: await tx.rows<{ locationId: string; sellable: number }>(sql`
      select location_id as "locationId", sellable from inventory.stock_level
      where merchant_id = ${merchantId} and variant_id = ${variantId} and sellable <> 0`),
    version: await tx.row<{ version: number }>(sql`
      select bundle_version::bigint as version from catalog.variant where merchant_id = ${merchantId} and id = ${variantId}`),
  }));
  for (const { locationId, sellable } of levels)
    await platform.bus.run(adjustStock, {
      ...run,
      id: newId(),
      body: { locationId, reason: 'correction', lines: [{ variantId, bucket: 'sellable', quantity: -sellable }] },
    });
  await platform.bus.run(setComponents, {
    ...run,
    id: newId(),
    body: { variantId, version: version?.version ?? 0, components },
  });
}
