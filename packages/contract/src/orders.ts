/** Orders of all channels. */
import { Type } from 'typebox';
import { EditBody, EditPreview, editRefusals } from './order-edit-shapes.ts';
import { Order, OrderRow, OrderState } from './order-shapes.ts';
import { refundFields, refundRefusals } from './refund-shapes.ts';
import type { Routes } from './route.ts';
import { DateOnly, Id, IdParams, Note, Page, PageQuery, PositiveAmount, Shape } from './shapes.ts';

export const ordersRoutes = {
  'GET /api/orders': {
    summary: 'Orders and sales of all channels, newest first',
    access: 'order.read',
    query: Shape({
      ...PageQuery,
      search: Type.Optional(Type.String({ maxLength: 200 })),
      state: Type.Optional(OrderState),
      channelId: Type.Optional(Id),
      channelKind: Type.Optional(Type.Enum(['online', 'till'])),
      memberId: Type.Optional(Id),
      locationId: Type.Optional(Id),
      from: Type.Optional(DateOnly),
      to: Type.Optional(DateOnly),
      toFulfil: Type.Optional(Type.Boolean()),
    }),
    answer: Page(OrderRow),
  },
  'GET /api/orders/:id': {
    summary: 'An order with its whole story',
    access: 'order.read',
    params: IdParams,
    answer: Order,
  },
  'POST /api/orders/:id/cancellation': {
    summary: 'Cancel an order of which nothing left; money goes back, stock is released',
    access: 'order.change',
    idempotency: 'required',
    params: IdParams,
    body: Shape({ reason: Type.Optional(Note) }),
    answer: Order,
    refusals: ['order.not_cancellable'],
  },
  'POST /api/orders/:id/edit-preview': {
    summary: 'What an order would come to if it were edited so; changes nothing',
    access: 'order.change',
    params: IdParams,
    body: EditBody,
    answer: EditPreview,
    refusals: editRefusals,
  },
  'POST /api/orders/:id/versions': {
    summary:
      'Edit an order of which nothing was picked: goods and codes; stock, uses and money follow by the difference',
    access: 'order.change',
    idempotency: 'required',
    params: IdParams,
    status: 201,
    body: EditBody,
    answer: Order,
    refusals: [...editRefusals, 'stock.short'],
  },
  'POST /api/orders/:id/refund': {
    summary: 'Take goods of a sale back, some or all of them: their frozen share is refunded, the goods are on stock',
    access: 'order.refund',
    idempotency: 'required',
    params: IdParams,
    /** The goods are handed in at the location; the selling place when left out. */
    body: Shape({ ...refundFields, locationId: Type.Optional(Id) }),
    answer: Order,
    refusals: refundRefusals,
  },
  'POST /api/fulfilments/:id/staging': {
    summary: 'Goods are picked and set aside',
    access: 'order.change',
    idempotency: 'required',
    params: IdParams,
    answer: Order,
    refusals: ['fulfilment.wrong_state'],
  },
  'POST /api/fulfilments/:id/handing-over': {
    summary: 'Goods are handed over or shipped; what is still due is paid now',
    access: 'order.change',
    idempotency: 'required',
    params: IdParams,
    body: Shape({
      tender: Type.Optional(
        Shape({ kind: Type.Enum(['cash', 'card']), tenderedAmount: Type.Optional(PositiveAmount) }),
      ),
    }),
    answer: Order,
    refusals: ['fulfilment.wrong_state', 'order.unpaid', 'tender.short'],
  },
} as const satisfies Routes;
