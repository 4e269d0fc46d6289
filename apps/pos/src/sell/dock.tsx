import { Button } from '@mantine/core';
import { IconBasket } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { type Basket, countPieces } from '../core/basket.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { useMoney } from '../use-till.tsx';
import classes from './basket.module.css';

interface DockProps {
  readonly basket: Basket;
  readonly total: number;
  readonly onShow: () => void;
  readonly onPay: () => void;
}

/** Upright the basket is away, but its total and the pay button never are. */
export function Dock({ basket, total, onShow, onPay }: DockProps) {
  const t = useTexts(sellTexts);
  const { money } = useMoney();
  const count = countPieces(basket);
  return (
    <footer className={classes.dock}>
      <button type="button" className={classes.dockBasket} aria-label={t('showBasket', count)} onClick={onShow}>
        <IconBasket size={26} stroke={1.6} aria-hidden />
        <span key={count} className={classes.count} data-empty={count === 0 || undefined}>
          {count}
        </span>
      </button>
      <Button className={classes.pay ?? ''} size="xl" disabled={count === 0} onClick={onPay}>
        {count === 0 ? t('payEmpty') : t('pay', money(total))}
      </Button>
    </footer>
  );
}
