import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { SimulationResult } from '@tandem/contract/promotions.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './promotions.module.css';
import { Figure } from './results-panel.tsx';
import { usePromotionNames } from './use-rule-names.ts';

/** What a draft would have done, in the words of a shop owner. */
export function SimulationView({ result: one }: { readonly result: SimulationResult }) {
  const t = useTexts(promotionTexts);
  const b = useTexts(builderTexts);
  const { money, count } = useFormat();
  const nameOf = usePromotionNames();
  if (one.touched === 0)
    return (
      <div className={classes.headline}>
        <strong>{t('headlineNone', count(one.baskets))}</strong>
        <span>{t('headlineNoneWords')}</span>
      </div>
    );
  const change = (now: number, draft: number) => `${draft >= now ? '+' : '−'}${money(Math.abs(draft - now))}`;
  const isSafe = one.linesUnderCost === 0;
  return (
    <div className={classes.simulation}>
      <div className={classes.headline}>
        <strong>{t('headline', count(one.touched), count(one.baskets))}</strong>
        <span>{t('usesTimes', count(one.uses))}</span>
      </div>
      <dl className={classes.figures}>
        <Figure name={t('givesMore')} value={money(one.discountAmount)} />
        <Figure
          name={t('netChange')}
          value={money(one.netDraftAmount)}
          note={`${change(one.netNowAmount, one.netDraftAmount)} · ${t('nowIs', money(one.netNowAmount))}`}
        />
        <Figure
          name={t('marginChange')}
          value={money(one.marginDraftAmount)}
          note={`${change(one.marginNowAmount, one.marginDraftAmount)} · ${t('nowIs', money(one.marginNowAmount))}`}
        />
      </dl>
      <p className={classes.floor} data-safe={isSafe || undefined}>
        {isSafe ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        <span>
          <strong>{t('underCost', one.linesUnderCost)}</strong> {isSafe ? null : t('underCostWords')}
        </span>
      </p>
      <Panel title={t('disturbed')}>
        {one.disturbed.length === 0 ? <p className={classes.plain}>{t('disturbedNone')}</p> : null}
        <ul className={classes.disturbed}>
          {one.disturbed.map((other) => (
            <li key={other.promotionId}>
              <span>{nameOf(other.promotionId) ?? b('someOther')}</span>
              <span className={classes.quiet}>
                {t('uses')} {t('disturbedLine', count(other.uses), count(other.usesWithDraft))}
              </span>
              <span>{t('disturbedLine', money(other.amount), money(other.amountWithDraft))}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('examples')} isFlush>
        <Scroller label={t('examples')}>
          <table className={dense.table}>
            <thead>
              <tr>
                <th scope="col">{t('order')}</th>
                <th scope="col" className={dense.number}>
                  {t('basketNow')}
                </th>
                <th scope="col" className={dense.number}>
                  {t('basketDraft')}
                </th>
                <th scope="col" className={dense.number}>
                  {t('saves')}
                </th>
              </tr>
            </thead>
            <tbody>
              {one.examples.map((example) => (
                <tr key={example.orderId}>
                  <td>
                    <Link href={`/orders/${example.orderId}`} className={dense.link}>
                      {example.number}
                    </Link>
                  </td>
                  <td className={dense.number}>{money(example.amountNow)}</td>
                  <td className={dense.number}>{money(example.amountDraft)}</td>
                  <td className={dense.number}>{money(example.discountAmount)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      </Panel>
    </div>
  );
}
