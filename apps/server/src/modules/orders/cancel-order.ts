/** An order of which nothing left is cancelled: claims are released, money goes back. */
import { everythingLeft, settleReturn } from '@tandem/domain/orders/settle-return.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { releaseCommit, unstage } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook } from '../inventory/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { keptRules } from '../pricing/index.ts';
import { giveUsesBack } from '../promotions/index.ts';
import { fulfilmentsOf, moveFulfilment, type StoredFulfilment } from './fulfilment-rows.ts';
import { lockOrder, noteEvent } from './locked-order.ts';
import { readOrder } from './read-order.ts';
import { writeReturn } from './return-goods.ts';

/** Cancels. Refuses once goods were handed over or shipped, or when it is cancelled already. */
export const cancelOrder = singleKind(
  'order.cancel',
  async (tx: Tx, command: Command<{ orderId: string; reason: string }>) => {
    const { body, actor, at } = command;
    const order = await lockOrder(tx, body.orderId);
    const groups = await fulfilmentsOf(tx, order.id);
    if (
      order.state !== 'placed' ||
      groups.some((group) => group.state === 'handed_over' || group.state === 'shipped')
    ) {
      refuse('order.not_cancellable', 'Goods of this order have left already, or it is cancelled.', { status: 409 });
    }
    const facts = await sellingFacts(tx);
    const day = businessDate(at, facts.timeZone, facts.dayCutOffHour);
    const open = groups.filter((group) => group.state === 'open' || group.state === 'picked');
    await releaseClaims(tx, order.id, open, at, day);
    for (const group of open)
      if (!(await moveFulfilment(tx, group.id, [group.state], 'cancelled', at)))
        throw new Error('A fulfilment moved under the order’s lock');
    const view = await readOrder(tx, order.id);
    const settled = settleReturn(view, { lines: everythingLeft(view), withShipping: true });
    if (!settled.ok) throw new Error(`A cancelled order could not be settled: ${settled.code}`);
    await writeReturn(tx, view, settled, {
      id: command.id,
      reason: body.reason,
      locationId: null,
      registerId: null,
      staffId: actor.staffId ?? null,
      at,
      businessDate: day,
      dispositionOf: () => 'none',
    });
    await tx.run(
      sql`update orders."order" set state = 'cancelled' where merchant_id = ${tx.merchantId} and id = ${order.id} and state = 'placed'`,
    );
    if ((await keptRules(tx)).settings.cancelledOrder === 'gives_use_back') await giveUsesBack(tx, order.id, at);
    await noteEvent(tx, order.id, 'order.cancelled', actor.staffId, { reason: body.reason }, at);
    return readOrder(tx, order.id);
  },
);

async function releaseClaims(
  tx: Tx,
  orderId: string,
  groups: readonly StoredFulfilment[],
  at: string,
  businessDay: string,
): Promise<void> {
  const claims = groups.flatMap((group) =>
    group.lines.map((line) => ({ ...line, locationId: group.locationId, isPicked: group.state === 'picked' })),
  );
  const book = await openStockBook(tx, claims);
  for (const claim of claims) {
    const movement = claim.isPicked
      ? unstage(book.level(claim), claim.quantity)
      : releaseCommit(book.level(claim), claim.quantity);
    if (isStockRefusal(movement)) throw new Error('An order claims more than is committed');
    book.post(claim, movement, { documentId: orderId, lineNo: claim.lineNo, at, businessDate: businessDay });
  }
  book.write(tx);
}
