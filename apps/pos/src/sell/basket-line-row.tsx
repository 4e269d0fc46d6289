import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { multiplyQuantity } from '@tandem/domain/money/round.ts';
import type { PricedBasket, PricedBasketLine } from '@tandem/domain/pricing/priced-basket.ts';
import { formatQuantity, text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { memo, useState } from 'react';
import { type BasketLine, setQuantity } from '../core/basket.ts';
import { type ShownDiscount, shortByHand } from '../core/discounts.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import { useMoney } from '../use-till.tsx';
import classes from './basket.module.css';
import { DiscountRow, ShortByHand } from './basket-extras.tsx';
import extras from './extras.module.css';
import { useInside } from './inside.tsx';
import { QuantityPad } from './quantity-pad.tsx';
import { WhyLineSheet } from './why-sheet.tsx';

interface BasketLineRowProps {
  readonly line: BasketLine;
  readonly priced: PricedBasketLine | undefined;
  /** Taken off this line for its own sake; what the whole basket saves stands below. */
  readonly discounts: readonly ShownDiscount[];
  readonly isTouched: boolean;
  readonly isLocked: boolean;
  readonly change: ChangeBasket;
  readonly onPrice: (lineId: number) => void;
  /** The whole basket, for why this line costs what it does. */
  readonly all: PricedBasket;
}

/** One line: what, how many, how much. Less than one takes it out, and that can be undone. */
export const BasketLineRow = memo(function BasketLineRow({
  line,
  priced,
  discounts,
  isTouched,
  isLocked,
  change,
  onPrice,
  all,
}: BasketLineRowProps) {
  const t = useTexts(sellTexts);
  const p = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { currency, money } = useMoney();
  const [isTyping, setIsTyping] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const { variant, quantity, lineId } = line;
  const name = text(variant.name, locale);
  const options = variant.optionNames.map((option) => text(option, locale)).join(' · ');
  const inside = useInside(variant);
  const set = (next: number) => change((basket) => setQuantity(basket, lineId, next));
  const count = formatQuantity(quantity, locale);
  const listAmount = priced?.listAmount ?? 0;
  const amount = listAmount - discounts.reduce((sum, discount) => sum + discount.amount, 0);
  const unitAmount = priced?.listUnitAmount ?? variant.amount;
  const was = wasOf(listAmount, amount, priced, line);
  return (
    <li className={classes.line} data-line={lineId} data-touched={isTouched || undefined}>
      {/* The key starts the flash anew at every change of the quantity. */}
      {isTouched ? <span key={quantity} className={classes.flash} aria-hidden /> : null}
      {isLocked ? (
        <span className={classes.what}>
          <span className={classes.name}>{name}</span>
          {options ? <span className={classes.small}>{options}</span> : null}
        </span>
      ) : (
        <button type="button" className={`${classes.what} ${classes.open}`} onClick={() => onPrice(lineId)}>
          <span className="only-heard">{p('quantityOf', name)}</span>
          <span className={classes.name} aria-hidden>
            {name}
          </span>
          {options ? (
            <span className={classes.small} aria-hidden>
              {options}
            </span>
          ) : null}
        </button>
      )}
      <button type="button" className={`${classes.amount} ${classes.open}`} onClick={() => setIsAsked(true)}>
        <span className="only-heard">{p('reasonsOf', name)} </span>
        <Money amount={amount} currency={currency} />
        {was === undefined ? null : (
          <s className={extras.was}>
            <span className="only-heard">{p('listPrice')} </span>
            <Money amount={was} currency={currency} />
          </s>
        )}
      </button>
      {inside === '' ? null : <span className={`${classes.wide} ${classes.small}`}>{inside}</span>}
      {discounts.length > 0 || (priced && shortByHand(all, priced.id)) ? (
        <span className={classes.wide}>
          {discounts.map((discount, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: discounts of a line are told apart by their place.
            <DiscountRow key={index} discount={discount} isSmall />
          ))}
          {priced ? <ShortByHand priced={all} lineId={priced.id} /> : null}
        </span>
      ) : null}
      <span className={classes.small}>
        {t('each', money(unitAmount))}
        {line.override ? ` · ${p(line.override.kind === 'printed' ? 'printedPrice' : 'enteredPrice')}` : ''}
      </span>
      {isLocked ? (
        <span className={classes.fixed}>× {count}</span>
      ) : (
        <span className={classes.stepper}>
          <button
            type="button"
            aria-label={quantity > 1000 ? t('less', name) : t('remove', name)}
            onClick={() => set(quantity - 1000)}
          >
            {quantity > 1000 ? <IconMinus size={22} aria-hidden /> : <IconTrash size={20} stroke={1.6} aria-hidden />}
          </button>
          <button type="button" className={classes.quantity} onClick={() => setIsTyping(true)}>
            <span className="only-heard">{t('setQuantity', name)} </span>
            {count}
          </button>
          <button type="button" aria-label={t('more', name)} onClick={() => set(quantity + 1000)}>
            <IconPlus size={22} aria-hidden />
          </button>
        </span>
      )}
      {isAsked && priced ? (
        <WhyLineSheet name={name} line={priced} priced={all} onClose={() => setIsAsked(false)} />
      ) : null}
      {isTyping ? <QuantityPad name={name} onSet={set} onClose={() => setIsTyping(false)} /> : null}
    </li>
  );
});

/** The price before, struck through: before the discounts, or by the list where another price was entered or is lower. */
function wasOf(
  listAmount: number,
  amount: number,
  priced: PricedBasketLine | undefined,
  { variant, quantity, override }: BasketLine,
): number | undefined {
  const before = override?.kind === 'entered' ? variant.amount : (priced?.compareAtAmount ?? null);
  const compared = before === null ? listAmount : multiplyQuantity(before, quantity);
  const was = Math.max(listAmount, compared);
  return was > amount ? was : undefined;
}
