import { IconAlertTriangle, IconCircleCheck, IconHourglassEmpty } from '@tabler/icons-react';
import type { SimulationResult } from '@tandem/contract/promotions.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { simulationTexts } from '../messages/simulations.ts';
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
  const { money, count } = useFormat();
  if (one.touched === 0)
    return (
      <div className={classes.headline}>
        <strong>{t('headlineNone', count(one.baskets))}</strong>
        <span>{t('headlineNoneWords')}</span>
      </div>
    );
  const change = (now: number, draft: number) => `${draft >= now ? '+' : '−'}${money(Math.abs(draft - now))}`;
  const signed = (amount: number) => `${amount < 0 ? '−' : ''}${money(Math.abs(amount))}`;
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
          value={signed(one.netDraftAmount)}
          note={`${change(one.netNowAmount, one.netDraftAmount)} · ${t('nowIs', signed(one.netNowAmount))}`}
        />
        <Figure
          name={t('marginChange')}
          value={signed(one.marginDraftAmount)}
          note={`${change(one.marginNowAmount, one.marginDraftAmount)} · ${t('nowIs', signed(one.marginNowAmount))}`}
        />
      </dl>
      <Floors one={one} />
      {one.refusedForLimit > 0 ? <Limits one={one} /> : null}
      <Panel title={t('disturbed')} isFlush={one.disturbed.length > 0}>
        {one.disturbed.length === 0 ? <p className={classes.plain}>{t('disturbedNone')}</p> : <Disturbed one={one} />}
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

/** Whether lines would fall below the lowest price they may reach, or below their cost. */
function Floors({ one }: { readonly one: SimulationResult }) {
  const t = useTexts(promotionTexts);
  const w = useTexts(simulationTexts);
  const { linesUnderFloor = 0, heldByFloor = 0, linesUnderCost } = one;
  // Where goods know no floor their cost is it: then one sentence says both.
  const isFloor = linesUnderFloor > 0 && linesUnderFloor !== linesUnderCost;
  const isSafe = linesUnderFloor === 0 && linesUnderCost === 0;
  const said = [
    isFloor && linesUnderCost > 0 ? w('underCostOf', linesUnderCost) : '',
    isSafe ? '' : isFloor ? w('underFloorWords') : t('underCostWords'),
    heldByFloor > 0 ? w('floorHeld', heldByFloor) : '',
  ].filter(Boolean);
  return (
    <div className={classes.floor} data-safe={isSafe || undefined}>
      {isSafe ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
      <span>
        <strong>{isFloor ? w('underFloor', linesUnderFloor) : t('underCost', linesUnderCost)}</strong>
        {said.length > 0 ? ` · ${said.join(' ')}` : null}
      </span>
    </div>
  );
}

/** What its limits kept it from, counted in the order of time. */
function Limits({ one }: { readonly one: SimulationResult }) {
  const w = useTexts(simulationTexts);
  const { count, dateTime } = useFormat();
  return (
    <div className={classes.limits}>
      <IconHourglassEmpty size={18} aria-hidden />
      <span>
        <strong>{w('limitTitle', count(one.refusedForLimit))}</strong>
        {' · '}
        {one.limitReachedAt ? w('limitReached', dateTime(one.limitReachedAt)) : w('limitMember')}
      </span>
    </div>
  );
}

/** The other promotions that give more or less beside it: uses and discount, before and after. */
function Disturbed({ one }: { readonly one: SimulationResult }) {
  const t = useTexts(promotionTexts);
  const w = useTexts(simulationTexts);
  const b = useTexts(builderTexts);
  const { money, count } = useFormat();
  const nameOf = usePromotionNames();
  return (
    <Scroller label={t('disturbed')}>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{w('other')}</th>
            <th scope="col" className={dense.number}>
              {w('otherUses')}
            </th>
            <th scope="col" className={dense.number}>
              {w('otherGiven')}
            </th>
          </tr>
        </thead>
        <tbody>
          {one.disturbed.map((other) => (
            <tr key={other.promotionId}>
              <td>
                <Link href={`/promotions/${other.promotionId}`} className={dense.link}>
                  {nameOf(other.promotionId) ?? b('someOther')}
                </Link>
              </td>
              <td className={dense.number}>{t('disturbedLine', count(other.uses), count(other.usesWithDraft))}</td>
              <td className={dense.number}>{t('disturbedLine', money(other.amount), money(other.amountWithDraft))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
