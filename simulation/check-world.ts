/** Compares what the world outside knows with what the database holds. Call between two instants: nothing is under way. */
import { verifyBooks } from '../apps/server/src/verify/verify-books.ts';
import { checkFrozen, checkPrices, checkUses } from './check-promotions.ts';
import { safetyPieces } from './open-shop.ts';
import { rowsOf } from './rows-of.ts';
import type { World } from './world.ts';

/** What must hold at any moment, also with commands on their way. */
export async function checkUnderWay(world: World): Promise<void> {
  await checkAcknowledged(world);
  await checkPromises(world);
  await checkExceptions(world);
  await checkUses(world);
  await checkFrozen(world);
}

/** What must hold when every command is answered: the same facts inside and outside, and books that balance. */
export async function checkAtRest(world: World): Promise<void> {
  await checkUnderWay(world);
  await checkOnce(world);
  await checkMoney(world);
  await checkOrderLines(world);
  await checkReader(world);
  await checkPrices(world);
  await checkBooks(world);
}

/** All checks of `tandem verify`. */
export async function checkBooks({ base, database, invariants, fault }: World): Promise<void> {
  if (fault?.isFoundWithoutBooks) return;
  for (const result of await verifyBooks(database.pool, base.merchantId))
    invariants.hold(
      `books.${result.name}`,
      result.differences === 0,
      () => `${result.differences} of ${result.checked}: ${JSON.stringify(result.first.slice(0, 3))}`,
    );
}

/** Every acknowledged sale and order is there under its number, with the money that was told. */
async function checkAcknowledged(world: World): Promise<void> {
  const rows = await rowsOf(
    world,
    `select id, number, total_amount + rounding_amount as told, total_amount from orders."order" where merchant_id = $1`,
  );
  const stored = new Map(rows.map((row) => [row.id, row]));
  for (const sale of world.known.sales.values()) {
    if (sale.number === undefined) continue;
    const row = stored.get(sale.orderId);
    const holds = row?.number === sale.number && Number(row.told) === sale.totalAmount;
    world.invariants.hold(
      'acknowledged.kept',
      holds,
      () => `${JSON.stringify(sale)} is stored as ${JSON.stringify(row)}`,
    );
  }
  for (const order of world.known.orders.values()) {
    const row = stored.get(order.orderId);
    const holds = row?.number === order.number && Number(row.total_amount) === order.totalAmount;
    world.invariants.hold(
      'acknowledged.kept',
      holds,
      () => `${JSON.stringify(order)} is stored as ${JSON.stringify(row)}`,
    );
  }
}

/** At the moment of each claim there was enough for it, less what its place keeps back. */
async function checkPromises(world: World): Promise<void> {
  const keptBack = world.storeIds[1] ?? '';
  const claims = await rowsOf(
    world,
    `select * from (
       select location_id, variant_id, entry_no, committed + held + staged as claimed,
         sum(sellable - committed - held - staged) over (partition by location_id, variant_id order by entry_no) as available
       from inventory.movement where merchant_id = $1) m where claimed > 0`,
  );
  for (const claim of claims) {
    const safety = claim.location_id === keptBack ? safetyPieces * 1000 : 0;
    world.invariants.hold('stock.promise', Number(claim.available) >= safety, () => JSON.stringify(claim));
  }
}

/**
 * Every till sale that took a level below zero raised one exception. A till that was behind may have given another price, a
 * code twice or a promotion beyond its limit; nothing else went wrong with any sale.
 */
async function checkExceptions(world: World): Promise<void> {
  const [counted = {}] = await rowsOf(
    world,
    `select (select count(*) from platform.exception where merchant_id = $1 and kind = 'stock.negative') as raised,
       (select count(*) from platform.exception where merchant_id = $1 and kind not in ('stock.negative', 'stock.uncovered', 'sale.price_mismatch', 'coupon.used_twice', 'promotion.over_limit')) as others,
       (select count(*) from (
         select reason, sellable, sum(sellable) over (partition by location_id, variant_id order by entry_no) as after
         from inventory.movement where merchant_id = $1) m
        where reason = 'sale' and after < 0 and after - sellable >= 0) as crossed`,
  );
  const { raised, others, crossed } = counted;
  world.invariants.hold('stock.exceptions', raised === crossed && Number(others) === 0, () => JSON.stringify(counted));
}

