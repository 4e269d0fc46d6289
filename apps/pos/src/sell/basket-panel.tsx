import { Button } from '@mantine/core';
import { IconArrowBackUp, IconBasket, IconDiscount2, IconInfoCircle, IconTicket } from '@tabler/icons-react';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import { text } from '@tandem/ui/index.ts';
import { EmptyState, Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type Basket, countPieces, emptyBasket, undoRemoval } from '../core/basket.ts';
import { discountsOfLine } from '../core/discounts.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import type { PriceNotice } from '../use-priced.ts';
import { useMoney, useTill, useTillState } from '../use-till.tsx';
import classes from './basket.module.css';
import { BasketExtras } from './basket-extras.tsx';
import { BasketLineRow } from './basket-line-row.tsx';
import { ClearButton } from './clear-button.tsx';
import { CodeSheet } from './code-sheet.tsx';
import extras from './extras.module.css';
import { MemberBar } from './member-bar.tsx';
import { PriceSheet } from './price-sheet.tsx';
import { WhySheet } from './why-sheet.tsx';

interface BasketPanelProps {
  readonly basket: Basket;
  readonly priced: PricedBasket;
  readonly notice: PriceNotice | undefined;
  readonly change: ChangeBasket;
  /** While it is being paid nothing changes. */
  readonly isLocked: boolean;
  readonly onPay: () => void;
}

type Sheet = 'code' | 'discount' | 'why' | { readonly lineId: number };

/** The lines, their total, and the way on. */
export function BasketPanel({ basket, priced, notice, change, isLocked, onPay }: BasketPanelProps) {
  const t = useTexts(sellTexts);
  const p = useTexts(priceTexts);
  const { prices } = useTill();
  const [sheet, setSheet] = useState<Sheet>();
  const lineDiscounts = useMemo(() => {
    const rules = prices.facts()?.rules;
    return basket.lines.map((line, index) => {
      const one = priced.lines[index];
      return rules && one ? discountsOfLine(line, one, rules, basket) : [];
    });
  }, [basket, priced, prices]);
  const { totalAmount, taxAmount, discountAmount } = priced.totals;
  const close = () => setSheet(undefined);
  const sheetLine = typeof sheet === 'object' ? basket.lines.find(({ lineId }) => lineId === sheet.lineId) : undefined;
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
      <MemberBar basket={basket} change={change} isLocked={isLocked} />
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
              priced={priced.lines[index]}
              all={priced}
              discounts={lineDiscounts[index] ?? []}
              isTouched={line.lineId === touched}
              isLocked={isLocked}
              change={change}
              onPrice={(lineId) => setSheet({ lineId })}
            />
          ))}
        </ol>
      )}
      <BasketExtras basket={basket} priced={priced} notice={notice} change={change} isLocked={isLocked} />
      <RemovedBar basket={basket} change={change} />
      <div className={classes.foot}>
        <div className={classes.sum}>
          <span>
            <span className={classes.totalWord}>{t('total')}</span>
            <span className={classes.small}>{t('pieces', countPieces(basket))}</span>
          </span>
          <span className={classes.totals} aria-live="polite">
            <span className={classes.total}>
              <Money amount={totalAmount} currency={currency} />
            </span>
            {discountAmount > 0 ? <span className={classes.saved}>{p('saved', money(discountAmount))}</span> : null}
            {taxAmount === 0 ? null : <span className={classes.small}>{t(taxText, money(taxAmount))}</span>}
          </span>
        </div>
        {isLocked ? null : (
          <div className={extras.tools}>
            <button type="button" className={extras.tool} onClick={() => setSheet('code')}>
              <IconTicket size={20} stroke={1.7} aria-hidden /> {p('code')}
            </button>
            <button type="button" className={extras.tool} disabled={isEmpty} onClick={() => setSheet('discount')}>
              <IconDiscount2 size={20} stroke={1.7} aria-hidden /> {p('discount')}
            </button>
            <button type="button" className={extras.tool} disabled={isEmpty} onClick={() => setSheet('why')}>
              <IconInfoCircle size={20} stroke={1.7} aria-hidden /> {p('why')}
            </button>
          </div>
        )}
        {isLocked ? null : (
          <div className={classes.acts}>
            <ClearButton isDisabled={isEmpty && basket.member === null} onClear={() => change(() => emptyBasket)} />
            <Button className={classes.pay ?? ''} size="xl" disabled={isEmpty} onClick={onPay} aria-keyshortcuts="F9">
              {isEmpty ? t('payEmpty') : t('pay', money(totalAmount))}
            </Button>
          </div>
        )}
      </div>
      {sheet === 'code' ? <CodeSheet basket={basket} priced={priced} change={change} onClose={close} /> : null}
      {sheet === 'why' ? <WhySheet priced={priced} onClose={close} /> : null}
      {sheet === 'discount' || sheetLine ? (
        <PriceSheet key={sheetLine?.lineId} basket={basket} line={sheetLine} change={change} onClose={close} />
      ) : null}
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
