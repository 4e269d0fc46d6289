/** Promotions over HTTP. */
import { isoNow } from '../../platform/clock.ts';
import { type Asked, given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { archiveUnusedCollection } from './archive-collection.ts';
import { changePromotion, copyPromotion, createPromotion, type MoveBody, movePromotion } from './change-promotions.ts';
import { historyOf, listPromotions } from './list-promotions.ts';
import { viewOf } from './promotion-rows.ts';
import { quoteBasket } from './quote-basket.ts';

export function promotionsRoutes({ pool, bus, clock }: Platform): Implementation[] {
  const move = (
    asked: Pick<Asked<'POST /api/promotions/:id/pause'>, 'principal' | 'commandId' | 'params'>,
    event: MoveBody['event'],
  ) => bus.run(movePromotion, given(asked, { promotionId: asked.params.id, event }));
  return [
    implement('GET /api/promotions', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listPromotions(tx, query, isoNow(clock))),
    ),
    implement('POST /api/promotions', (asked) => bus.run(createPromotion, given(asked, asked.body))),
    implement('GET /api/promotions/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => viewOf(tx, params.id, isoNow(clock))),
    ),
    implement('PUT /api/promotions/:id', (asked) =>
      bus.run(changePromotion, given(asked, { promotionId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/promotions/:id/publication', (asked) => move(asked, 'published')),
    implement('POST /api/promotions/:id/pause', (asked) => move(asked, 'paused')),
    implement('POST /api/promotions/:id/resumption', (asked) => move(asked, 'resumed')),
    implement('POST /api/promotions/:id/ending', (asked) => move(asked, 'ended')),
    implement('POST /api/promotions/:id/copy', (asked) =>
      bus.run(copyPromotion, given(asked, { promotionId: asked.params.id })),
    ),
    implement('POST /api/pricing/quotations', ({ principal, body }) =>
      readAs(pool, principal.merchantId, (tx) => quoteBasket(tx, body)),
    ),
    implement('POST /api/collections/:id/archiving', (asked) =>
      bus.run(archiveUnusedCollection, given(asked, { collectionId: asked.params.id })),
    ),
    implement('GET /api/promotions/:id/history', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => historyOf(tx, params.id)),
    })),
  ];
}
