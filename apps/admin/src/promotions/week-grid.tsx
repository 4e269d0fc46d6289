import { useTexts } from '@tandem/ui/react/index.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { useFormat } from '../shop/use-format.ts';
import { type Span, stretchesOf } from './calendar.ts';
import { weekdays } from './definition.ts';
import classes from './promotions.module.css';
import { actionText } from './sentence.ts';
import { useWords } from './use-rule-names.ts';

interface WeekGridProps {
  readonly week: readonly string[];
  readonly today: string;
  /** Those that lie in the week, in the order of their lines. */
  readonly spans: readonly Span[];
}

/** A week, a line for each promotion: on which days it counts, within which hours, and what it gives. */
export function WeekGrid({ week, today, spans }: WeekGridProps) {
  const b = useTexts(builderTexts);
  return (
    <div className={classes.month}>
      <div className={classes.weekHead} aria-hidden>
        {weekdays.map((day, column) => (
          <span key={day} data-today={week[column] === today || undefined}>
            {b('weekday', day)} <strong>{Number(week[column]?.slice(8))}</strong>
          </span>
        ))}
      </div>
      <ul className={classes.weekLines}>
        <Lines week={week} spans={spans} />
      </ul>
    </div>
  );
}

function Lines({ week, spans }: Omit<WeekGridProps, 'today'>) {
  const t = useTexts(promotionTexts);
  const b = useTexts(builderTexts);
  const { text } = useFormat();
  const words = useWords(useMemo(() => spans.map((span) => span.promotion.definition) as never[], [spans]));
  return spans.map((span) => {
    const { id, state, definition } = span.promotion;
    const stretches = stretchesOf(span, week);
    const [first, ...others] = stretches;
    if (!first) return null;
    const hours = (definition.schedule?.hours ?? []).map((one) => `${one.from}–${one.until}`).join(', ');
    const says = [hours, actionText(definition as never, words)].filter(Boolean).join(' · ');
    const days = stretches.flatMap(({ first: from, last }) => weekdays.slice(from, last + 1));
    const startsHere = span.from !== null && span.from >= (week[0] ?? '');
    const endsHere = span.until !== null && span.until <= (week[6] ?? '');
    const look = (one: typeof first) => ({
      style: { gridColumn: `${one.first + 1} / ${one.last + 2}` },
      className: classes.bar,
      'data-state': state,
      'data-starts': one.first > 0 || startsHere || undefined,
      'data-ends': one.last < 6 || endsHere || undefined,
    });
    return (
      <li key={id} className={classes.weekLine}>
        <div {...look(first)}>
          <Link href={`/promotions/${id}`} title={`${text(definition.name)} · ${t('state', state)} · ${says}`}>
            <span className={classes.barName}>{text(definition.name)}</span>
            <span className="only-heard">
              {' '}
              {t('state', state)}, {days.map((day) => b('weekday', day)).join(', ')}{' '}
            </span>
            <span className={classes.barSays}>{says}</span>
          </Link>
        </div>
        {others.map((one) => (
          <div key={one.first} {...look(one)} aria-hidden>
            <span>{hours}</span>
          </div>
        ))}
      </li>
    );
  });
}
