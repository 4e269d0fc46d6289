/** Orders, and the baskets of the online store, over HTTP. */
import { isoNow } from '../../platform/clock.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import { type Principal, requireLocation } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { type BasketUseCases, basketUseCases } from './basket-use-cases.ts';
import { cancelOrder } from './cancel-order.ts';
import { editOrder } from './edit-order.ts';
import { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
import { listOrders } from './list-orders.ts';
import { previewEdit } from './preview-edit.ts';
import { readOrder } from './read-order.ts';
import { refundSale } from './refund-sale.ts';

export function ordersRoutes(platform: Platform): Implementation[] {
  const { pool, bus, clock } = platform;
  const shop = basketUseCases(platform);
  const visible = async (principal: Principal, id: string) => {
    const order = await readAs(pool, principal.merchantId, (tx) => readOrder(tx, id));
    if (principal.locationIds === null) return order;
    const places = [order.locationId, ...order.fulfilments.map((group) => group.locationId)];
    return places.some((place) => place !== null && principal.locationIds?.includes(place)) ? order : notFound('order');
  };
  return [
    implement('GET /api/orders', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listOrders(tx, query, principal.locationIds)),
    ),
    implement('GET /api/orders/:id', ({ principal, params }) => visible(principal, params.id)),
    implement('POST /api/orders/:id/cancellation', async (asked) => {
      await visible(asked.principal, asked.params.id);
      return bus.run(cancelOrder, given(asked, { orderId: asked.params.id, reason: asked.body.reason ?? '' }));
    }),
    implement('POST /api/orders/:id/edit-preview', async ({ principal, params, body }) => {
      await visible(principal, params.id);
      return readAs(pool, principal.merchantId, (tx) => previewEdit(tx, params.id, body, isoNow(clock)));
    }),
    implement('POST /api/orders/:id/versions', async (asked) => {
      await visible(asked.principal, asked.params.id);
      return bus.run(editOrder, given(asked, { orderId: asked.params.id, ...asked.body }));
    }),
    implement('POST /api/orders/:id/refund', async (asked) => {
      await visible(asked.principal, asked.params.id);
      if (asked.body.locationId !== undefined) requireLocation(asked.principal, asked.body.locationId);
      return bus.run(
        refundSale,
        given(asked, { reason: '', disposition: 'sellable', ...asked.body, orderId: asked.params.id }),
      );
    }),
    implement('POST /api/fulfilments/:id/staging', (asked) =>
      bus.run(stageFulfilment, given(asked, { fulfilmentId: asked.params.id })),
    ),
    implement('POST /api/fulfilments/:id/handing-over', (asked) =>
      bus.run(handOverFulfilment, given(asked, { fulfilmentId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/shop/baskets', ({ principal, commandId, body }) => shop.open(principal, commandId, body)),
    implement('GET /api/shop/baskets/:id', (asked) => shop.read(asked.principal, asked.params.id, asked.query.payment)),
    implement('POST /api/shop/baskets/:id/lines', ({ principal, commandId, params, body }) =>
      shop.addLine(principal, commandId, params.id, body),
    ),
    implement('PUT /api/shop/baskets/:id/lines/:lineNo', ({ principal, commandId, params, body }) =>
      shop.setLine(principal, commandId, params.id, params.lineNo, body),
    ),
    implement('POST /api/shop/baskets/:id/codes', ({ principal, commandId, params, body }) =>
      shop.addCode(principal, commandId, params.id, body.code),
    ),
    implement('DELETE /api/shop/baskets/:id/codes/:code', ({ principal, commandId, params }) =>
      shop.removeCode(principal, commandId, params.id, params.code),
    ),
    implement('PUT /api/shop/baskets/:id/contact', ({ principal, commandId, params, body }) =>
      shop.setContact(principal, commandId, params.id, body),
    ),
    implement('PUT /api/shop/baskets/:id/delivery', ({ principal, commandId, params, body }) =>
      shop.setDelivery(principal, commandId, params.id, body),
    ),
    implement('POST /api/shop/baskets/:id/payment', ({ principal, commandId, params, body }) =>
      shop.pay(principal, commandId, params.id, body),
    ),
    implement('POST /api/shop/baskets/:id/order', ({ principal, commandId, params, body }) =>
      shop.place(principal, commandId, params.id, body),
    ),
    ...shopOrderRoutes(shop),
  ];
}

/** The order behind the secret of its address, for whoever has it. */
function shopOrderRoutes(shop: BasketUseCases): Implementation[] {
  return [
    implement('GET /api/shop/orders/:token', ({ principal, params }) => shop.orderByToken(principal, params.token)),
    implement('POST /api/shop/orders/:token/payment', ({ principal, commandId, params, body }) =>
      shop.payOrder(principal, commandId, params.token, body),
    ),
  ];
}
