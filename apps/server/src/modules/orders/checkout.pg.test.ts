import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { RefusalError } from '../../platform/refusal.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { type BasketUseCases, basketUseCases } from './basket-use-cases.ts';
import { cancelOrder } from './cancel-order.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { refundSale } from './refund-sale.ts';

let world: TestWorld;
let shop: BasketUseCases;
beforeAll(async () => {
  world = await createTestWorld({ products: 6, ratePpm: 50_000 });
  shop = basketUseCases(world.platform);
});
afterAll(() => world.close());

const address = { lines: ['1 Queen’s Road'], city: 'Hong Kong', country: 'HK' };
const contact = { name: 'Mei Chan', email: 'mei@example.test' };

async function filled(variantIds: string[], quantity = 1000): Promise<string> {
  const basket = await shop.open(world.shopper, newId(), {});
  for (const variantId of variantIds) await shop.addLine(world.shopper, newId(), basket.id, { variantId, quantity });
  await shop.setContact(world.shopper, newId(), basket.id, { contact, address });
  await shop.setDelivery(world.shopper, newId(), basket.id, { method: 'ship', address });
  return basket.id;
}
async function bought(variantIds: string[], quantity = 1000) {
  const id = await filled(variantIds, quantity);
  await shop.pay(world.shopper, newId(), id, { kind: 'test' });
  return shop.place(world.shopper, newId(), id, {});
}
const level = async (index: number) =>
  (
    await world.database.adminPool.query(
      'select * from inventory.stock_level where variant_id = $1 and location_id = $2',
      [world.variants[index]?.id, world.storeId],
    )
  ).rows[0];
const codeOf = (result: PromiseSettledResult<unknown>) =>
  result.status === 'fulfilled' ? 'ok' : (result.reason as RefusalError).refusal.code;
const order = (command: Parameters<TestWorld['platform']['bus']['run']>[0], body: object) =>
  world.platform.bus.run(
    command as never,
    { merchantId: world.merchantId, id: newId(), actor: { kind: 'staff', staffId: world.ownerId }, body } as never,
  ) as Promise<{ state: string; headline: string; fulfilments: { id: string }[]; refundedAmount: number }>;

describe('an online order', () => {
  it('holds the goods while it is paid, commits them when placed, and they leave when handed over', async () => {
    const id = await filled([world.variants[0]?.id ?? ''], 2000);
    await shop.pay(world.shopper, newId(), id, { kind: 'test' });
    expect(await level(0)).toMatchObject({ sellable: 50_000, held: 2000, committed: 0 });

    const placed = await shop.place(world.shopper, newId(), id, {});
    expect(placed.totalAmount).toBe(20_000);
    expect(await level(0)).toMatchObject({ sellable: 50_000, held: 0, committed: 2000 });

    const staged = await shop.orderByToken(world.shopper, placed.token);
    const fulfilmentId = staged.fulfilments[0]?.id ?? '';
    await order(stageFulfilment, { fulfilmentId });
    expect(await level(0)).toMatchObject({ committed: 0, staged: 2000 });
    const closed = await order(handOverFulfilment, { fulfilmentId });

    expect(closed).toMatchObject({ state: 'closed' });
    expect(await level(0)).toMatchObject({ sellable: 48_000, staged: 0, value_amount: 192_000 });
    const refunded = await order(refundSale, {
      orderId: placed.orderId,
      reason: 'too small',
      locationId: world.storeId,
      disposition: 'sellable',
    });
    expect(refunded).toMatchObject({ refundedAmount: 20_000, headline: 'refunded' });
    expect(await level(0)).toMatchObject({ sellable: 50_000, value_amount: 200_000 });
  });

  it('is placed once, however often it is sent', async () => {
    const id = await filled([world.variants[1]?.id ?? '']);
    await shop.pay(world.shopper, newId(), id, { kind: 'test' });
    const command = newId();

    const same = await Promise.all([
      shop.place(world.shopper, command, id, {}),
      shop.place(world.shopper, command, id, {}),
    ]);
    const other = await Promise.allSettled([shop.place(world.shopper, newId(), id, {})]);

    expect(same[0]).toEqual(same[1]);
    expect(other.map(codeOf)).toEqual(['basket.ordered']);
    expect(await level(1)).toMatchObject({ committed: 1000 });
  });

  it('that is declined holds nothing', async () => {
    const id = await filled([world.variants[2]?.id ?? '']);

    const tries = await Promise.allSettled([shop.pay(world.shopper, newId(), id, { kind: 'test', card: 'decline' })]);

    expect(tries.map(codeOf)).toEqual(['payment.declined']);
    expect(await level(2)).toMatchObject({ held: 0, committed: 0 });
  });

  it('that is cancelled gives goods and money back', async () => {
    const placed = await bought([world.variants[2]?.id ?? '', world.variants[3]?.id ?? '']);

    const cancelled = await order(cancelOrder, { orderId: placed.orderId, reason: 'changed my mind' });

    expect(cancelled).toMatchObject({ state: 'cancelled', refundedAmount: 20_000 });
    expect(await level(2)).toMatchObject({ committed: 0, sellable: 50_000 });
    await expect(order(cancelOrder, { orderId: placed.orderId, reason: '' })).rejects.toMatchObject({
      refusal: { code: 'order.not_cancellable' },
    });
  });

  it('of two cancellations at once one is done', async () => {
    const placed = await bought([world.variants[3]?.id ?? '']);

    const both = await Promise.allSettled([
      order(cancelOrder, { orderId: placed.orderId, reason: 'a' }),
      order(cancelOrder, { orderId: placed.orderId, reason: 'b' }),
    ]);

    expect(both.map(codeOf).sort()).toEqual(['ok', 'order.not_cancellable']);
    expect(await level(3)).toMatchObject({ committed: 0, sellable: 50_000 });
  });
});

describe('many shoppers at once', () => {
  it('200 buyers of a variant with 50 pieces make 50 orders and 150 clean refusals', async () => {
    const variantId = world.variants[4]?.id ?? '';
    const baskets = await Promise.all(Array.from({ length: 200 }, () => filled([variantId])));

    const paid = await Promise.allSettled(baskets.map((id) => shop.pay(world.shopper, newId(), id, { kind: 'test' })));
    const placed = await Promise.allSettled(
      baskets
        .filter((_, index) => paid[index]?.status === 'fulfilled')
        .map((id) => shop.place(world.shopper, newId(), id, {})),
    );

    const codes = paid.map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(50);
    expect(codes.filter((code) => code === 'stock.short')).toHaveLength(150);
    expect(placed.map(codeOf)).toEqual(Array.from({ length: 50 }, () => 'ok'));
    expect(await level(4)).toMatchObject({ sellable: 50_000, held: 0, committed: 50_000 });
  });

  it('with the same variants in opposite order never block each other for good', async () => {
    const [a = '', b = ''] = [world.variants[0]?.id, world.variants[5]?.id];

    const placed = await Promise.allSettled(
      Array.from({ length: 24 }, (_, index) => bought(index % 2 === 0 ? [a, b] : [b, a])),
    );

    expect(placed.map(codeOf)).toEqual(Array.from({ length: 24 }, () => 'ok'));
    expect(await level(5)).toMatchObject({ committed: 24_000 });
  });
});
