import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { QueryList } from '../lists/query-list.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { dayIn } from '../orders/order-query.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { inOrder, overlaps, type Promotion, type Span, spanOf, weekOf, weeksOf } from './calendar.ts';
import { type Period, periodOf } from './calendar-period.ts';
import { MonthGrid } from './month-grid.tsx';
import { PromotionState } from './promotion-state.tsx';
import classes from './promotions.module.css';
import { actionText } from './sentence.ts';
import { useWords } from './use-rule-names.ts';
import { WeekGrid } from './week-grid.tsx';

const names = ['month', 'week', 'show'] as const;

/** Which promotions lie when: a month of bars, a week with its days and hours, or a list of what counts. */
export default function CalendarPage() {
  const t = useTexts(promotionTexts);
  const { merchant } = useShop();
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [filters, change] = useFilters(names);
  const today = dayIn(merchant.timeZone, new Date());
  const period = periodOf(filters, today);
  const title = useTitle(period);
  const query = useQuery({ queryKey: ['promotions', 'calendar'], queryFn: readAll });
  const spans = useMemo(
    () =>
      (query.data ?? [])
        // A draft without dates lies nowhere yet.
        .filter((one) => one.state !== 'draft' || one.definition.schedule)
        .map((one) => spanOf(one, merchant.timeZone)),
    [query.data, merchant.timeZone],
  );
  const inPeriod = inOrder(spans.filter((span) => overlaps(span, period.first, period.last)));
  const isList = isPhone || filters.show === 'list' || (period.kind === 'week' && inPeriod.length === 0);
  const kinds = ['month', 'week', ...(isPhone ? [] : (['list'] as const))] as const;
  return (
    <Page title={t('calendarTitle')} back={{ href: '/promotions', label: t('title') }}>
      <div className={classes.calendarBar}>
        <h2>{title}</h2>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('earlier', period.kind)}
          onClick={() => change(period.move(-1))}
        >
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('later', period.kind)}
          onClick={() => change(period.move(1))}
        >
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" onClick={() => change({ month: '', week: '' })}>
          {t('today')}
        </Button>
        <SegmentedControl
          aria-label={t('show')}
          value={filters.show === 'list' && !isPhone ? 'list' : period.kind}
          onChange={(show) => change(period.show(show, today))}
          data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        />
      </div>
      <QueryList query={query} isEmpty={false} empty={null}>
        {isList ? (
          <Agenda spans={inPeriod} today={today} />
        ) : period.kind === 'week' ? (
          <WeekGrid week={weekOf(period.first)} today={today} spans={inPeriod} />
        ) : (
          <MonthGrid weeks={weeksOf(period.month)} month={period.month} today={today} spans={spans} />
        )}
      </QueryList>
    </Page>
  );
}

function useTitle({ kind, first, last }: Period): string {
  const t = useTexts(promotionTexts);
  const { locale, date } = useFormat();
  if (kind === 'week') return t('days', date(first), date(last));
  const format = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-HK' : 'zh-Hant-HK', format).format(new Date(first));
}

/** All promotions; a calendar that leaves some out would tell lies. */
async function readAll(): Promise<Promotion[]> {
  const all: Promotion[] = [];
  let cursor: string | null = '';
  do {
    const page: { items: Promotion[]; nextCursor: string | null } = await call('GET /api/promotions', {
      query: { limit: 200, ...(cursor ? { cursor } : {}) },
    });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return all;
}

function Agenda({ spans, today }: { readonly spans: readonly Span[]; readonly today: string }) {
  const t = useTexts(promotionTexts);
  const { text, date } = useFormat();
  const words = useWords(useMemo(() => spans.map((span) => span.promotion.definition) as never[], [spans]));
  if (spans.length === 0)
    return (
      <EmptyState icon={IconCalendarOff} title={t('noSpans')}>
        {t('noSpansWords')}
      </EmptyState>
    );
  const groups = [
    { title: t('isLive'), of: spans.filter((span) => overlaps(span, today, today)) },
    { title: t('isAhead'), of: spans.filter((span) => span.from !== null && span.from > today) },
    { title: t('isOver'), of: spans.filter((span) => span.until !== null && span.until < today) },
  ];
  const when = ({ from, until }: Span) => {
    if (from && until) return t('days', date(from), date(until));
    if (until) return t('until', date(until));
    return from ? `${t('fromOn', date(from))}, ${t('openEnd')}` : t('openEnd');
  };
  return (
    <div className={classes.agenda}>
      {groups
        .filter((group) => group.of.length > 0)
        .map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <ul>
              {group.of.map((span) => (
                <li key={span.promotion.id} data-state={span.promotion.state}>
                  <span className={classes.agendaWords}>
                    <Link href={`/promotions/${span.promotion.id}`} className={classes.name}>
                      {text(span.promotion.definition.name)}
                    </Link>
                    <span className={classes.cardSays}>{actionText(span.promotion.definition as never, words)}</span>
                    <span className={classes.quiet}>{when(span)}</span>
                  </span>
                  <PromotionState state={span.promotion.state} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
