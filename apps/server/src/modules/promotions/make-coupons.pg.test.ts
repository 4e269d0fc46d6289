/** Codes are made by a job that anybody may go on with: exactly as many as were asked for, each once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PromotedShop, promotedShop } from '../../testing/promoted-shop.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addBatch, openBatches, revokeBatch, revokeCoupon } from './coupon-batches.ts';
import { exportCoupons } from './export-coupons.ts';
import { type CouponJob, couponQueue, makeAllCoupons, takeUpBatches } from './make-coupons.ts';

let world: TestWorld;
let promoted: PromotedShop;
let promotionId: string;
beforeAll(async () => {
  world = await createTestWorld({ products: 1 });
  promoted = promotedShop(world);
  promotionId = await promoted.publish({ trigger: { kind: 'code', sharedCodes: [] } });
});
afterAll(() => world.close());

const ask = async (count: number) =>
  (await promoted.run(addBatch, { promotionId, name: 'Spring', prefix: 'S', count, expiresAt: null })).id;
const make = (batchId: string, bus: Parameters<typeof makeAllCoupons>[0]['bus'] = world.platform.bus) =>
  makeAllCoupons({ bus }, { merchantId: world.merchantId, batchId });
const counted = async (id: string) =>
  (
    await promoted.rows(
      `select b.count, b.made, count(c.id)::int as codes, count(distinct c.code)::int as distinct from promotions.coupon_batch b
       left join promotions.coupon c on c.merchant_id = b.merchant_id and c.batch_id = b.id where b.id = $1 group by b.count, b.made`,
      id,
    )
  )[0];

describe('the making of codes', () => {
  it('is finished by another process where one died in the middle, with nothing doubled', async () => {
    const id = await ask(12_000);
    const { bus } = world.platform;
    let left = 2;
    const dying = {
      run: (...asked: Parameters<typeof bus.run>) =>
        left-- > 0 ? bus.run(...asked) : Promise.reject(new Error('cut off')),
    };
    await expect(make(id, dying as unknown as typeof bus)).rejects.toThrow('cut off');
    expect(await counted(id)).toEqual({ count: 12_000, made: 5000, codes: 5000, distinct: 5000 });
    // It may only be slow: nobody takes it up before it was silent for a while.
    expect(await promoted.read(openBatches)).toEqual([]);
    await promoted.rows(
      `update promotions.coupon_batch set moved_at = now() - interval '16 seconds' where id = $1`,
      id,
    );
    const sent: CouponJob[] = [];
    const jobs = {
      ...world.platform.jobs,
      send: async (queue: string, job: object) => void (queue === couponQueue && sent.push(job as CouponJob)),
    };
    await takeUpBatches({ ...world.platform, jobs }, world.merchantId);
    expect(sent).toEqual([{ merchantId: world.merchantId, batchId: id }]);
    // Two that take it up at once share what is left.
    await Promise.all([make(id), make(id)]);
    expect(await counted(id)).toEqual({ count: 12_000, made: 12_000, codes: 12_000, distinct: 12_000 });
    expect(await promoted.read(openBatches)).toEqual([]);
  });

  it('stops when the batch is revoked, and goes on with nothing afterwards', async () => {
    const id = await ask(10_000);
    await promoted.run(revokeBatch, { batchId: id, reason: 'Too many' });
    await make(id);
    expect(await counted(id)).toEqual({ count: 10_000, made: 0, codes: 0, distinct: 0 });
  });

  it('makes 20,000 with a count that moves on the way', async () => {
    const id = await ask(20_000);
    const seen = new Set<number>();
    let isDone = false;
    const watch = (async () => {
      while (!isDone) seen.add((await counted(id)).made);
    })();
    await make(id);
    isDone = true;
    await watch;
    expect(await counted(id)).toEqual({ count: 20_000, made: 20_000, codes: 20_000, distinct: 20_000 });
    expect(seen.size).toBeGreaterThan(1);
  });
});

it('the codes of a batch leave as CSV in pieces, each code once', async () => {
  const id = await ask(4500);
  await make(id);
  const pieces: string[] = [];
  for await (const piece of exportCoupons(world.platform.pool, world.merchantId, { id, expiresAt: null }))
    pieces.push(piece);
  const lines = pieces.join('').split('\r\n');
  expect(pieces.map((piece) => piece.split('\r\n').length - 1)).toEqual([1, 2000, 2000, 500]);
  expect(lines[0]).toBe('"code","state","member","order","expires_at"');
  expect(lines[1]).toMatch(/^"S[2-9A-Z]{10}","issued",,,$/);
  expect([lines.length, new Set(lines).size, lines.at(-1)]).toEqual([4502, 4502, '']);
});

it('revoking stands in the audit with who, before and after: of one code, and of all that were not used', async () => {
  const id = await ask(3);
  await make(id);
  const [coupon] = await promoted.rows('select id from promotions.coupon where batch_id = $1 order by code', id);
  await promoted.run(revokeCoupon, { couponId: coupon.id, reason: 'Lost' });
  await promoted.run(revokeBatch, { batchId: id, reason: 'Over' });
  const audits = await promoted.rows(
    'select action, staff_id, detail from platform.audit_entry where subject_id = any ($1::uuid[]) order by id desc limit 2',
    [id, coupon.id],
  );
  const states = { issued: 2, held: 0, redeemed: 0, revoked: 1 };
  expect(audits).toMatchObject([
    {
      action: 'coupon_batch.revoked',
      staff_id: world.ownerId,
      detail: { revoked: 2, before: { revokedAt: null, states }, after: { states: { issued: 0, revoked: 3 } } },
    },
    {
      action: 'coupon.revoked',
      staff_id: world.ownerId,
      detail: { before: 'issued', after: 'revoked', reason: 'Lost' },
    },
  ]);
});
