import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { EmptyState, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { QueryList } from '../lists/query-list.tsx';
import { priceTexts } from '../messages/prices.ts';
import dense from '../parts/dense.module.css';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { audienceWords, periodWords } from './audience.ts';
import classes from './prices.module.css';

type Change = Answer<'GET /api/price-lists/:id/history'>['items'][number];
type Entry = Change['entries'][number];

/** Every change of a list and its prices, who made it and when, with what was before and after. */
export function ListHistory({ id }: { readonly id: string }) {
  const t = useTexts(priceTexts);
  const { dateTime, relative } = useFormat();
  const query = useInfiniteQuery({
    queryKey: ['price-lists', id, 'history'],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/price-lists/:id/history', {
        params: { id },
        query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryList
      query={query}
      isEmpty={items.length === 0}
      empty={
        <EmptyState icon={IconHistory} title={t('history')}>
          {t('historyNone')}
        </EmptyState>
      }
    >
      <div className={classes.stack}>
        {items.map((one) => (
          <Panel
            key={one.ruleSetNumber}
            isFlush={one.entries.length > 0}
            title={t('event', one.event, one.entryCount)}
            hint={[one.staffName ?? 'Tandem', relative(one.at), dateTime(one.at)].join(' · ')}
          >
            {one.entries.length > 0 ? <Prices change={one} /> : <Head change={one} />}
          </Panel>
        ))}
        {query.hasNextPage ? (
          <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('earlier')}
          </Button>
        ) : null}
      </div>
    </QueryList>
  );
}

/** The prices that a change set, changed or took out. */
function Prices({ change }: { readonly change: Change }) {
  const t = useTexts(priceTexts);
  const { money, quantity, text, dateTime } = useFormat();
  const shown = (amount: number | null, compareAt: number | null) =>
    amount === null ? (
      <span className={dense.quiet}>{t('noPrice')}</span>
    ) : (
      <>
        {money(amount)}
        {compareAt === null ? null : <s className={classes.compare}>{money(compareAt)}</s>}
      </>
    );
  const nameOf = (entry: Entry) => [text(entry.name), ...entry.optionNames.map(text)].filter(Boolean).join(' · ');
  const more = change.entryCount - change.entries.length;
  return (
    <>
      {/* Two changes may be alike in words and minute; the number of the rules tells them apart. */}
      <Scroller
        label={`${t('event', change.event, change.entryCount)} · ${dateTime(change.at)} · ${change.ruleSetNumber}`}
      >
        <table className={dense.table}>
          <thead>
            <tr>
              <th scope="col">{t('product')}</th>
              <th scope="col" className={`${dense.number} ${dense.roomy}`}>
                {t('fromPieces')}
              </th>
              <th scope="col" className={dense.number}>
                {t('before')}
              </th>
              <th scope="col" className={dense.number}>
                {t('after')}
              </th>
            </tr>
          </thead>
          <tbody>
            {change.entries.map((entry) => (
              <tr key={`${entry.variantId} ${entry.minQuantity}`}>
                <td className={dense.wrap}>
                  {nameOf(entry)} <span className={dense.small}>{entry.sku}</span>
                  {entry.minQuantity === 0 ? null : (
                    <span className={`${dense.small} ${dense.onPhone}`}>
                      {' '}
                      · {t('fromPieces')} {quantity(entry.minQuantity)}
                    </span>
                  )}
                </td>
                <td className={`${dense.number} ${dense.roomy}`}>
                  {entry.minQuantity === 0 ? '1' : quantity(entry.minQuantity)}
                </td>
                <td className={dense.number}>{shown(entry.beforeAmount, entry.beforeCompareAtAmount)}</td>
                <td className={dense.number}>{shown(entry.amount, entry.compareAtAmount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {more > 0 ? <p className={classes.rest}>{t('morePrices', more)}</p> : null}
    </>
  );
}

/** What of the list itself is otherwise, in words. */
function Head({ change: { before, after, event } }: { readonly change: Change }) {
  const t = useTexts(priceTexts);
  const { text } = useFormat();
  const { locale } = useLanguage();
  const names = useNames();
  const said = (list: NonNullable<Change['after']>) =>
    [
      [t('name'), text(list.name)],
      [t('audience'), audienceWords(list, t, names, locale)],
      [t('period'), periodWords(list.schedule, t, locale)],
    ] as const;
  const now = after ?? before;
  if (now === null || event === 'prices') return <p className={classes.hint}>{t('nothingChanged')}</p>;
  const was = event === 'changed' && before ? said(before) : null;
  const rows = said(now).filter(([, words], index) => was === null || was[index]?.[1] !== words);
  if (rows.length === 0) return <p className={classes.hint}>{t('nothingChanged')}</p>;
  return (
    <dl className={classes.headChange}>
      {rows.map(([name, words]) => {
        const old = was?.find(([key]) => key === name)?.[1];
        return (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {old === undefined ? null : (
                <>
                  <span className="only-heard">{t('before')}: </span>
                  <del>{old}</del> <span className="only-heard">{t('after')}: </span>
                </>
              )}
              <span className={old === undefined ? undefined : classes.new}>{words}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
