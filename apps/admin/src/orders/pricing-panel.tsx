import { useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';
import { PromotionName } from './promotion-name.tsx';

/** How its price came about: promotions, codes, and the rules it was worked out with. */
export function PricingPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const { money } = useFormat();
  const { discounts, codes, ruleSetNumber } = order;
  if (discounts.length === 0 && codes.length === 0 && ruleSetNumber === null) return null;
  return (
    <Panel title={t('pricing')}>
      <dl className={classes.facts}>
        {discounts.length > 0 ? (
          <div>
            <dt>{t('discounts')}</dt>
            {discounts.map((one) => (
              <dd key={`${one.promotionId} ${one.code}`} className={classes.discount}>
                <span>
                  <PromotionName promotionId={one.promotionId} name={one.name} />
                </span>
                <span className="figures">−{money(one.amount)}</span>
              </dd>
            ))}
          </div>
        ) : null}
        {codes.length > 0 ? (
          <div>
            <dt>{t('codes')}</dt>
            <dd>{codes.join(', ')}</dd>
          </div>
        ) : null}
        {ruleSetNumber === null ? null : (
          <div>
            <dt>{t('ruleSet')}</dt>
            <dd>{t('ruleSetNumber', String(ruleSetNumber))}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
