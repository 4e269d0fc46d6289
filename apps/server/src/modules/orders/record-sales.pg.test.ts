import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { recordSales } from './index.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const run = (body: ReturnType<typeof saleOf>, id = newId()) =>
  world.platform.bus.run(recordSales, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'register', registerId: world.registerId },
    body,
  });
const level = async (index: number) => {
  const { rows } = await world.database.adminPool.query('select * from inventory.stock_level where variant_id = $1', [
    world.variants[index]?.id,
  ]);
  return rows[0];
};
const count = async (table: string) =>
  Number((await world.database.adminPool.query(`select count(*) as n from ${table}`)).rows[0].n);

describe('a till sale', () => {
  it('takes the goods at their cost, keeps the money and gives a receipt number', async () => {
    const [first] = world.variants;

    const answer = await run(saleOf(world, [first?.id ?? ''], { tendered: 50_000 }));

    expect(answer).toMatchObject({ number: 'T1-1-000001', totalAmount: 10_000, changeAmount: 40_000 });
    expect(await level(0)).toMatchObject({ sellable: 49_000, value_amount: 196_000 });
    const { rows } = await world.database.adminPool.query(
      'select kind, amount, tendered_amount, change_amount from orders.tender where order_id = $1',
      [answer.orderId],
    );
    expect(rows).toEqual([{ kind: 'cash', amount: 10_000, tendered_amount: 50_000, change_amount: 40_000 }]);
  });

  it('that is sent twice with one id is one sale with one answer', async () => {
    const body = saleOf(world, [world.variants[1]?.id ?? '']);
    const id = newId();

    const answers = await Promise.all([run(body, id), run(body, id), run(body, id)]);

    expect(new Set(answers.map((answer) => answer.number)).size).toBe(1);
    expect(await level(1)).toMatchObject({ sellable: 49_000 });
    expect(await run(body, id)).toEqual(answers[0]);
  });

  it('with the id of another sale is refused', async () => {
    const id = newId();
    await run(saleOf(world, [world.variants[1]?.id ?? '']), id);

    await expect(run(saleOf(world, [world.variants[2]?.id ?? '']), id)).rejects.toMatchObject({
      refusal: { code: 'command.id_reused' },
    });
  });

  it('of more than there is stands, and asks somebody to look once', async () => {
    const before = await count("platform.exception where kind = 'stock.negative'");

    await run(saleOf(world, [world.variants[2]?.id ?? ''], { quantity: 60_000 }));
    await run(saleOf(world, [world.variants[2]?.id ?? '']));

    expect(await level(2)).toMatchObject({ sellable: -11_000 });
    expect(await count("platform.exception where kind = 'stock.negative'")).toBe(before + 1);
  });

  it('of an unknown article stands with an exception and leaves its neighbours alone', async () => {
    const sales = [saleOf(world, [newId()]), saleOf(world, [world.variants[3]?.id ?? '']), saleOf(world, [newId()])];

    const answers = await Promise.all(sales.map((body) => run(body)));

    expect(answers.map((answer) => answer.totalAmount)).toEqual([10_000, 10_000, 10_000]);
    expect(await count("platform.exception where kind = 'sale.unknown_variant'")).toBe(2);
    expect(await level(3)).toMatchObject({ sellable: 49_000 });
  });

  it('at once with many others leaves a ledger without gaps', async () => {
    const ids = world.variants.map((variant) => variant.id);
    await Promise.all(
      Array.from({ length: 300 }, (_, index) => run(saleOf(world, index % 2 === 0 ? ids : [...ids].reverse()))),
    );

    const { rows } = await world.database.adminPool.query(`
      select l.variant_id from inventory.stock_level l where l.sellable <> (select sum(m.sellable) from inventory.movement m where m.variant_id = l.variant_id and m.location_id = l.location_id)
        or l.entries <> (select count(*) from inventory.movement m where m.variant_id = l.variant_id and m.location_id = l.location_id)
        or l.value_amount <> (select sum(m.value_amount) from inventory.movement m where m.variant_id = l.variant_id and m.location_id = l.location_id)`);
    expect(rows).toEqual([]);
    const feed = await world.database.adminPool.query(
      "select position from platform.feed_entry where stream = 'orders' order by position",
    );
    expect(feed.rows.map((row) => row.position)).toEqual(feed.rows.map((_, index) => index + 1));
  });
});
