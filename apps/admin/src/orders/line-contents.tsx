import { useTexts } from '@tandem/ui/react/index.ts';
import { bundleTexts } from '../messages/bundles.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';

/** What a bundle of the order was made of when it was sold, with the part of the price that fell on each. */
export function LineContents({ line }: { readonly line: Order['lines'][number] }) {
  const t = useTexts(bundleTexts);
  const { text, quantity, money } = useFormat();
  if (line.components.length === 0) return null;
  return (
    <ul className={classes.discounts} aria-label={t('inside')}>
      {line.components.map((one) => (
        <li key={one.variantId} className={dense.small}>
          <span>
            <span className="figures">{quantity(one.quantity)} × </span>
            {text(one.name)}
          </span>
          <span className="figures">{money(one.netAmount + one.taxAmount)}</span>
        </li>
      ))}
    </ul>
  );
}
