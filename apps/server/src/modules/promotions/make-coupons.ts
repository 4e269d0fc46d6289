/** The job that makes the codes of a batch, piece by piece; whoever runs it again goes on where the last one stopped. */
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { makeCoupons, openBatches } from './coupon-batches.ts';

export const couponQueue = 'promotions.coupons';
export interface CouponJob {
  merchantId: string;
  batchId: string;
}

/** Makes what is left. Two at once share the work: every piece is counted under the lock of the batch. */
export async function makeAllCoupons(
  { bus }: Pick<Platform, 'bus'>,
  { merchantId, batchId }: CouponJob,
): Promise<void> {
  const next = () =>
    bus.run(makeCoupons, { merchantId, id: newId(), body: { batchId }, actor: { kind: 'system' as const } });
  while ((await next()).left > 0);
}

/** Sends batches again whose making went silent. */
export async function takeUpBatches({ pool, jobs }: Platform, merchantId: string): Promise<void> {
  for (const batchId of await readAs(pool, merchantId, openBatches))
    await jobs.send<CouponJob>(couponQueue, { merchantId, batchId });
}
