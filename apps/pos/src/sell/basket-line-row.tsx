import { IconMinus, IconPlus, IconTrash } from '@tabler/icons-react';
import { formatQuantity, text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { memo, useState } from 'react';
import { type BasketLine, setQuantity } from '../core/basket.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import { useMoney } from '../use-till.tsx';
import classes from './basket.module.css';
import { QuantityPad } from './quantity-pad.tsx';

interface BasketLineRowProps {
  readonly line: BasketLine;
  readonly amount: number;
  readonly isTouched: boolean;
  readonly isLocked: boolean;
  readonly change: ChangeBasket;
}

/** One line: what, how many, how much. Less than one takes it out, and that can be undone. */
export const BasketLineRow = memo(function BasketLineRow({
  line,
  amount,
  isTouched,
  isLocked,
  change,
}: BasketLineRowProps) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  const { currency, money } = useMoney();
  const [isTyping, setIsTyping] = useState(false);
  const { variant, quantity, lineId } = line;
  const name = text(variant.name, locale);
  const options = variant.optionNames.map((option) => text(option, locale)).join(' · ');
  const set = (next: number) => change((basket) => setQuantity(basket, lineId, next));
  const count = formatQuantity(quantity, locale);
  return (
    <li className={classes.line} data-line={lineId} data-touched={isTouched || undefined}>
      {/* The key starts the flash anew at every change of the quantity. */}
      {isTouched ? <span key={quantity} className={classes.flash} aria-hidden /> : null}
      <span className={classes.what}>
        <span className={classes.name}>{name}</span>
        {options ? <span className={classes.small}>{options}</span> : null}
      </span>
      <span className={classes.amount}>
        <Money amount={amount} currency={currency} />
      </span>
      <span className={classes.small}>{t('each', money(variant.amount))}</span>
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
      {isTyping ? <QuantityPad name={name} onSet={set} onClose={() => setIsTyping(false)} /> : null}
    </li>
  );
});
