/** Sales with discounts and prices by hand: never refused, and told where nobody with the right stood behind them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { recordSales, type SaleBody } from './record-sales.ts';

let world: TestWorld;
const cashierId = newId();
beforeAll(async () => {
  world = await createTestWorld();
  await world.database.adminPool.query(
    `insert into merchants.staff (merchant_id, id, name, email, role) values ($1, $2, 'Cara', 'cara@example.test', 'cashier')`,
    [world.merchantId, cashierId],
  );
});
afterAll(() => world.close());

type Pricing = NonNullable<SaleBody['pricing']>;

/** One piece at 100.00, `amount` taken off by hand. */
function byHand(amount: number, staffId: string, approvals: Pricing['approvals'] = []): SaleBody {
  const sale = saleOf(world, [world.variants[0]?.id ?? '']);
  const reward = { kind: 'amount' as const, amount };
  const units = [{ from: 0, count: 1, perUnit: amount }];
  const allocation = { promotionId: null, code: null, amount, baseAmount: 10_000, units };
  return {
    ...sale,
    staffId,
    lines: sale.lines.map((line) => ({ ...line, discountAmount: amount, allocations: amount > 0 ? [allocation] : [] })),
    tenders: [{ kind: 'cash', amount: 10_000 - amount }],
    totalAmount: 10_000 - amount,
    pricing: {
      ruleSetNumber: 0,
      hash: 'x',
      codes: [],
      applied: [],
      approvals,
      manualDiscount: amount > 0 ? { reward, reason: 'Scratched' } : null,
    },
  };
}
async function faultsOf(body: SaleBody) {
  const { merchantId } = world;
  const actor = { kind: 'register' as const, registerId: world.registerId };
  const answer = await world.platform.bus.run(recordSales, { merchantId, id: newId(), actor, body });
  expect(answer.totalAmount).toBe(body.totalAmount);
  const { rows } = await world.database.adminPool.query(
    `select detail from platform.exception where kind = 'sale.over_limit' and subject_id = $1`,
    [body.orderId],
  );
  return rows.map(({ detail }) => detail);
}

it('within the role’s limit nobody is told', async () => {
  expect(await faultsOf(byHand(1000, cashierId))).toEqual([]);
  expect(await faultsOf(byHand(10_000, world.ownerId))).toEqual([]);
});

it('beyond it the sale stands, and somebody is told once', async () => {
  expect(await faultsOf(byHand(3000, cashierId))).toEqual([
    { staffId: cashierId, basisPoints: 2999, limit: 1000, isPriceAllowed: true },
  ]);
});

it('an approval counts when a PIN stood behind it, and only for the person it names', async () => {
  const approvalId = newId();
  await world.database.adminPool.query(
    `insert into platform.audit_entry (merchant_id, id, staff_id, action, detail) values ($1, $2, $3, 'till.approved', $4)`,
    [
      world.merchantId,
      approvalId,
      world.ownerId,
      JSON.stringify({ act: 'discount', basisPoints: 3000, role: 'owner' }),
    ],
  );

  expect(await faultsOf(byHand(3000, cashierId, [{ approvalId, staffId: world.ownerId }]))).toEqual([]);
  expect(await faultsOf(byHand(3000, cashierId, [{ approvalId, staffId: cashierId }]))).toHaveLength(1);
  expect(await faultsOf(byHand(3000, cashierId, [{ approvalId: newId(), staffId: world.ownerId }]))).toHaveLength(1);
});

it('a price that a cashier typed in is told, one that is printed on the goods is not', async () => {
  const priced = (overrideKind: 'entered' | 'printed'): SaleBody => {
    const sale = byHand(0, cashierId);
    return { ...sale, lines: sale.lines.map((line) => ({ ...line, isOverridden: true, overrideKind })) };
  };

  expect(await faultsOf(priced('entered'))).toMatchObject([{ isPriceAllowed: false }]);
  expect(await faultsOf(priced('printed'))).toEqual([]);
});
