/** Coupons over HTTP. */
import { Readable } from 'node:stream';
import { isoNow } from '../../platform/clock.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { addBatch, listBatches, listCoupons, requireBatch, revokeBatch, revokeCoupon } from './coupon-batches.ts';
import { exportCoupons, exportName } from './export-coupons.ts';
import { couponQueue } from './make-coupons.ts';
import { codeAtTill } from './till-uses.ts';

export function couponRoutes({ pool, bus, clock, jobs }: Platform): Implementation[] {
  return [
    implement('GET /api/promotions/:id/coupon-batches', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listBatches(tx, params.id)),
    })),
    implement('POST /api/promotions/:id/coupon-batches', async (asked) => {
      const batch = await bus.run(addBatch, given(asked, { promotionId: asked.params.id, ...asked.body }));
      await jobs.send(couponQueue, { merchantId: asked.principal.merchantId, batchId: batch.id });
      return batch;
    }),
    implement('GET /api/coupon-batches/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => requireBatch(tx, params.id)),
    ),
    implement('GET /api/coupon-batches/:id/coupons', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, (tx) => listCoupons(tx, params.id, query)),
    ),
    implement('GET /api/coupon-batches/:id/export', async ({ principal, params, reply }) => {
      const { merchantId } = principal;
      const batch = await readAs(pool, merchantId, (tx) => requireBatch(tx, params.id));
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header(
        'content-disposition',
        `attachment; filename="codes.csv"; filename*=UTF-8''${encodeURIComponent(exportName(batch))}`,
      );
      // The server sends each piece as it is read.
      return Readable.from(exportCoupons(pool, merchantId, batch)) as unknown as string;
    }),
    implement('POST /api/coupon-batches/:id/revocation', (asked) =>
      bus.run(revokeBatch, given(asked, { batchId: asked.params.id, reason: asked.body.reason ?? '' })),
    ),
    implement('POST /api/coupons/:id/revocation', (asked) =>
      bus.run(revokeCoupon, given(asked, { couponId: asked.params.id, reason: asked.body.reason ?? '' })),
    ),
    implement('GET /api/till/codes/:code', ({ principal, params }) =>
      readAs(
        pool,
        principal.merchantId,
        async (tx) => (await codeAtTill(tx, params.code, isoNow(clock))) ?? notFound('code'),
      ),
    ),
  ];
}
