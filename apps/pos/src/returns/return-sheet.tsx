import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { formatQuantity } from '@tandem/ui/index.ts';
import { FocusBack, Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { type ReturnChoice, useReturnChoice } from '@tandem/ui/react/use-return-choice.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newId } from '../core/ids.ts';
import { returnTexts } from '../messages/return-texts.ts';
import { salesTexts } from '../messages/sales-texts.ts';
import chips from '../sell/sheets.module.css';
import { useMoney } from '../use-till.tsx';
import type { Order } from './return-act.tsx';
import { ReturnLine } from './return-line.tsx';
import classes from './returns.module.css';

interface ReturnSheetProps {
  readonly order: Order;
  readonly onClose: () => void;
  readonly onReturned: (returnId: string) => void;
}
const reasons = ['tooSmall', 'faulty', 'unwanted', 'wrongGoods'] as const;

/** What comes back of a sale, why, and how the money goes back; the amounts are those that will be recorded. */
export function ReturnSheet({ order, onClose, onReturned }: ReturnSheetProps) {
  const t = useTexts(returnTexts);
  const { locale } = useLanguage();
  const { money } = useMoney();
  const queries = useQueryClient();
  const choice = useReturnChoice(order);
  const [reason, setReason] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  // One id for what is asked: after a lost answer it is still one return, and what was changed is another.
  const sent = useRef({ body: '', id: '' });
  const refund = useMutation({
    mutationFn: () => {
      const body = choice.body(reason.trim());
      const written = JSON.stringify(body);
      if (sent.current.body !== written) sent.current = { body: written, id: newId() };
      return call('POST /api/till/sales/:id/refund', { params: { id: order.id }, body, commandId: sent.current.id });
    },
    onSuccess: (after) => {
      queries.setQueryData(['sale', order.id], after);
      onReturned(sent.current.id);
      onClose();
      return queries.invalidateQueries({ queryKey: ['sales'] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['sale', order.id] }),
  });
  const { settled } = choice;
  const back = settled?.tenders.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
  const send = () => {
    setIsAsked(true);
    if (settled !== undefined && reason.trim() !== '') refund.mutate();
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('title', order.number)}
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      <form
        className={classes.sheet}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <ul className={classes.lines}>
          {choice.groups.map((group) => (
            <ReturnLine key={group.key} order={order} group={group} choice={choice} />
          ))}
        </ul>
        <div className={chips.chips}>
          <button type="button" className={chips.chip} onClick={choice.chooseAll} data-autofocus>
            {t('everything')}
          </button>
        </div>
        {choice.mayShip ? (
          <Checkbox
            size="lg"
            label={t('shipping')}
            checked={choice.withShipping}
            onChange={(event) => choice.setWithShipping(event.currentTarget.checked)}
          />
        ) : null}
        <TextInput
          size="lg"
          label={t('reason')}
          maxLength={200}
          value={reason}
          error={isAsked && reason.trim() === '' ? t('reasonNeeded') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
          autoComplete="off"
        />
        <div className={chips.chips}>
          {reasons.map((one) => (
            <button
              key={one}
              type="button"
              className={chips.chip}
              aria-pressed={reason === t(one)}
              onClick={() => setReason(t(one))}
            >
              {t(one)}
            </button>
          ))}
        </div>
        <Back order={order} choice={choice} />
        {refund.error ? (
          <p className={classes.fault} role="alert">
            {faultOf(refund.error as ProblemError, t, locale)}
          </p>
        ) : null}
        <div className={classes.end}>
          <Button type="submit" size="xl" fullWidth disabled={settled === undefined} loading={refund.isPending}>
            {back > 0 || settled === undefined ? t('giveBack', money(back)) : t('takeBack')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** Which tender gets how much; where several could take all of it the cashier may choose one. */
function Back({ order, choice }: { readonly order: Order; readonly choice: ReturnChoice }) {
  const t = useTexts(returnTexts);
  const s = useTexts(salesTexts);
  const { settled, ways, way } = choice;
  if (settled === undefined) return <p className={classes.small}>{t('nothingChosen')}</p>;
  const amount = (one: number) => <Money amount={one} currency={order.currency} />;
  return (
    <section className={classes.back} aria-label={t('how')}>
      <h3 className={classes.heading}>{t('how')}</h3>
      {settled.tenders.map((part) => (
        <div key={part.entryNo} className={classes.part}>
          <span>{s(part.kind as 'cash')}</span>
          {amount(part.amount)}
        </div>
      ))}
      {settled.roundingAmount === 0 ? null : (
        <div className={classes.part} data-small>
          <span>{s('rounding')}</span>
          {amount(settled.roundingAmount)}
        </div>
      )}
      {ways.length > 1 ? (
        <div className={chips.chips}>
          <button
            type="button"
            className={chips.chip}
            aria-pressed={way === undefined}
            onClick={() => choice.setEntryNo(undefined)}
          >
            {t('usual')}
          </button>
          {ways.map((one) => (
            <button
              key={one.entryNo}
              type="button"
              className={chips.chip}
              aria-pressed={way?.entryNo === one.entryNo}
              onClick={() => choice.setEntryNo(one.entryNo)}
            >
              {t('all', s(one.kind as 'cash'))}
            </button>
          ))}
        </div>
      ) : null}
    </section>
  );
}

function faultOf(
  problem: ProblemError,
  t: ReturnType<typeof useTexts<typeof returnTexts.en>>,
  locale: Parameters<typeof formatQuantity>[1],
): string {
  if (problem.code === 'return.too_many')
    return t('tooMany', formatQuantity(Number(problem.params?.left ?? 0), locale));
  if (problem.code === 'order.nothing_to_refund') return t('nothing');
  if (problem.code === 'order.not_refundable') return t('notLeft');
  if (problem.status === 403) return t('forbidden');
  return problem.code === 'network' || problem.status >= 500 ? t('network') : t('wrong');
}
