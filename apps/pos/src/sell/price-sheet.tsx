import { Button, Modal, TextInput } from '@mantine/core';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';
import { discountLimitOf } from '@tandem/domain/orders/by-hand.ts';
import { formatRate, text } from '@tandem/ui/index.ts';
import { FocusBack, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { type Need, neededApproval } from '../core/allowed.ts';
import { type Approval, type Basket, type BasketLine, changeLine } from '../core/basket.ts';
import { priceTexts } from '../messages/price-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import { useMoney, useTill, useTillState } from '../use-till.tsx';
import { ApprovalStep } from './approval-step.tsx';
import classes from './sheets.module.css';

interface PriceSheetProps {
  readonly basket: Basket;
  /** Undefined: the whole basket. */
  readonly line: BasketLine | undefined;
  readonly change: ChangeBasket;
  readonly onClose: () => void;
}

type Kind = 'percent' | 'amount' | 'price';
const reasons = ['damaged', 'goodwill', 'priceMatch', 'staffSale'] as const;

/** A discount by hand on a line or the basket, or another price for a line: within the role's limit, or by PIN. */
export function PriceSheet({ basket, line, change, onClose }: PriceSheetProps) {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const { prices } = useTill();
  const { facts, person } = useTillState();
  const digits = currencyDigits(currency);
  const given = line ? line.manual : basket.manual;
  const [kind, setKind] = useState<Kind>(
    line?.override?.kind === 'entered' ? 'price' : (given?.reward.kind ?? 'percent'),
  );
  const [typed, setTyped] = useState(() => typedOf(basket, line, digits));
  const [reason, setReason] = useState(line?.override?.reason || given?.reason || '');
  const [isAsked, setIsAsked] = useState(false);
  const [need, setNeed] = useState<Need>();
  const value = parseDecimal(typed.replace(/[.,]$/, '').replace(',', '.') || '0', kind === 'percent' ? 2 : digits) ?? 0;
  const isRight = kind === 'price' ? typed !== '' : value > 0 && (kind !== 'percent' || value <= 10_000);

  const step = (before: Basket): Basket => {
    const why = reason.trim();
    if (line && kind === 'price')
      return changeLine(before, line.lineId, {
        override: { unitAmount: value, kind: 'entered', reason: why },
        manual: null,
      });
    const reward = kind === 'percent' ? { kind, basisPoints: value } : { kind: 'amount' as const, amount: value };
    const manual = { reward, reason: why };
    return line ? changeLine(before, line.lineId, { manual }) : { ...before, manual, removed: null };
  };
  function apply(approval?: Approval): void {
    setIsAsked(true);
    if (!isRight || reason.trim() === '' || !facts || !person) return;
    const allowed = (before: Basket) => (approval ? { ...before, approvals: [...before.approvals, approval] } : before);
    const next = step(allowed(basket));
    const priced = prices.price(next);
    const pricing = prices.facts();
    const asked = { role: person.role, limits: facts.merchant.discountLimits, nowMs: prices.now() };
    const missing = priced && pricing && neededApproval(next, priced, pricing, asked);
    setNeed(missing);
    if (missing) return;
    change((before) => step(allowed(before)));
    onClose();
  }
  function takeBack(): void {
    change((before) =>
      line ? changeLine(before, line.lineId, { manual: null, override: null }) : { ...before, manual: null },
    );
    onClose();
  }
  const isGiven = given !== null || line?.override?.kind === 'entered';
  const limit = facts && person ? discountLimitOf(person.role, facts.merchant.discountLimits) : 0;
  const kinds: Kind[] = line ? ['percent', 'amount', 'price'] : ['percent', 'amount'];
  return (
    <Modal
      opened
      onClose={onClose}
      title={line ? text(line.variant.name, locale) : t('basketDiscount')}
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      {need ? (
        <ApprovalStep need={need} reason={reason.trim()} onAllowed={apply} onBack={() => setNeed(undefined)} />
      ) : (
        <form
          className={classes.step}
          onSubmit={(event) => {
            event.preventDefault();
            apply();
          }}
        >
          <div className={classes.chips}>
            {kinds.map((one) => (
              <button
                key={one}
                type="button"
                className={classes.chip}
                aria-pressed={one === kind}
                onClick={() => {
                  setKind(one);
                  setTyped('');
                }}
              >
                {t(one === 'price' ? 'newPrice' : one)}
              </button>
            ))}
          </div>
          <TextInput
            size="lg"
            inputMode="decimal"
            label={t(kind === 'price' ? 'newPrice' : kind)}
            rightSection={kind === 'percent' ? '%' : currency}
            rightSectionWidth={64}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value.replace(/[^\d.,]/g, '').slice(0, 12))}
            autoComplete="off"
            data-autofocus
          />
          {kind === 'percent' ? (
            <div className={classes.chips}>
              {['5', '10', '20', '50'].map((one) => (
                <button key={one} type="button" className={classes.chip} onClick={() => setTyped(one)}>
                  {one}%
                </button>
              ))}
            </div>
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
          <div className={classes.chips}>
            {reasons.map((one) => (
              <button key={one} type="button" className={classes.chip} onClick={() => setReason(t(one))}>
                {t(one)}
              </button>
            ))}
          </div>
          {limit < 10_000 ? <p className={classes.hint}>{t('yourLimit', formatRate(limit * 100, locale))}</p> : null}
          <Button type="submit" size="xl" fullWidth disabled={!isRight}>
            {t('apply')}
          </Button>
          {isGiven ? (
            <Button size="lg" variant="subtle" color="gray" fullWidth onClick={takeBack}>
              {line?.override ? t('oldPrice') : t('takeOff')}
            </Button>
          ) : null}
        </form>
      )}
    </Modal>
  );
}

/** What was given before, as somebody would type it. */
function typedOf(basket: Basket, line: BasketLine | undefined, digits: number): string {
  if (line?.override?.kind === 'entered') return formatDecimal(line.override.unitAmount, digits);
  const reward = (line ? line.manual : basket.manual)?.reward;
  if (!reward) return '';
  return reward.kind === 'percent' ? String(reward.basisPoints / 100) : formatDecimal(reward.amount, digits);
}
