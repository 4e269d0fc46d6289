import type { Translate } from '@tandem/ui/messages.ts';
import { Link } from 'wouter';
import type { Column } from '../lists/column.ts';
import type { promotionTexts } from '../messages/promotions.ts';
import { type Format, useFormat } from '../shop/use-format.ts';
import type { Promotion } from './calendar.ts';
import { PromotionMenu } from './promotion-menu.tsx';
import { PromotionState } from './promotion-state.tsx';
import classes from './promotions.module.css';
import { actionText } from './sentence.ts';
import { scheduleText } from './sentence-schedule.ts';
import type { Move } from './use-promotion-moves.tsx';
import type { Words } from './words.ts';

type OnMove = ((move: Move, promotion: Promotion) => void) | undefined;

/** What the list shows of each promotion. */
export function promotionColumns(
  t: Translate<(typeof promotionTexts)['en']>,
  { text, count, money }: Format,
  words: Words,
  onMove: OnMove,
): Column<Promotion>[] {
  return [
    {
      key: 'name',
      title: t('name'),
      cell: (one) => (
        <Link href={`/promotions/${one.id}`} className={classes.name} title={text(one.definition.name)}>
          {text(one.definition.name)}
        </Link>
      ),
    },
    {
      key: 'what',
      title: t('what'),
      width: '23%',
      isWide: true,
      cell: (one) => {
        const said = actionText(one.definition as never, words);
        return (
          <span className={classes.quiet} title={said}>
            {said}
          </span>
        );
      },
    },
    { key: 'state', title: t('views'), width: '8rem', cell: (one) => <PromotionState state={one.state} /> },
    {
      key: 'period',
      title: t('period'),
      width: '17%',
      cell: (one) => {
        const said = scheduleText(one.definition.schedule, words);
        return (
          <span className={classes.quiet} title={said}>
            {said}
          </span>
        );
      },
    },
    {
      key: 'uses',
      title: t('uses'),
      isNumber: true,
      width: '5.5rem',
      isWide: true,
      cell: (one) => count(one.uses.uses),
    },
    { key: 'given', title: t('given'), isNumber: true, width: '8rem', cell: (one) => money(one.uses.amount) },
    ...(onMove
      ? [
          {
            key: 'menu',
            title: t('actions'),
            width: '5.25rem',
            isNumber: true,
            cell: (one: Promotion) => <PromotionMenu promotion={one} onMove={onMove} />,
          },
        ]
      : []),
  ];
}

/** A promotion in the list of a phone. */
export function PromotionCard({ one, words, onMove }: { one: Promotion; words: Words; onMove: OnMove }) {
  const { text, money } = useFormat();
  return (
    <span className={classes.card}>
      <span className={classes.cardWords}>
        <Link href={`/promotions/${one.id}`} className={classes.name}>
          {text(one.definition.name)}
        </Link>
        <span className={classes.cardSays}>{actionText(one.definition as never, words)}</span>
        <span className={classes.cardState}>
          <PromotionState state={one.state} />
          {one.uses.uses > 0 ? <span className={classes.quiet}>{money(one.uses.amount)}</span> : null}
        </span>
      </span>
      {onMove ? <PromotionMenu promotion={one} onMove={onMove} /> : null}
    </span>
  );
}