/** Nothing is missing, and nothing is there that nobody asked for. */
async function checkOnce(world: World): Promise<void> {
  const { invariants, known } = world;
  const ids = async (statement: string) => (await rowsOf(world, statement)).map((row) => String(row.id));
  const orders = (kind: string) =>
    ids(
      `select o.id from orders."order" o join merchants.channel c on c.merchant_id = o.merchant_id and c.id = o.channel_id
       where o.merchant_id = $1 and c.kind = '${kind}'`,
    );
  invariants.holdSame('sales.once', known.sales.keys(), await orders('till'));
  invariants.holdSame('orders.once', known.orders.keys(), await orders('online'));
  invariants.holdSame(
    'returns.once',
    known.returns,
    await ids('select id from orders."return" where merchant_id = $1'),
  );
  invariants.holdSame(
    'documents.once',
    [...known.documents, ...world.openingIds],
    await ids('select id from inventory.stock_document where merchant_id = $1'),
  );
}

/** What every order took in and gave back is what the answers said, and the tenders sum to it. */
async function checkMoney(world: World): Promise<void> {
  const rows = await rowsOf(
    world,
    `select order_id as id, coalesce(sum(amount) filter (where event = 'captured'), 0) as paid, coalesce(-sum(amount) filter (where event = 'refunded'), 0) as refunded
     from orders.tender where merchant_id = $1 group by order_id`,
  );
  const stored = new Map(rows.map((row) => [String(row.id), row]));
  for (const [orderId, { paid, refunded }] of world.known.money) {
    const row = stored.get(orderId) ?? { paid: 0, refunded: 0 };
    const holds = Number(row.paid) === paid && Number(row.refunded) === refunded;
    world.invariants.hold(
      'money.tenders',
      holds,
      () => `${orderId}: told ${paid} and ${refunded}, ${JSON.stringify(row)}`,
    );
  }
  world.invariants.holdSame(
    'money.orders',
    [...world.known.money].filter(([, { paid }]) => paid > 0).map(([id]) => id),
    rows.filter((row) => Number(row.paid) > 0).map((row) => String(row.id)),
  );
}

/** Every line is what was sold at the till, or what lay in the basket that was ordered. */
async function checkOrderLines(world: World): Promise<void> {
  const rows = await rowsOf(
    world,
    `select order_id as id, string_agg(variant_id || ' ' || quantity, ', ' order by line_no) as lines from orders.order_line where merchant_id = $1 group by order_id`,
  );
  const stored = new Map(rows.map((row) => [String(row.id), row.lines]));
  for (const { orderId, lines } of [...world.known.sales.values(), ...world.known.orders.values()]) {
    const told = lines.map((line) => `${line.variantId} ${line.quantity}`).join(', ');
    world.invariants.hold(
      'orders.lines',
      stored.get(orderId) === told,
      () => `${orderId}: ${told}, ${stored.get(orderId)}`,
    );
  }
}

/** Whoever followed the feeds has come to the end and sees what is there. */
async function checkReader(world: World): Promise<void> {
  const { reader, invariants } = world;
  // Only pages of shoppers hear `order_states`; they keep nothing of it.
  const streams = `select stream, position from platform.stream where merchant_id = $1 and stream <> 'order_states'`;
  for (const row of await rowsOf(world, streams)) {
    const here = reader.positions.get(String(row.stream));
    invariants.hold('feeds.end', here === Number(row.position), () => `${row.stream}: ${here} of ${row.position}`);
  }
  const levels = await rowsOf(
    world,
    `select location_id || ' ' || variant_id as name, sellable from inventory.stock_level where merchant_id = $1 and entries > 0`,
  );
  for (const { name, sellable } of levels) {
    const seen = reader.stock.get(String(name));
    invariants.hold('feeds.stock', seen === Number(sellable), () => `${name}: seen ${seen}, there are ${sellable}`);
  }
  invariants.holdSame('feeds.sales', [...world.known.sales.keys(), ...world.known.orders.keys()], [...reader.orders]);
}
