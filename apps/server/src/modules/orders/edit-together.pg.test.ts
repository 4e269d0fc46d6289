/** Orders that are edited while somebody else does something with them. */
import { noLimits } from '@tandem/domain/promotions/promotion.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { editShop } from '../../testing/edit-shop.ts';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { cancelOrder } from './cancel-order.ts';
import { editOrder } from './edit-order.ts';
import { stageFulfilment } from './fulfil-order.ts';

let world: TestWorld;
let promoted: PromotedShop;
type EditShop = ReturnType<typeof editShop>;
let level: EditShop['level'];
let bought: EditShop['bought'];
let line: EditShop['line'];
let edit: EditShop['edit'];
let codeOf: EditShop['codeOf'];
beforeAll(async () => {
  world = await createTestWorld({ products: 8, pieces: 1000, ratePpm: 50_000 });
  promoted = promotedShop(world);
  ({ level, bought, line, edit, codeOf } = editShop(world, promoted));
});
afterEach(async () => {
  await promoted.endAll();
  const checks = await verifyBooks(world.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
});
afterAll(() => world.close());

describe('of two at once', () => {
  it('one edit wins, the other is told that the order changed', async () => {
    const orderId = await bought([[5, 1]]);
    const before = await level(5);
    const both = await Promise.allSettled([edit(orderId, [line(5, 2, 1)]), edit(orderId, [line(5, 3, 1)])]);
    expect(both.map(codeOf).sort()).toEqual(['ok', 'order.changed_meanwhile']);
    const [{ quantity }] = await promoted.rows('select quantity from orders.order_line where order_id = $1', orderId);
    expect((await level(5)) - before).toBe(quantity - 1000);
  });

  it('an edit and a cancellation, an edit and a pick: in either order the books hold', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [first, second] = [await bought([[5, 1]]), await bought([[5, 1]])];
      const { fulfilments } = await promoted.orderOf(second);
      const done = await Promise.allSettled([
        edit(first, [line(5, 2, 1)]),
        promoted.run(cancelOrder, { orderId: first, reason: '' }),
        edit(second, [line(5, 2, 1)]),
        promoted.run(stageFulfilment, { fulfilmentId: fulfilments[0]?.id ?? '' }),
      ]);
      expect(done.map(codeOf).filter((code) => code !== 'ok' && code !== 'order.not_editable')).toEqual([]);
      expect([codeOf(done[1] as never), codeOf(done[3] as never)]).toEqual(['ok', 'ok']);
    }
  });

  it('the last use of a promotion goes to one of two orders that are edited for it', async () => {
    const promotionId = await promoted.publish({
      phase: 'coupon',
      trigger: { kind: 'code', sharedCodes: ['LAST'] },
      limits: { ...noLimits, uses: 1 },
    });
    const orders = [await bought([[5, 1]]), await bought([[5, 1]])];
    const both = await Promise.all(orders.map((id) => edit(id, [line(5, 1, 1)], { codes: ['last'] })));
    expect(both.map((order) => order.totalAmount).sort()).toEqual([10_000, 9000]);
    expect(await promoted.totals(promotionId)).toEqual([{ uses: 1, pieces: 1, amount: 1000 }]);
  });

  it('the same command is answered the same, once', async () => {
    const orderId = await bought([[5, 1]]);
    const id = newId();
    const body = { orderId, version: 1, codes: [], addedPrices: 'original' as const, lines: [line(5, 2, 1)] };
    const actor = { kind: 'staff' as const, staffId: world.ownerId };
    const send = () => world.platform.bus.run(editOrder, { merchantId: world.merchantId, id, actor, body });
    const [a, b] = [await send(), await send()];
    expect(a).toEqual(b);
    expect(a.version).toBe(2);
  });

  it('goods are locked before uses, as every sale does it', async () => {
    const promotionId = await promoted.publish({ limits: { ...noLimits, uses: 100 } });
    const orderId = await bought([[5, 1]]);
    const sale = await world.database.adminPool.connect();
    try {
      await sale.query('begin');
      await sale.query('select 1 from inventory.stock_level where variant_id = $1 for update', [promoted.variant(5)]);
      const edited = edit(orderId, [line(5, 2, 1)]);
      const waits = "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
      while ((await promoted.rows(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      await sale.query('select 1 from promotions.usage_total where promotion_id = $1 for update nowait', [promotionId]);
      await sale.query('commit');
      expect((await edited).totalAmount).toBe(18_000);
    } finally {
      sale.release(true);
    }
  });
});
