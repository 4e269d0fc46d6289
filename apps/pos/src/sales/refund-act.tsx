import { Button, Modal } from '@mantine/core';
import { IconReceiptRefund } from '@tabler/icons-react';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../core/ids.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import { useMoney } from '../use-till.tsx';
import classes from './sales.module.css';

type Order = Answer<'GET /api/till/sales/:id'>;

/** Refunds a whole sale after asking once, and says how the money goes back. */
export function RefundAct({ order }: { readonly order: Order }) {
  const t = useTexts(salesTexts);
  const { money } = useMoney();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  // One id for this refund: asked again after a lost answer, it is still one refund.
  const [commandId] = useState(newId);
  const left = order.paidAmount - order.refundedAmount;
  const refund = useMutation({
    mutationFn: () => call('POST /api/till/sales/:id/refund', { params: { id: order.id }, body: {}, commandId }),
    onSuccess: (after) => {
      queries.setQueryData(['sale', order.id], after);
      setIsOpen(false);
      return queries.invalidateQueries({ queryKey: ['sales'] });
    },
  });
  if (left <= 0 || order.state !== 'closed') return null;
  return (
    <>
      <Button
        size="lg"
        variant="light"
        color="red"
        leftSection={<IconReceiptRefund size={22} stroke={1.6} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('refund', money(left))}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('refundTitle')}
        closeButtonProps={{ 'aria-label': t('keep'), size: 48 }}
      >
        <p className={classes.words}>{t('refundAdvice')}</p>
        <ul className={classes.back}>
          {tendersBack(order).map(({ kind, amount }) => (
            <li key={kind}>
              <span>{t(kind)}</span>
              <Money amount={amount} currency={order.currency} />
            </li>
          ))}
        </ul>
        {refund.error ? (
          <p className={classes.fault} role="alert">
            {faultOf(refund.error as ProblemError, t)}
          </p>
        ) : null}
        <Button size="xl" fullWidth color="red" loading={refund.isPending} onClick={() => refund.mutate()}>
          {t('refundSure', money(left))}
        </Button>
        <Button mt="xs" size="lg" fullWidth variant="subtle" color="gray" onClick={() => setIsOpen(false)}>
          {t('keep')}
        </Button>
      </Modal>
    </>
  );
}

/** What each kind of tender still holds: captured less refunded. */
function tendersBack(order: Order): { kind: Order['tenders'][number]['kind']; amount: number }[] {
  const sums = new Map<Order['tenders'][number]['kind'], number>();
  for (const { kind, event, amount } of order.tenders) {
    sums.set(kind, (sums.get(kind) ?? 0) + (event === 'captured' ? amount : -Math.abs(amount)));
  }
  return [...sums].map(([kind, amount]) => ({ kind, amount })).filter(({ amount }) => amount > 0);
}

function faultOf(problem: ProblemError, t: ReturnType<typeof useTexts<typeof salesTexts.en>>): string {
  if (problem.code === 'order.nothing_to_refund') return t('refundNothing');
  if (problem.code === 'order.not_refundable') return t('refundNot');
  if (problem.status === 403) return t('refundForbidden');
  return problem.code === 'network' || problem.status >= 500 ? t('refundNetwork') : t('wrong');
}
