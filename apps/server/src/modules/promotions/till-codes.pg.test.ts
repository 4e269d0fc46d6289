/** Codes that a till asks about. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addMember } from '../members/index.ts';
import { addBatch, makeCoupons } from './coupon-batches.ts';
import { codeAtTill } from './till-uses.ts';

let world: TestWorld;
let promoted: PromotedShop;
beforeAll(async () => {
  world = await createTestWorld({ products: 1, ratePpm: 50_000 });
  promoted = promotedShop(world);
});
afterAll(() => world.close());

it('a member’s own code says whose it is, so that the till takes it for them', async () => {
  const promotionId = await promoted.publish({ phase: 'coupon', trigger: { kind: 'code', sharedCodes: [] } });
  const { id: memberId } = await promoted.run(addMember, { name: 'Mei Chan' });
  const asked = async (more: object) => {
    const body = { promotionId, name: 'B', prefix: '', count: 1, expiresAt: null, ...more };
    const batch = await promoted.run(addBatch, body);
    await promoted.run(makeCoupons, { batchId: batch.id });
    const [row] = await promoted.rows('select code from promotions.coupon where batch_id = $1', batch.id);
    return promoted.read((tx) => codeAtTill(tx, ` ${row.code.toLowerCase()}`, new Date().toISOString()));
  };
  expect(await asked({ memberIds: [memberId] })).toMatchObject({ promotionId, refusal: 'not_yours', memberId });
  expect(await asked({})).toMatchObject({ promotionId, refusal: null, memberId: null });
  expect(await promoted.read((tx) => codeAtTill(tx, 'NOBODY', new Date().toISOString()))).toBeUndefined();
});
