/** Gives a test merchant one of everything that a route can name, made through the routes themselves. */
import type { Access } from '@tandem/contract/route.ts';
import sharp from 'sharp';
import { newId } from '../platform/ids.ts';
import { samplePromotion } from './sample-promotion.ts';
import { type Answered, type Credentials, expectDone, headersFor, type Request } from './test-app.ts';
import type { TestWorld } from './test-world.ts';

export interface Furnished {
  /** One of each thing, by what it is. */
  ids: Ids;
}
export type Ids = Record<
  | 'productId'
  | 'variantId'
  | 'categoryId'
  | 'collectionId'
  | 'mediaId'
  | 'taxCategoryId'
  | 'taxRateId'
  | 'locationId'
  | 'channelId'
  | 'registerId'
  | 'staffId'
  | 'sessionId'
  | 'exceptionId'
  | 'memberId'
  | 'basketId'
  | 'orderId'
  | 'fulfilmentId'
  | 'saleId'
  | 'importId'
  | 'promotionId'
  | 'simulationId'
  | 'couponBatchId'
  | 'couponId'
  | 'priceListId'
  | 'token'
  | 'barcode'
  | 'host',
  string
>;

interface Asked {
  send(request: Request): Promise<Answered>;
  world: TestWorld;
  label: string;
  credentials: Credentials;
}
type Call = (
  access: Access,
  method: string,
  url: string,
  body?: object | Buffer,
  headers?: Record<string, string>,
) => Promise<Answered['body']>;

export async function furnish({ send, world, label, credentials }: Asked): Promise<Furnished> {
  const call: Call = async (access, method, url, body, headers = {}) => {
    const request = {
      method,
      url,
      headers: { ...headersFor(access, credentials), 'idempotency-key': newId(), ...headers },
      ...(body === undefined ? {} : { body }),
    };
    return (await expectDone(send(request))).body;
  };
  const [sold] = world.variants;
  if (sold === undefined) throw new Error('The world sells nothing');
  const barcode = `${label}-CODE`;
  const product = await call('staff', 'POST', `/api/products/${sold.productId}/media`, ...(await picture()));
  await call('staff', 'PATCH', `/api/variants/${sold.id}`, { barcodes: [barcode] });
  const category = await call('staff', 'POST', '/api/categories', { name: { en: `${label} category` } });
  const collection = await call('staff', 'POST', '/api/collections', { name: { en: `${label} collection` } });
  const rate = await call('staff', 'POST', '/api/tax-rates', {
    categoryId: world.taxCategoryId,
    region: 'X',
    name: `${label} rate`,
    ratePpm: 1,
  });
  const person = await call('staff', 'POST', '/api/staff', {
    name: `${label} cashier`,
    email: `${label}.cashier@example.test`,
    role: 'cashier',
    locationIds: [],
    password: 'correct horse battery',
    pin: '1234',
  });
  const ids = {
    productId: sold.productId,
    variantId: sold.id,
    categoryId: category.id,
    collectionId: collection.id,
    mediaId: product.media[0].id,
    taxCategoryId: world.taxCategoryId,
    taxRateId: rate.id,
    locationId: world.storeId,
    channelId: world.shopId,
    registerId: world.registerId,
    staffId: person.id,
    barcode,
    host: credentials.host,
    ...(await sell(call, world, label)),
    ...(await promote(call)),
    ...(await otherSession(send, call, world, credentials)),
    ...(await insertWithoutRoute(world, label)),
  };
  return { ids };
}

/** A picture as a form sends it, with the headers that go with it. */
export async function picture(): Promise<[Buffer, Record<string, string>]> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#468' } })
    .png()
    .toBuffer();
  const boundary = 'edge';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  return [
    Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    { 'content-type': `multipart/form-data; boundary=${boundary}` },
  ];
}

