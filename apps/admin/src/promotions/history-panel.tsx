import { IconHistory } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { QueryList } from '../lists/query-list.tsx';
import { promotionTexts } from '../messages/promotions.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { type Definition, definitionOf } from './definition.ts';
import classes from './promotions.module.css';
import { useWords } from './use-rule-names.ts';

/** Every change, who made it, and what it said before and after. */
export function HistoryPanel({ id }: { readonly id: string }) {
  const t = useTexts(promotionTexts);
  const { dateTime, relative } = useFormat();
  const query = useQuery({
    queryKey: ['promotion', id, 'history'],
    queryFn: ({ signal }) => call('GET /api/promotions/:id/history', { params: { id }, signal }),
  });
  const items = useMemo(
    () => [...(query.data?.items ?? [])].sort((a, b) => b.at.localeCompare(a.at) || b.version - a.version),
    [query.data],
  );
  const definitions = useMemo(
    () => items.flatMap((one) => [one.before, one.after]).filter((one) => one !== null) as unknown as Definition[],
    [items],
  );
  const words = useWords(definitions);
  return (
    <QueryList
      query={query}
      isEmpty={items.length === 0}
      empty={
        <EmptyState icon={IconHistory} title={t('tabHistory')}>
          {t('noResultsWords')}
        </EmptyState>
      }
    >
      <Panel>
        <ol className={classes.history}>
          {items.map((one) => {
            const changes = one.before
              ? changesOf(
                  definitionOf(one.before) as Definition,
                  definitionOf(one.after) as Definition,
                  words,
                  t('nothing'),
                )
              : [];
            return (
              <li key={`${one.version} ${one.event} ${one.at}`}>
                <p className={classes.historyHead}>
                  <strong>{t('event', one.event)}</strong>
                  <span>{one.staffName ?? t('nobody')}</span>
                  <time dateTime={one.at} title={dateTime(one.at)}>
                    {relative(one.at)}
                  </time>
                </p>
                <ChangeList changes={changes} before={t('before')} after={t('after')} />
              </li>
            );
          })}
        </ol>
      </Panel>
    </QueryList>
  );
}
