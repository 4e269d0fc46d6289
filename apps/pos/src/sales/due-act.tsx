import { Button, Modal } from '@mantine/core';
import { IconCash } from '@tabler/icons-react';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { cashStep, currencyDigits, roundCash } from '@tandem/domain/money/currency.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newId } from '../core/ids.ts';
import { suggestCash } from '../core/suggest-cash.ts';
import { dueTexts } from '../messages/due-texts.ts';
import type { Order } from '../returns/return-act.tsx';
import returns from '../returns/returns.module.css';
import chips from '../sell/sheets.module.css';
import { useMoney } from '../use-till.tsx';
import sales from './sales.module.css';

/** Takes what an order has still to be paid, before its goods are handed over. */
export function DueAct({ order }: { readonly order: Order }) {
  const t = useTexts(dueTexts);
  const { money } = useMoney();
  const [isOpen, setIsOpen] = useState(false);
  const due = order.totalAmount + order.roundingAmount - order.paidAmount;
  if (order.state !== 'placed' || due <= 0) return null;
  return (
    <>
      <Button size="lg" leftSection={<IconCash size={22} stroke={1.6} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('open', money(due))}
      </Button>
      {isOpen ? <DueSheet order={order} due={due} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

interface DueSheetProps {
  readonly order: Order;
  readonly due: number;
  readonly onClose: () => void;
}

/** By card or in cash; of cash how much was handed over, so that the change is told before. */
function DueSheet({ order, due, onClose }: DueSheetProps) {
  const t = useTexts(dueTexts);
  const { money } = useMoney();
  const queries = useQueryClient();
  const [kind, setKind] = useState<'card' | 'cash'>('card');
  const inCash = roundCash(due, cashStep(order.currency));
  const [given, setGiven] = useState(inCash);
  // One id for what is asked: after a lost answer it is still one payment.
  const sent = useRef({ body: '', id: '' });
  const payment = useMutation({
    mutationFn: () => {
      const body = { tender: { kind, tenderedAmount: kind === 'cash' ? given : due } };
      const written = JSON.stringify(body);
      if (sent.current.body !== written) sent.current = { body: written, id: newId() };
      return call('POST /api/till/sales/:id/payment', { params: { id: order.id }, body, commandId: sent.current.id });
    },
    onSuccess: (after) => {
      queries.setQueryData(['sale', order.id], after);
      onClose();
      return queries.invalidateQueries({ queryKey: ['sales'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['sale', order.id] }),
  });
  const chip = (words: string, isPressed: boolean, onClick: () => void) => (
    <button key={words} type="button" className={chips.chip} aria-pressed={isPressed} onClick={onClick}>
      {words}
    </button>
  );
  const row = (words: string, amount: number) => (
    <div className={returns.part}>
      <span>{words}</span>
      <Money amount={amount} currency={order.currency} />
    </div>
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', order.number)}
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <form
        className={returns.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          payment.mutate();
        }}
      >
        <fieldset className={`${sales.papers} ${chips.chips}`} aria-label={t('how')}>
          {chip(t('card'), kind === 'card', () => setKind('card'))}
          {chip(t('cash'), kind === 'cash', () => setKind('cash'))}
        </fieldset>
        {kind === 'cash' ? (
          <fieldset className={`${sales.papers} ${chips.chips}`} aria-label={t('given')}>
            {[inCash, ...suggestCash(inCash, order.currency, currencyDigits(order.currency))].map((amount) =>
              chip(money(amount), amount === given, () => setGiven(amount)),
            )}
          </fieldset>
        ) : (
          <p className={returns.small}>{t('cardAdvice')}</p>
        )}
        <section className={returns.back} aria-label={t('due')}>
          {row(t('due'), kind === 'cash' ? inCash : due)}
          {kind === 'cash' ? row(t('change'), given - inCash) : null}
        </section>
        {payment.error ? (
          <p className={returns.fault} role="alert">
            {faultOf(payment.error as ProblemError, t)}
          </p>
        ) : null}
        <Button type="submit" size="xl" fullWidth loading={payment.isPending}>
          {t('take', money(kind === 'cash' ? inCash : due))}
        </Button>
      </form>
    </Modal>
  );
}

function faultOf(problem: ProblemError, t: ReturnType<typeof useTexts<typeof dueTexts.en>>): string {
  if (problem.code === 'order.nothing_due') return t('paid');
  if (problem.code === 'tender.short') return t('otherSum');
  return problem.code === 'network' || problem.status >= 500 ? t('network') : t('wrong');
}
