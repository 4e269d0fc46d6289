import { useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';
import { returnTexts } from '../messages/returns.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';

/** Each return with what came back, in which condition, and what it was worth. */
export function ReturnsPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  const { text, money, quantity, dateTime } = useFormat();
  const names = useNames();
  const returns = order.returns.filter((one) => one.lines.some(({ disposition }) => disposition !== 'none'));
  if (returns.length === 0) return null;
  return (
    <Panel title={t('returns')}>
      <ul className={classes.tenders}>
        {returns.map((one) => (
          <li key={one.id}>
            <div className={classes.tender}>
              <span>
                <span className={classes.strong}>{t('returnOf', one.number)}</span>
                <div className={classes.quiet}>
                  {[dateTime(one.at), one.locationId && names.location(one.locationId), one.reason]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </span>
              <span className="figures">−{money(one.totalAmount + one.roundingAmount)}</span>
            </div>
            <ul className={classes.goods}>
              {one.lines.map((row) => {
                const line = order.lines.find(({ lineNo }) => lineNo === row.lineNo);
                return (
                  <li key={row.lineNo} className={classes.discount}>
                    <span>
                      {quantity(row.quantity)} × {line ? text(line.name) : ''}
                      <span className={classes.quiet}>
                        {row.disposition === 'none' ? '' : ` · ${t(row.disposition)}`}
                      </span>
                    </span>
                    <span className="figures">−{money(row.netAmount + row.taxAmount)}</span>
                  </li>
                );
              })}
              {one.shippingNetAmount + one.shippingTaxAmount === 0 ? null : (
                <li className={classes.discount}>
                  <span>{r('shippingBack')}</span>
                  <span className="figures">−{money(one.shippingNetAmount + one.shippingTaxAmount)}</span>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
