import { Button } from '@mantine/core';
import { IconArrowLeft, IconCash, IconCreditCard, IconX } from '@tabler/icons-react';
import { cashStep, currencyDigits, roundCash } from '@tandem/domain/money/currency.ts';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';
import type { GivenTender } from '@tandem/domain/orders/change.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Basket } from '../core/basket.ts';
import type { StoredSale } from '../core/sale.ts';
import { suggestCash } from '../core/suggest-cash.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { Keypad } from '../parts/keypad.tsx';
import type { PriceFor } from '../use-priced.ts';
import { useMoney, usePriceVersion, useTill } from '../use-till.tsx';
import { CardPanel } from './card-panel.tsx';
import classes from './pay.module.css';
import { useFinishSale } from './use-finish-sale.ts';

interface PayPanelProps {
  readonly basket: Basket;
  readonly priceFor: PriceFor;
  readonly onBack: () => void;
  readonly onDone: (sale: StoredSale) => void;
}

/** Cash by one tap or by keypad, card by the terminal, or some of each. */
export function PayPanel({ basket, priceFor, onBack, onDone }: PayPanelProps) {
  const t = useTexts(sellTexts);
  const { currency, money } = useMoney();
  const [tenders, setTenders] = useState<readonly GivenTender[]>([]);
  const [typed, setTyped] = useState('');
  const [cardAmount, setCardAmount] = useState<number>();
  // Once money was taken, or the terminal was told an amount, the price stands.
  const [frozenAt, setFrozenAt] = useState<number>();
  const { prices } = useTill();
  usePriceVersion();
  const { finish, isFinishing, hasFailed } = useFinishSale(basket, priceFor, onDone);

  const digits = currencyDigits(currency);
  // Some promotions ask how it is paid: each way to pay has its own total.
  const paid = tenders.reduce((sum, tender) => sum + tender.amount, 0);
  const leftWith = (...more: string[]) => {
    const kinds = [...new Set([...tenders.map((tender) => tender.kind), ...more])];
    return priceFor(kinds, frozenAt).totals.totalAmount - paid;
  };
  const left = leftWith();
  const leftByCard = leftWith('card');
  const cashDue = roundCash(Math.max(0, leftWith('cash')), cashStep(currency));
  const given = parseDecimal(typed.replace(/\.$/, '') || '0', digits) ?? 0;
  const cash = given === 0 ? cashDue : given;

  const take = (tender: GivenTender) => {
    const all = [...tenders, tender];
    setTyped('');
    setCardAmount(undefined);
    const atMs = frozenAt ?? prices.now();
    setFrozenAt(atMs);
    if (!finish(all, atMs)) setTenders(all);
  };
  const press = (key: string) => setTyped((before) => pressed(before, key, digits));
  const takeCash = () => take({ kind: 'cash', amount: cash });

  useTyping({ press, enter: takeCash, isOff: cardAmount !== undefined });
  if (cardAmount !== undefined) {
    return (
      <CardPanel
        amount={cardAmount}
        onTaken={() => take({ kind: 'card', amount: cardAmount })}
        onBack={() => {
          setCardAmount(undefined);
          if (tenders.length === 0) setFrozenAt(undefined);
        }}
      />
    );
  }
  const card = given > 0 && given < leftByCard ? given : leftByCard;
  return (
    <section className={classes.panel} aria-label={t('toPay')}>
      <header className={classes.head}>
        <Button
          variant="subtle"
          color="gray"
          size="lg"
          leftSection={<IconArrowLeft size={22} aria-hidden />}
          onClick={onBack}
        >
          {t('backToBasket')}
        </Button>
      </header>
      <div className={classes.due}>
        <span className={classes.dueWord}>{tenders.length > 0 ? t('left') : t('toPay')}</span>
        <span className={classes.dueAmount}>
          <Money amount={left} currency={currency} />
        </span>
        {cashDue === left ? null : <span className={classes.note}>{t('roundedCash', money(cashDue))}</span>}
      </div>
      {tenders.map((tender, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tenders are only added at the end and told apart by their place.
        <div key={index} className={classes.taken}>
          <span>
            {t(tender.kind === 'cash' ? 'cash' : 'card')} <Money amount={tender.amount} currency={currency} />
          </span>
          <button
            type="button"
            aria-label={t('takeBack', `${t(tender.kind === 'cash' ? 'cash' : 'card')} ${money(tender.amount)}`)}
            onClick={() => {
              setTenders(tenders.toSpliced(index, 1));
              if (tenders.length === 1) setFrozenAt(undefined);
            }}
          >
            <IconX size={20} aria-hidden />
          </button>
        </div>
      ))}
      {hasFailed ? (
        <div className={classes.failed} role="alert">
          <strong>{t('notStored')}</strong>
          {t('notStoredAdvice')}
        </div>
      ) : null}
      <div className={classes.quick}>
        <button
          type="button"
          className={classes.cash}
          disabled={isFinishing}
          onClick={() => take({ kind: 'cash', amount: cashDue })}
        >
          <span>{t('exact')}</span>
          <Money amount={cashDue} currency={currency} />
        </button>
        {suggestCash(cashDue, currency, digits).map((amount) => (
          <button
            key={amount}
            type="button"
            className={classes.cash}
            disabled={isFinishing}
            onClick={() => take({ kind: 'cash', amount })}
          >
            <span>{t('cash')}</span>
            <Money amount={amount} currency={currency} />
          </button>
        ))}
      </div>
      <div className={classes.hands}>
        <Keypad label={t('digits')} deleteLabel={t('deleteDigit')} corner={digits === 0 ? '00' : '.'} onKey={press} />
        <div className={classes.acts}>
          <output className={classes.given} aria-label={t('given')}>
            <span className={classes.note}>{t('given')}</span>
            <span className={classes.figures}>{typed === '' ? formatDecimal(0, digits) : typed}</span>
            <span className={classes.note}>
              {given > cashDue ? t('changeWillBe', money(given - cashDue)) : '\u00a0'}
            </span>
          </output>
          <Button
            size="xl"
            className={classes.take ?? ''}
            leftSection={<IconCash size={24} aria-hidden />}
            loading={isFinishing}
            onClick={takeCash}
          >
            {cash < cashDue ? t('takePart', money(cash)) : t('takeCash', money(cash))}
          </Button>
          <Button
            size="xl"
            className={classes.take ?? ''}
            variant="default"
            leftSection={<IconCreditCard size={24} aria-hidden />}
            disabled={isFinishing || card <= 0}
            onClick={() => {
              setFrozenAt(frozenAt ?? prices.now());
              setCardAmount(card);
            }}
          >
            {t('takeCard', money(card))}
          </Button>
        </div>
      </div>
    </section>
  );
}

const typedMax = 10;

/** The text after a key: one point, no more decimals than the currency has. */
function pressed(before: string, key: string, digits: number): string {
  if (key === 'back') return before.slice(0, -1);
  if (key === '.') return digits === 0 || before.includes('.') ? before : `${before || '0'}.`;
  const next = (before === '0' ? '' : before) + key;
  const decimals = next.split('.')[1] ?? '';
  return next.length > typedMax || decimals.length > digits ? before : next;
}

/** The keyboard's digits do what the keypad's do. */
function useTyping({ press, enter, isOff }: { press: (key: string) => void; enter: () => void; isOff: boolean }): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isOff || event.defaultPrevented || event.target instanceof HTMLInputElement) return;
    if (/^[\d.]$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') press('back');
    else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) enter();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
