/** A small merchant for tests: a store, a warehouse, an online shop, a few products with stock, on a database of its own. */

import { insertProducts } from '../modules/catalog/index.ts';
import { receiveStock } from '../modules/inventory/index.ts';
import { addLocation, addRegister, createMerchant, withHashedSecrets } from '../modules/merchants/index.ts';
import { insertTaxCategory, insertTaxRate, setPrices } from '../modules/pricing/index.ts';
import { buildPlatform, type RunningPlatform } from '../platform/build-platform.ts';
import type { Clock } from '../platform/clock.ts';
import { systemClock } from '../platform/clock.ts';
import { singleKind } from '../platform/commands/command.ts';
import type { Principal } from '../platform/http/principal.ts';
import { newId } from '../platform/ids.ts';
import { newLog } from '../platform/log.ts';
import { createTestDatabase, type TestDatabase } from '../platform/testing/test-database.ts';
import type { Tx } from '../platform/transaction.ts';

export interface TestWorld {
  database: TestDatabase;
  platform: RunningPlatform;
  merchantId: string;
  storeId: string;
  warehouseId: string;
  shopId: string;
  tillChannelId: string;
  registerId: string;
  ownerId: string;
  taxCategoryId: string;
  /** One variant each, SKU `A-1`, `A-2` …, price 100.00, cost 40.00, 50 pieces in the store. */
  variants: { id: string; productId: string; sku: string }[];
  shopper: Principal;
  /** A further merchant's world on the same database. */
  close(): Promise<void>;
}

export interface WorldOptions {
  products?: number;
  pieces?: number;
  /** Parts per million, in the price. */
  ratePpm?: number;
  pricesIncludeTax?: boolean;
  currency?: string;
  clock?: Clock;
  database?: TestDatabase;
  /** Stands in the merchant's texts, so that a test sees where they turn up. */
  label?: string;
}

export async function createTestWorld(options: WorldOptions = {}): Promise<TestWorld> {
  const database = options.database ?? (await createTestDatabase());
  const platform = await buildPlatform({
    target: database.target,
    log: newLog('silent'),
    clock: options.clock ?? systemClock,
  });
  const merchantId = newId();
  const made = await platform.bus.run(
    singleKind('test.world', (tx: Tx, { at }) => makeWorld(tx, options, at)),
    { merchantId, id: newId(), body: {}, actor: { kind: 'system' } },
  );
  const pieces = options.pieces ?? 50;
  if (pieces > 0 && made.variants.length > 0) {
    await platform.bus.run(receiveStock, {
      merchantId,
      id: newId(),
      actor: { kind: 'system' },
      body: {
        locationId: made.storeId,
        lines: made.variants.map((variant) => ({ variantId: variant.id, quantity: pieces * 1000, unitCost: 4000 })),
        kind: 'opening',
      },
    });
  }
  const shopper: Principal = {
    merchantId,
    actor: { kind: 'shopper', channelId: made.shopId },
    permissions: new Set(),
    locationIds: null,
  };
  return {
    database,
    platform,
    merchantId,
    ...made,
    shopper,
    close: async () => {
      await platform.stop();
      if (options.database === undefined) await database.drop();
    },
  };
}

async function makeWorld(tx: Tx, options: WorldOptions, at: string) {
  const mark = options.label === undefined ? '' : ` ${options.label}`;
  const owner = await withHashedSecrets({
    name: `Ada Owner${mark}`,
    email: `owner-${tx.merchantId}@example.test`,
    password: 'correct horse battery',
    pin: '1234',
  });
  const {
    store,
    shop,
    owner: person,
  } = await createMerchant(tx, {
    merchantName: `Test & Co${mark}`,
    currency: options.currency ?? 'HKD',
    pricesIncludeTax: options.pricesIncludeTax ?? true,
    timeZone: 'Asia/Hong_Kong',
    locale: 'en',
    store: { code: 'CENTRAL', name: `Central${mark}`, address: {} },
    shopName: `Shop${mark}`,
    owner,
  });
  const warehouse = await addLocation(
    tx,
    {
      code: 'WH',
      name: { en: 'Warehouse' },
      kind: 'warehouse',
      address: {},
      region: '*',
      timeZone: 'Asia/Hong_Kong',
      openingHours: [],
      maySell: false,
      mayPickUp: false,
      mayShip: true,
    },
    { kind: 'system' },
  );
  const register = await addRegister(tx, { code: 'T1', name: 'Till 1', locationId: store.id }, { kind: 'system' });
  const tax = await insertTaxCategory(tx, newId(), { code: 'standard', name: 'Standard' });
  if (options.ratePpm !== undefined)
    await insertTaxRate(tx, newId(), { categoryId: tax.id, region: '*', name: 'VAT', ratePpm: options.ratePpm });
  const variants = Array.from({ length: options.products ?? 4 }, (_, index) => ({
    id: newId(),
    productId: newId(),
    sku: `A-${index + 1}`,
  }));
  await insertProducts(
    tx,
    variants.map((variant, index) => ({
      id: variant.productId,
      handle: `product-${index + 1}`,
      name: { en: `Product ${index + 1}${mark}`, 'zh-Hant': `產品 ${index + 1}${mark}` },
      description: {},
      brand: 'Brand',
      tags: [],
      categoryId: null,
      status: 'active',
      options: [],
      channelIds: [shop.id],
      variants: [{ id: variant.id, sku: variant.sku, optionValues: [], barcodes: [], weightGrams: null }],
    })),
  );
  await setPrices(
    tx,
    variants.map((variant) => ({
      variantId: variant.id,
      amount: 10_000,
      compareAtAmount: null,
      taxCategoryId: tax.id,
    })),
    at,
  );
  return {
    storeId: store.id,
    warehouseId: warehouse.id,
    shopId: shop.id,
    tillChannelId: register.channelId,
    registerId: register.id,
    ownerId: person.id,
    taxCategoryId: tax.id,
    variants,
  };
}

/** The body of a till sale of one piece of each variant, paid in cash exactly. */
export function saleOf(
  world: TestWorld,
  variantIds: readonly string[],
  more: Partial<{ orderId: string; quantity: number; soldAt: string; tendered: number }> = {},
) {
  const quantity = more.quantity ?? 1000;
  const total = (10_000 * variantIds.length * quantity) / 1000;
  return {
    orderId: more.orderId ?? newId(),
    soldAt: more.soldAt ?? new Date().toISOString(),
    lines: variantIds.map((variantId) => ({ variantId, quantity, unitAmount: 10_000 })),
    tenders: [{ kind: 'cash' as const, amount: more.tendered ?? total }],
    totalAmount: total,
    locationId: world.storeId,
    channelId: world.tillChannelId,
    registerId: world.registerId,
    series: 'T1-1',
  };
}
