import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBasket } from '@tabler/icons-react';
import type { PricedOrder } from '@tandem/domain/orders/price-lines.ts';
import { text } from '@tandem/ui/index.ts';
import { EmptyState, Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useRef } from 'react';
import { type Basket, countPieces, emptyBasket, undoRemoval } from '../core/basket.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import { useMoney, useTillState } from '../use-till.tsx';
import classes from './basket.module.css';
import { BasketLineRow } from './basket-line-row.tsx';
import { ClearButton } from './clear-button.tsx';

interface BasketPanelProps {
  readonly basket: Basket;
  readonly priced: PricedOrder;
  readonly change: ChangeBasket;
  /** While it is being paid nothing changes. */
  readonly isLocked: boolean;
  readonly onPay: () => void;
}

/** The lines, their total, and the way on. */
export function BasketPanel({ basket, priced, change, isLocked, onPay }: BasketPanelProps) {
  const t = useTexts(sellTexts);
  const { currency, money } = useMoney();
  const { facts } = useTillState();
  const list = useRef<HTMLOListElement>(null);
  const { touched } = basket;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same line may be touched again by another change.
  useEffect(() => {
    list.current?.querySelector(`[data-line="${touched}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [touched, basket]);
  const taxText = facts?.merchant.pricesIncludeTax === false ? 'plusTax' : 'includesTax';
  const isEmpty = basket.lines.length === 0;
  return (
    <div className={classes.panel}>
      {isEmpty ? (
        <div className={classes.lines}>
          <EmptyState icon={IconBasket} title={t('emptyBasket')}>
            {t('emptyBasketAdvice')}
          </EmptyState>
        </div>
      ) : (
        <ol className={classes.lines} ref={list}>
          {basket.lines.map((line, index) => (
            <BasketLineRow
              key={line.lineId}
              line={line}
              amount={priced.lines[index]?.listAmount ?? 0}
              isTouched={line.lineId === touched}
              isLocked={isLocked}
              change={change}
            />
          ))}
        </ol>
      )}
      <RemovedBar basket={basket} change={change} />
      <div className={classes.foot}>
        <div className={classes.sum}>
          <span>
            <span className={classes.totalWord}>{t('total')}</span>
            <span className={classes.small}>{t('pieces', countPieces(basket))}</span>
          </span>
          <span className={classes.totals} aria-live="polite">
            <span className={classes.total}>
              <Money amount={priced.totalAmount} currency={currency} />
            </span>
            {priced.taxAmount === 0 ? null : (
              <span className={classes.small}>{t(taxText, money(priced.taxAmount))}</span>
            )}
          </span>
        </div>
        {isLocked ? null : (
          <div className={classes.acts}>
            <ClearButton isDisabled={isEmpty} onClear={() => change(() => emptyBasket)} />
            <Button className={classes.pay ?? ''} size="xl" disabled={isEmpty} onClick={onPay} aria-keyshortcuts="F9">
              {isEmpty ? t('payEmpty') : t('pay', money(priced.totalAmount))}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

function RemovedBar({ basket, change }: { readonly basket: Basket; readonly change: ChangeBasket }) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  if (!basket.removed) return null;
  return (
    <div className={classes.removed} role="status">
      <span>{t('removed', text(basket.removed.line.variant.name, locale))}</span>
      <button type="button" onClick={() => change(undoRemoval)}>
        <IconArrowBackUp size={20} aria-hidden /> {t('undo')}
      </button>
    </div>
  );
}
