/** What is due of an order after an edit is paid before handing over: at a till, or online by its shopper. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { type LockedOrder, lockOrder, noteEvent, tendersOf } from './locked-order.ts';
import { forShopper, readOrder } from './read-order.ts';
import { type DueTender, dueOf, takeDue } from './take-due.ts';

type AtTill = Body<'POST /api/till/sales/:id/payment'> & { orderId: string; locationId: string };

/** All that is due, in cash or by card, by somebody at a till. Refuses an order of which nothing is due. */
export const payAtTill = singleKind('order.pay_at_till', async (tx: Tx, command: Command<AtTill>) => {
  const { orderId, locationId, tender } = command.body;
  await pay(tx, await lockOrder(tx, orderId), tender, locationId, command);
  return readOrder(tx, orderId);
});

type Online = Body<'POST /api/shop/orders/:token/payment'> & { orderId: string };

/**
 * The same by its shopper with the test card. An order that is paid in the store is refused, as is a card that is declined,
 * and a sum that is not due any more: the shopper saw another.
 */
export const payOnline = singleKind('order.pay_online', async (tx: Tx, command: Command<Online>) => {
  const { orderId, card = 'approve', dueAmount } = command.body;
  const order = await lockOrder(tx, orderId);
  const due = dueOf(order);
  if (order.state === 'placed' && due > 0) {
    if (!(await tendersOf(tx, order.id)).some(({ kind }) => kind === 'test'))
      refuse('payment.in_store', 'This order is paid in the store.', { status: 409 });
    if (dueAmount !== due)
      refuse('order.due_changed', 'Another sum is due now. Look at it and pay again.', {
        status: 409,
        field: 'dueAmount',
        params: { due },
      });
    if (card === 'decline') refuse('payment.declined', 'The card was declined.', { status: 422 });
  }
  await pay(tx, order, { kind: 'test' }, null, command);
  return forShopper(await readOrder(tx, orderId));
});

async function pay(
  tx: Tx,
  order: LockedOrder,
  tender: DueTender,
  locationId: string | null,
  { at, actor }: Pick<Command<unknown>, 'at' | 'actor'>,
): Promise<void> {
  if (order.state !== 'placed' || dueOf(order) <= 0)
    refuse('order.nothing_due', 'Nothing of this order is due.', { status: 409 });
  const amount = await takeDue(tx, order, tender, { at, staffId: actor.staffId ?? null, locationId });
  await noteEvent(tx, order.id, 'order.paid', actor.staffId, { amount, kind: tender.kind }, at);
}
