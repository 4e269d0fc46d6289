import { Button, Modal } from '@mantine/core';
import { formatQuantity, formatTime, text } from '@tandem/ui/index.ts';
import { Money, StatusBadge, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { printedNumber } from '../core/receipt-number.ts';
import type { StoredSale } from '../core/sale.ts';
import { tillTexts } from '../messages/till-texts.ts';
import { useOutboxState, useTill, useTillState } from '../use-till.tsx';
import classes from './status-pill.module.css';

/** The sales that the server has not counted, and those it did not take, each with what can be done. */
export function WaitingSales({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useTexts(tillTexts);
  const till = useTill();
  const { waiting } = useOutboxState();
  const { clockErrorMs } = useTillState();
  const sales = till.outbox.unsent();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('waitingTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      {clockErrorMs === 0 ? null : <p className={classes.clock}>{t('clockAdvice')}</p>}
      {sales.length === 0 ? <p>{t('waitingNone')}</p> : <p className={classes.advice}>{t('waitingOffline')}</p>}
      <ul className={classes.list}>
        {sales.map((sale) => (
          <WaitingSale key={sale.id} sale={sale} />
        ))}
      </ul>
      {waiting > 0 ? (
        <Button mt="md" size="lg" fullWidth variant="default" onClick={() => till.outbox.wake()}>
          {t('waitingSend')}
        </Button>
      ) : null}
    </Modal>
  );
}

function WaitingSale({ sale }: { readonly sale: StoredSale }) {
  const t = useTexts(tillTexts);
  const { locale } = useLanguage();
  const till = useTill();
  const zone = useTillState().facts?.location.timeZone ?? 'UTC';
  const isRefused = sale.state === 'refused';
  return (
    <li className={classes.row}>
      <span>
        <span className={classes.number}>{printedNumber(sale.series, sale.number)}</span>{' '}
        <span className={classes.small}>{formatTime(sale.body.soldAt, locale, zone)}</span>
      </span>
      <Money amount={sale.figures.totalAmount} currency={sale.currency} />
      <StatusBadge tone={isRefused ? 'danger' : 'active'}>{t(isRefused ? 'stateRefused' : 'stateWaiting')}</StatusBadge>
      {isRefused ? (
        <>
          <Button size="md" variant="light" onClick={() => void till.outbox.retry(sale.id)}>
            {t('sendAgain')}
          </Button>
          <ul className={classes.goods}>
            {sale.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a completed sale never move.
              <li key={index}>
                {formatQuantity(line.quantity, locale)} × {text(line.name, locale)} · {line.sku}
              </li>
            ))}
          </ul>
          <Button size="md" variant="default" onClick={() => saveSale(sale)}>
            {t('saveSale')}
          </Button>
          <p className={classes.why}>
            <strong>{t('refusedTitle')}</strong>
            <br />
            {sale.refusal?.detail} ({sale.refusal?.code})
            <br />
            {t('refusedAdvice')}
          </p>
        </>
      ) : null}
    </li>
  );
}

/** The sale as it would be sent, for a person who enters it by hand. */
function saveSale(sale: StoredSale): void {
  const file = new Blob([JSON.stringify(sale, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${printedNumber(sale.series, sale.number)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
