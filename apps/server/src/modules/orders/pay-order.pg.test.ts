/** What is due of an order after an edit, paid online or at a till before the goods are handed over. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { setPrice } from '../pricing/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { payAtTill } from './pay-order.ts';

let world: TestWorld;
let promoted: PromotedShop;
let shop: ReturnType<typeof editShop>;
beforeAll(async () => {
  world = await createTestWorld({ products: 3, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  shop = editShop(world, promoted);
  // What cash cannot pay to the cent.
  await promoted.run(setPrice, { variantId: promoted.variant(1), amount: 3333 });
});
afterEach(async () => {
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

/** Bought online for 100.00, then one more piece of the second: 33.33 are due. */
async function dueOrder() {
  const orderId = await shop.bought([[0, 1]]);
  const order = await shop.edit(orderId, [shop.line(0, 1, 1), shop.line(1, 1)]);
  expect(order.totalAmount - order.paidAmount).toBe(3333);
  return { orderId, token: order.receiptUrl.split('/').at(-1) ?? '', fulfilmentId: order.fulfilments[0]?.id ?? '' };
}
const online = (token: string, more: object = {}, id = newId()) =>
  promoted.shop.payOrder(world.shopper, id, token, { kind: 'test', dueAmount: 3333, ...more });
const atTill = (orderId: string, tender: { kind: 'cash' | 'card'; tenderedAmount?: number }, id = newId()) =>
  world.platform.bus.run(payAtTill, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'register', registerId: world.registerId },
    body: { orderId, locationId: world.storeId, tender },
  });
const rounded = async (orderId: string) =>
  (await promoted.rows('select rounding_amount::int as amount from orders."order" where id = $1', orderId))[0].amount;

describe('online', () => {
  it('pays what is due once, whatever is sent again; the story tells it and nothing is due at the door', async () => {
    const { orderId, token, fulfilmentId } = await dueOrder();
    const id = newId();
    const paid = await online(token, {}, id);
    expect(await online(token, {}, id)).toEqual(paid);
    expect(paid).toMatchObject({ paidAmount: 13_333, lines: [{ costAmount: null }, { costAmount: null }] });
    expect(paid.tenders).toMatchObject([
      { kind: 'test', event: 'captured', amount: 10_000 },
      { kind: 'test', event: 'captured', amount: 3333 },
    ]);
    const { events } = await promoted.orderOf(orderId);
    expect(events.find(({ kind }) => kind === 'order.paid')?.detail).toEqual({ amount: 3333, kind: 'test' });
    await promoted.run(stageFulfilment, { fulfilmentId });
    expect(await promoted.run(handOverFulfilment, { fulfilmentId })).toMatchObject({ state: 'closed' });
  });

  it('refuses a declined card, another sum, a secret that is wrong and what is paid already, and changes nothing', async () => {
    const { orderId, token } = await dueOrder();
    const before = await promoted.orderOf(orderId);
    const tries = await Promise.allSettled([
      online(token, { card: 'decline' }),
      online(token, { dueAmount: 3334 }),
      online('x'.repeat(22)),
    ]);
    expect(tries.map(shop.codeOf)).toEqual(['payment.declined', 'order.due_changed', 'order.not_found']);
    expect(await promoted.orderOf(orderId)).toEqual(before);
    await online(token);
    expect((await Promise.allSettled([online(token)])).map(shop.codeOf)).toEqual(['order.nothing_due']);
  });

  it('leaves an order that is paid in the store to the store', async () => {
    const basket = await promoted.basketOf([[promoted.variant(0), 1]]);
    await promoted.shop.pay(world.shopper, newId(), basket, { kind: 'in_store' });
    const { orderId, token } = await promoted.shop.place(world.shopper, newId(), basket, {});
    const tried = await Promise.allSettled([online(token, { dueAmount: 10_000 })]);
    expect(tried.map(shop.codeOf)).toEqual(['payment.in_store']);
    expect(await atTill(orderId, { kind: 'card' })).toMatchObject({ paidAmount: 10_000, state: 'placed' });
  });
});

describe('at a till', () => {
  it('takes cash with change and rounds it; a later edit and the door reckon with the rounding', async () => {
    const { orderId, fulfilmentId } = await dueOrder();
    const short = await Promise.allSettled([atTill(orderId, { kind: 'cash', tenderedAmount: 3000 })]);
    expect(short.map(shop.codeOf)).toEqual(['tender.short']);
    const paid = await atTill(orderId, { kind: 'cash', tenderedAmount: 5000 });
    expect(paid.tenders.at(-1)).toMatchObject({ kind: 'cash', amount: 3330, tenderedAmount: 5000, changeAmount: 1670 });
    expect([paid.paidAmount, await rounded(orderId)]).toEqual([13_330, -3]);

    // 33.33 more, to the cent: no cash is given back or asked for that was rounded before.
    const wider = await shop.edit(orderId, [shop.line(0, 1, 1), shop.line(1, 2, 2)], { version: 2 });
    expect(wider.totalAmount - 3 - wider.paidAmount).toBe(3333);
    await atTill(orderId, { kind: 'card', tenderedAmount: 3333 });
    const back = await shop.edit(orderId, [shop.line(0, 1, 1)], { version: 3 });
    // 66.63 go back: the card first, then the goods’ own tender; what is left is what was paid.
    expect(back.paidAmount).toBe(back.totalAmount + (await rounded(orderId)));
    await promoted.run(stageFulfilment, { fulfilmentId });
    expect(await promoted.run(handOverFulfilment, { fulfilmentId })).toMatchObject({ state: 'closed' });
  });

  it('of a shopper and a till at once one is paid, and of a payment and a cancellation nothing is lost', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { orderId, token } = await dueOrder();
      const both = await Promise.allSettled([online(token), atTill(orderId, { kind: 'card' })]);
      expect(both.map(shop.codeOf).sort()).toEqual(['ok', 'order.nothing_due']);
      expect((await promoted.orderOf(orderId)).paidAmount).toBe(13_333);

      const other = await dueOrder();
      const ends = await Promise.allSettled([
        online(other.token),
        promoted.run(cancelOrder, { orderId: other.orderId, reason: '' }),
      ]);
      expect(['ok', 'order.nothing_due']).toContain(shop.codeOf(ends[0] as never));
      const gone = await promoted.orderOf(other.orderId);
      expect([gone.state, gone.refundedAmount]).toEqual(['cancelled', gone.paidAmount]);
    }
  });
});
