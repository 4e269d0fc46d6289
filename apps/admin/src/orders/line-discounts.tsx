import { useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import { discountsOfLine } from './discounts.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';
import { PromotionName } from './promotion-name.tsx';

interface LineDiscountsProps {
  readonly order: Order;
  readonly line: Order['lines'][number];
}

/** What was taken off a line: by which promotion, with which code, how much. */
export function LineDiscounts({ order, line }: LineDiscountsProps) {
  const t = useTexts(orderTexts);
  const { money } = useFormat();
  const discounts = discountsOfLine(order, line);
  if (discounts.length === 0) return null;
  return (
    <ul className={classes.discounts} aria-label={t('discount')}>
      {discounts.map((one) => (
        <li key={one.key} className={dense.small}>
          <span>
            {one.kind === 'other' ? t('discount') : <PromotionName promotionId={one.promotionId} name={one.name} />}
            {one.code ? ` · ${t('code', one.code)}` : ''}
          </span>
          <span className="figures">−{money(one.amount)}</span>
        </li>
      ))}
    </ul>
  );
}
