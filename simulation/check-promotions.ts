/** Promotions at the end of the day and in it: limits, codes, frozen discounts, and prices that the named rules give. */
import { type PricedOrder, pricedAgain, readPast } from './price-again.ts';
import { rowsOf } from './rows-of.ts';
import type { World } from './world.ts';

interface Use {
  orderId: string;
  promotionId: string;
  memberId: string | null;
  couponId: string | null;
  times: number;
  /** Placed online: what a limit had to stop. */
  isOnline: boolean;
  /** A till's sale that a person was told of. */
  isTold: boolean;
}

/** What must hold at any moment. */
export async function checkUses(world: World): Promise<void> {
  const uses = await usesOf(world);
  const sum = (some: readonly Use[]) => some.reduce((total, use) => total + use.times, 0);
  for (const { id, uses: most, usesPerMember } of world.promotions.limited) {
    const own = uses.filter((use) => use.promotionId === id);
    // What tills gave without a network stands; it is no use that a limit could have stopped.
    const online = sum(own.filter((use) => use.isOnline));
    world.invariants.hold(
      'promotions.limit',
      online <= (most ?? online),
      () => `${online} online uses of ${most}: ${id}`,
    );
    const admitted = own.filter((use) => use.memberId !== null && (use.isOnline || !use.isTold));
    for (const [memberId, theirs] of Map.groupBy(admitted, (use) => use.memberId)) {
      const holds = usesPerMember === null || sum(theirs) <= usesPerMember;
      const said = () => `${sum(theirs)} uses of ${id} by the member ${memberId}, nobody told`;
      world.invariants.hold('promotions.member_limit', holds, said);
    }
  }
  const byCoupon = Map.groupBy(
    uses.filter((use) => use.couponId !== null && (use.isOnline || !use.isTold)),
    (use) => use.couponId,
  );
  for (const [couponId, theirs] of byCoupon)
    world.invariants.hold('coupons.once', sum(theirs) <= 1, () => `coupon ${couponId}: ${JSON.stringify(theirs)}`);
}

/** The discount of every line is the sum of its frozen allocations, and each of these of its units. */
export async function checkFrozen(world: World): Promise<void> {
  const lines = await rowsOf<{ name: string; discount: number; allocated: number; ofUnits: number }>(
    world,
    `select l.order_id || ' line ' || l.line_no as name, l.discount_amount::float8 as discount, coalesce(sum(a.amount), 0)::float8 as allocated,
       coalesce(sum((select sum((u ->> 'count')::bigint * (u ->> 'perUnit')::bigint) from jsonb_array_elements(a.units) u)), 0)::float8 as "ofUnits"
     from orders.order_line l left join orders.discount_allocation a
       on a.merchant_id = l.merchant_id and a.order_id = l.order_id and a.line_no = l.line_no
     where l.merchant_id = $1 group by l.order_id, l.line_no, l.discount_amount`,
  );
  for (const line of lines) {
    const holds = line.discount === line.allocated && line.discount === line.ofUnits;
    world.invariants.hold('discounts.frozen', holds, () => JSON.stringify(line));
  }
}

/** Every order is what the engine gives with the rules and the uses that it names; a till's sale so or told. At rest. */
export async function checkPrices(world: World): Promise<void> {
  const past = await readPast(world);
  for (const order of past.orders) {
    if (order.isTold) continue;
    const known = world.known.orders.get(order.id)?.lines ?? world.known.sales.get(order.id)?.lines;
    const again = pricedAgain(world, past, order, known ?? []);
    const figures = (line: PricedOrder['lines'][number]) =>
      `${line.unitAmount} - ${line.discountAmount} = ${line.amount}`;
    const found = order.lines.map(figures).join(', ');
    const expected = again.map(figures).join(', ');
    const name = order.isOnline ? 'prices.of_engine' : 'prices.of_till';
    const said = () => `${order.id} with rules ${order.ruleSetNumber}: ${found}; the engine: ${expected}`;
    world.invariants.hold(name, found === expected, said);
  }
}

/** Uses that were not given back, by order. */
function usesOf(world: World): Promise<Use[]> {
  return rowsOf<Use>(
    world,
    `select u.order_id as "orderId", u.promotion_id as "promotionId", u.member_id as "memberId", u.coupon_id as "couponId", sum(u.times)::int as times,
       c.kind = 'online' as "isOnline", exists (select 1 from platform.exception e where e.merchant_id = u.merchant_id and e.subject_id = u.order_id
         and e.kind in ('sale.price_mismatch', 'coupon.used_twice')) as "isTold"
     from promotions.usage_entry u join merchants.channel c on c.merchant_id = u.merchant_id and c.id = u.channel_id
     where u.merchant_id = $1 group by u.merchant_id, u.order_id, u.promotion_id, u.member_id, u.coupon_id, c.kind having sum(u.times) <> 0`,
  );
}
