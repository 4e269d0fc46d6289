import { Button } from '@mantine/core';
import { IconCheck, IconPrinter } from '@tabler/icons-react';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useEffectEvent } from 'react';
import type { StoredSale } from '../core/sale.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { StatusPill } from '../parts/status-pill.tsx';
import { PrintedReceipt } from '../receipt/printed-receipt.tsx';
import { ReceiptQr } from '../receipt/receipt-qr.tsx';
import { sheetOfSale } from '../receipt/receipt-sheet.ts';
import { useScan } from '../sell/use-scan.ts';
import { useMoney, useOutboxState, useTill, useTillState } from '../use-till.tsx';
import classes from './done.module.css';

interface DoneScreenProps {
  readonly sale: StoredSale;
  /** A scan begins the next sale with that code. */
  readonly onNext: (code?: string) => void;
}

/** The sale is on the disk. The change is the biggest thing, the next sale one tap away. */
export function DoneScreen({ sale, onNext }: DoneScreenProps) {
  const t = useTexts(sellTexts);
  const till = useTill();
  const { facts } = useTillState();
  const { money } = useMoney();
  useOutboxState();
  const answer = sale.answer ?? till.outbox.answerOf(sale.id);
  const { changeAmount, totalAmount } = sale.figures;
  useScan((code) => onNext(code));
  useEnter(() => onNext());
  const sheet = facts && sheetOfSale(answer ? { ...sale, answer } : sale, facts);
  return (
    <main className={classes.screen}>
      <div className={classes.corner}>
        <StatusPill isQuiet />
      </div>
      <section className={classes.change}>
        <span className={classes.tick}>
          <IconCheck size={40} stroke={2.2} aria-hidden />
        </span>
        <h1 className={classes.done}>{t('done')}</h1>
        {changeAmount > 0 ? <p className={classes.word}>{t('change')}</p> : null}
        <p className={classes.amount} role="status">
          {changeAmount > 0 ? <Money amount={changeAmount} currency={sale.currency} /> : t('noChange')}
        </p>
        <p className={classes.paid}>{t('paidWith', money(totalAmount))}</p>
      </section>
      <section className={classes.way}>
        <ReceiptQr token={answer?.token} waitingText={t('receiptSoon')} caption={t('scanReceipt')} />
        <Button
          size="xl"
          variant="default"
          className={classes.act ?? ''}
          leftSection={<IconPrinter size={24} stroke={1.6} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
        <Button size="xl" className={classes.next ?? ''} onClick={() => onNext()} autoFocus>
          {t('nextSale')}
        </Button>
      </section>
      {sheet ? <PrintedReceipt sheet={sheet} /> : null}
    </main>
  );
}

function useEnter(act: () => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.defaultPrevented && !(event.target instanceof HTMLButtonElement)) act();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
