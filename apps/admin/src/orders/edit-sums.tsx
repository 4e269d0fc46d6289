import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { isHint, reasonText } from '@tandem/ui/reasons.ts';
import { orderEditTexts } from '../messages/order-edit.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './edit-panel.module.css';
import type { Order } from './order-page.tsx';

interface EditSumsProps {
  readonly order: Order;
  readonly preview: Answer<'POST /api/orders/:id/edit-preview'>;
  readonly isStale: boolean;
}

/** The new total beside the old one, and what happens with the difference; why codes and promotions do not count. */
export function EditSums({ order, preview, isStale }: EditSumsProps) {
  const t = useTexts(orderEditTexts);
  const { money, locale, currency, text } = useFormat();
  const { timeZone } = useShop().merchant;
  const names = useNames();
  const { refundAmount, dueAmount } = preview;
  // Codes, what the order had so far, and what a little more of the goods would bring; other shops' and members' promotions are noise.
  const told = preview.refused.filter(
    (one) =>
      one.code !== null ||
      order.discounts.some((had) => had.promotionId === one.promotionId) ||
      (isHint(one.reason) && one.reason !== 'sign_in'),
  );
  // Nothing was paid yet: it is due as it was, whatever it is.
  const isSettled = order.paidAmount > 0 || dueAmount === 0;
  return (
    <div className={classes.result} data-stale={isStale || undefined} aria-busy={isStale} aria-live="polite">
      <dl className={classes.sums}>
        {preview.applied.map((one) => (
          <div key={`${one.promotionId} ${one.code}`}>
            <dt>
              {(one.name && text(one.name)) || t('saved')}
              {one.code ? ` (${one.code})` : ''}
            </dt>
            <dd>−{money(one.amount)}</dd>
          </div>
        ))}
        {preview.shippingAmount > 0 ? (
          <div>
            <dt>{t('delivery')}</dt>
            <dd>{money(preview.shippingAmount)}</dd>
          </div>
        ) : null}
        {preview.taxAmount > 0 && !order.pricesIncludeTax ? (
          <div>
            <dt>{t('tax')}</dt>
            <dd>{money(preview.taxAmount)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('before')}</dt>
          <dd>{money(preview.beforeAmount)}</dd>
        </div>
        <div data-total>
          <dt>{t('after')}</dt>
          <dd>{money(preview.totalAmount)}</dd>
        </div>
      </dl>
      <p className={classes.outcome} data-due={dueAmount > 0 || undefined}>
        {refundAmount > 0
          ? t('refundWords', money(refundAmount))
          : dueAmount > 0
            ? t('dueWords', money(dueAmount))
            : isSettled
              ? t('same')
              : ''}
      </p>
      {told.length > 0 ? (
        <ul className={classes.refused} aria-label={t('refused')}>
          {told.map((one) => (
            <li key={`${one.promotionId} ${one.code}`}>
              {[
                one.name ? text(one.name) : (one.code ?? ''),
                reasonText(one, {
                  locale,
                  currency,
                  timeZone,
                  placeName: (id) => names.channel(id) || names.location(id),
                }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
