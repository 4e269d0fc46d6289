/** A whole sale is refunded: goods back on stock, money back on its tenders. */
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { linesOf, lockOrder, noteEvent, tendersOf } from './locked-order.ts';
import { readOrder } from './read-order.ts';
import { returnEverything } from './return-goods.ts';

export interface RefundBody {
  orderId: string;
  reason: string;
  /** Where the goods are handed in; the selling place when left out. */
  locationId?: string | undefined;
  disposition: 'sellable' | 'quality_control' | 'damaged';
}

/** Refunds everything not returned yet. Refuses when goods have not left yet (cancel it instead), or nothing is left. */
export const refundSale = singleKind('order.refund', async (tx: Tx, command: Command<RefundBody>) => {
  const { body, actor, at } = command;
  const order = await lockOrder(tx, body.orderId);
  if (order.state !== 'closed')
    refuse('order.not_refundable', 'Only a sale whose goods have left can be refunded. Cancel the order instead.', {
      status: 409,
    });
  const lines = await linesOf(tx, order.id);
  if (lines.every((line) => line.returnedQuantity === line.quantity))
    refuse('order.nothing_to_refund', 'Everything of this sale came back already.', { status: 409 });
  const facts = await sellingFacts(tx);
  const locationId = body.locationId ?? order.locationId;
  if (locationId !== null && !facts.locations.has(locationId)) notFound('location');
  const zone = facts.locations.get(locationId ?? '')?.timeZone ?? facts.timeZone;
  const amount = await returnEverything(tx, order, lines, await tendersOf(tx, order.id), {
    id: command.id,
    reason: body.reason,
    locationId,
    registerId: actor.registerId ?? null,
    staffId: actor.staffId ?? null,
    at,
    businessDate: businessDate(at, zone, facts.dayCutOffHour),
    disposition: body.disposition,
    withShipping: true,
  });
  await noteEvent(tx, order.id, 'order.refunded', actor.staffId, { amount, reason: body.reason }, at);
  return readOrder(tx, order.id);
});
