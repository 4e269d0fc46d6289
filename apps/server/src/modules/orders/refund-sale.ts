/** Goods of a sale come back, some or all of them: on stock, and their money on its tenders. */
import {
  everythingLeft,
  type ReturnRefusal,
  type ReturnWish,
  settleReturn,
} from '@tandem/domain/orders/settle-return.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { keptRules } from '../pricing/index.ts';
import { giveUsesBack } from '../promotions/index.ts';
import { lockOrder, noteEvent } from './locked-order.ts';
import type { Disposition } from './put-back.ts';
import { type OrderView, readOrder } from './read-order.ts';
import { writeReturn } from './return-goods.ts';

export interface RefundBody {
  orderId: string;
  reason: string;
  /** Where the goods are handed in; the selling place when left out. */
  locationId?: string | undefined;
  /** Of the lines that do not say their own. */
  disposition: Disposition;
  /** Everything that is left when left out. Quantities in thousandths. */
  lines?: (ReturnWish['lines'][number] & { disposition?: Disposition | undefined })[] | undefined;
  /** Whether the shipping is paid back; when left out, only where no lines are named. */
  withShipping?: boolean | undefined;
  tenders?: ReturnWish['tenders'];
}

/**
 * Refunds what is named, or everything that is left. Refuses when goods have not left yet (cancel the order instead), when
 * more of a line is named than is left of it, and when the money does not fit the tenders.
 */
export const refundSale = singleKind('order.refund', async (tx: Tx, command: Command<RefundBody>) => {
  const { body, actor, at } = command;
  await lockOrder(tx, body.orderId);
  const order = await readOrder(tx, body.orderId);
  const lines = body.lines ?? everythingLeft(order);
  requireLeft(order, lines);
  const { withShipping = body.lines === undefined, tenders } = body;
  const settled = settleReturn(order, { lines, withShipping, tenders });
  if (!settled.ok) refuseReturn(settled, lines);
  const facts = await sellingFacts(tx);
  const locationId = body.locationId ?? order.locationId;
  if (locationId !== null && !facts.locations.has(locationId)) notFound('location');
  const zone = facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
  const conditions = new Map(body.lines?.map((line) => [line.lineNo, line.disposition]));
  const number = await writeReturn(tx, order, settled, {
    id: command.id,
    reason: body.reason,
    locationId,
    registerId: actor.registerId ?? null,
    staffId: actor.staffId ?? null,
    at,
    businessDate: businessDate(at, zone, facts.dayCutOffHour),
    dispositionOf: (lineNo) => conditions.get(lineNo) ?? body.disposition,
  });
  if (settled.isEverything && (await keptRules(tx)).settings.returnedOrder === 'gives_use_back')
    await giveUsesBack(tx, order.id, at);
  const amount = settled.tenders.reduce((sum, part) => sum + part.amount, 0);
  const kind = settled.isEverything ? 'order.refunded' : 'order.returned';
  await noteEvent(tx, order.id, kind, actor.staffId, { amount, number, reason: body.reason }, at);
  return readOrder(tx, order.id);
});

/** Goods come back that have left: all of a sale, of an order the lines that were handed over or shipped whole. */
function requireLeft(order: OrderView, lines: readonly { lineNo: number }[]): void {
  const isOpen = (lineNo: number) =>
    order.fulfilments.some(
      (group) =>
        group.state !== 'handed_over' &&
        group.state !== 'shipped' &&
        group.lines.some((line) => line.lineNo === lineNo),
    );
  const open = lines.findIndex((line) => isOpen(line.lineNo));
  if (order.state === 'cancelled' || open >= 0)
    refuse('order.not_refundable', 'Only a sale whose goods have left can be refunded. Cancel the order instead.', {
      status: 409,
      ...(open < 0 ? {} : { field: `lines.${open}.lineNo`, params: { lineNo: lines[open]?.lineNo } }),
    });
}

function refuseReturn(refusal: ReturnRefusal, lines: readonly { lineNo: number }[]): never {
  const { code, ok: _, ...params } = refusal;
  const at = 'lineNo' in refusal ? lines.findLastIndex((line) => line.lineNo === refusal.lineNo) : -1;
  const field = (name: string) => ({ field: `lines.${at}.${name}`, params });
  switch (code) {
    case 'order.nothing_to_refund':
      return refuse(code, 'Everything of this sale came back already.', { status: 409 });
    case 'return.too_many':
      return refuse(code, 'Fewer are left of this line than should come back.', { status: 409, ...field('quantity') });
    case 'return.unknown_line':
      return refuse(code, 'The order has no such line.', field('lineNo'));
    case 'return.line_twice':
      return refuse(code, 'Name each line once.', field('lineNo'));
    case 'return.units_mismatch':
      return refuse(code, 'The named units are not the quantity.', field('units'));
    case 'refund.exceeds_tender':
      return refuse(code, 'Less was paid that way, or went back already.', { field: 'tenders', params });
    case 'refund.not_the_sum':
      return refuse(code, 'The parts do not make the refund.', { field: 'tenders', params });
  }
}
