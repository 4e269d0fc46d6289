import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { useFormat } from '../shop/use-format.ts';
import { barsOf, type Span } from './calendar.ts';
import { weekdays } from './definition.ts';
import classes from './promotions.module.css';

interface MonthGridProps {
  readonly weeks: readonly (readonly string[])[];
  readonly month: string;
  readonly today: string;
  readonly spans: readonly Span[];
}

const lanesMax = 6;

/** A month of weeks; a promotion is a bar from its first day to its last. */
export function MonthGrid({ weeks, month, today, spans }: MonthGridProps) {
  const b = useTexts(builderTexts);
  return (
    <div className={classes.month}>
      <div className={classes.weekHead} aria-hidden>
        {weekdays.map((day) => (
          <span key={day}>{b('weekday', day)}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <Week key={week[0]} week={week} month={month} today={today} spans={spans} />
      ))}
    </div>
  );
}

function Week({ week, month, today, spans }: Omit<MonthGridProps, 'weeks'> & { week: readonly string[] }) {
  const t = useTexts(promotionTexts);
  const { text, date } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const bars = barsOf(spans, week);
  const shown = isOpen ? bars : bars.filter((bar) => bar.lane < lanesMax);
  const lanes = Math.max(1, ...shown.map((bar) => bar.lane + 1));
  return (
    <section className={classes.week} aria-label={date(week[0] ?? month)}>
      <div className={classes.weekDays}>
        {week.map((day) => (
          <span key={day} data-other={!day.startsWith(month) || undefined} data-today={day === today || undefined}>
            {Number(day.slice(8))}
          </span>
        ))}
      </div>
      <ul className={classes.bars} style={{ gridTemplateRows: `repeat(${lanes}, 1.625rem)` }}>
        {shown.map(({ span, first, last, lane, startsHere, endsHere }) => (
          <li
            key={span.promotion.id}
            style={{ gridColumn: `${first + 1} / ${last + 2}`, gridRow: lane + 1 }}
            className={classes.bar}
            data-state={span.promotion.state}
            data-starts={startsHere || undefined}
            data-ends={endsHere || undefined}
          >
            <Link
              href={`/promotions/${span.promotion.id}`}
              title={`${text(span.promotion.definition.name)} · ${t('state', span.promotion.state)}`}
            >
              <span className={classes.barName}>{text(span.promotion.definition.name)}</span>
              <span className="only-heard"> {t('state', span.promotion.state)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < bars.length ? (
        <button type="button" className={classes.moreBars} onClick={() => setIsOpen(true)}>
          {t('moreBars', bars.length - shown.length)}
        </button>
      ) : null}
    </section>
  );
}