/** A basket under way, an order to fulfil, a till sale, and a till sale of an unknown article. */
async function sell(call: Call, world: TestWorld, label: string) {
  const [sold, other] = world.variants;
  const fill = async (variantId: string): Promise<string> => {
    const basket = await call('shopper', 'POST', '/api/shop/baskets', {});
    await call('shopper', 'POST', `/api/shop/baskets/${basket.id}/lines`, { variantId, quantity: 2000 });
    const address = { lines: [`${label} Street`], city: 'Hong Kong', country: 'HK' };
    await call('shopper', 'PUT', `/api/shop/baskets/${basket.id}/contact`, {
      contact: { name: `${label} Shopper`, email: `${label}@example.test` },
      address,
    });
    await call('shopper', 'PUT', `/api/shop/baskets/${basket.id}/delivery`, { method: 'ship', address });
    return basket.id;
  };
  const basketId = await fill(sold?.id ?? '');
  await call('shopper', 'POST', `/api/shop/baskets/${basketId}/codes`, { code: 'CODE-1' });
  const paidId = await fill(other?.id ?? '');
  await call('shopper', 'POST', `/api/shop/baskets/${paidId}/payment`, { kind: 'test' });
  const { orderId, token } = await call('shopper', 'POST', `/api/shop/baskets/${paidId}/order`, {});
  const order = await call('staff', 'GET', `/api/orders/${orderId}`);
  const saleId = newId();
  const sale = (id: string, variantId: string) => ({
    orderId: id,
    soldAt: new Date().toISOString(),
    lines: [{ variantId, quantity: 1000, unitAmount: 10_000 }],
    tenders: [{ kind: 'cash', amount: 10_000 }],
    totalAmount: 10_000,
  });
  await call('register', 'POST', '/api/till/sales', sale(saleId, sold?.id ?? ''));
  await call('register', 'POST', '/api/till/sales', sale(newId(), newId()));
  const exceptions = await call('staff', 'GET', '/api/exceptions');
  return {
    basketId,
    orderId,
    token,
    saleId,
    fulfilmentId: order.fulfilments[0].id,
    exceptionId: exceptions.items[0].id,
  };
}

/** A price list, and a draft of a promotion with a batch of codes and a simulation. */
async function promote(call: Call) {
  const everybody = { channels: null, locations: null, members: null, tiers: null, memberTags: null, schedule: null };
  const list = await call('staff', 'POST', '/api/price-lists', { name: { en: 'List' }, ...everybody });
  const definition = samplePromotion({ trigger: { kind: 'code', sharedCodes: [] } });
  const promotion = await call('staff', 'POST', '/api/promotions', definition);
  const simulation = await call('staff', 'POST', '/api/promotions/simulations', {
    definition,
    promotionId: null,
    days: 1,
  });
  const batch = await call('staff', 'POST', `/api/promotions/${promotion.id}/coupon-batches`, {
    name: 'Codes',
    prefix: '',
    count: 1,
    expiresAt: null,
  });
  const couponBatchId: string = batch.id;
  // Both go on behind their answers; what they still write would look like somebody else's doing.
  const simulations = () => call('staff', 'GET', `/api/promotions/simulations/${simulation.id}`);
  await untilDone(async () => (await call('staff', 'GET', `/api/coupon-batches/${couponBatchId}`)).isReady);
  await untilDone(async () => (await simulations()).state !== 'running');
  const { items } = await call('staff', 'GET', `/api/coupon-batches/${couponBatchId}/coupons`);
  return {
    priceListId: list.id,
    promotionId: promotion.id,
    simulationId: simulation.id,
    couponBatchId,
    couponId: items[0].id,
  };
}

async function untilDone(isDone: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20)))
    if (await isDone()) return;
  throw new Error('What runs behind an answer did not end');
}

/** A second session of the owner, to be revoked from afar. */
async function otherSession(send: Asked['send'], call: Call, world: TestWorld, { host }: Credentials) {
  await expectDone(
    send({
      method: 'POST',
      url: '/api/session',
      body: { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' },
      headers: { host },
    }),
  );
  const { items } = await call('staff', 'GET', '/api/sessions');
  return { sessionId: items.find((row: { isCurrent: boolean }) => !row.isCurrent).id };
}

async function insertWithoutRoute({ database, merchantId }: TestWorld, label: string) {
  const [memberId, importId] = [newId(), newId()];
  await database.adminPool.query(
    'insert into members.member (merchant_id, id, reference, name) values ($1, $2, $3, $3)',
    [merchantId, memberId, `${label} member`],
  );
  await database.adminPool.query(
    `insert into imports.import (merchant_id, id, kind, file_name, file_hash, state, rows_total, result, started_at, finished_at)
     values ($1, $2, 'products', $3, '\\x00', 'done', 0, '{"counts": {}, "messages": []}', now(), now())`,
    [merchantId, importId, `${label}.csv`],
  );
  return { memberId, importId };
}
