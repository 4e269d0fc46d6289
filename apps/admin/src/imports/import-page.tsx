import { Progress } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { importText } from '@tandem/ui/import-texts.ts';
import { ErrorState, StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { problemText } from '../api/problem-text.ts';
import { importTexts } from '../messages/imports.ts';
import { problemTexts } from '../messages/problems.ts';
import dense from '../parts/dense.module.css';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { ImportState, pollAfterMs } from './import-state.tsx';
import classes from './imports.module.css';

const tones = { note: 'neutral', warning: 'attention', error: 'danger' } as const;

/** One import: how far it is, what it did, and each row that was not taken as it stands. */
export default function ImportPage({ id }: { readonly id: string }) {
  const t = useTexts(importTexts);
  const problem = useTexts(problemTexts);
  const { count, dateTime } = useFormat();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ['imports', id],
    queryFn: ({ signal }) => call('GET /api/imports/:id', { params: { id }, signal }),
    refetchInterval: (one) => pollAfterMs(one.state.data?.state),
  });
  const isDone = query.data?.state === 'done';
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ['variants'] });
  }, [isDone, queries]);
  if (query.isPending) return <PageSkeleton />;
  if (!query.data)
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  const one = query.data;
  const share = one.rowsTotal ? Math.round((one.rowsDone / one.rowsTotal) * 100) : 100;
  // Figures without a name of their own, such as sums of money, belong to the command line's report.
  const counted = Object.entries(one.counts).flatMap(([key, value]) => {
    const name = t('count', key);
    return name && value !== 0 ? [{ key, name, value }] : [];
  });
  return (
    <Page
      title={one.fileName}
      badge={<ImportState state={one.state} />}
      subtitle={`${t('kindName', one.kind)}${one.isDryRun ? ` · ${t('dry')}` : ''} · ${dateTime(one.startedAt)}`}
      back={{ href: '/imports', label: t('title') }}
      isNarrow
    >
      <Panel title={one.isDryRun ? t('countsDry') : t('counts')}>
        <div className={classes.progress} role="status">
          {one.state === 'running' ? <Progress value={share} animated aria-label={t('running')} /> : null}
          <dl className={classes.counts}>
            <div>
              <dt>{t('rows')}</dt>
              <dd>
                {(one.state === 'running' || one.state === 'interrupted') && one.rowsTotal !== null
                  ? t('progress', count(one.rowsDone), count(one.rowsTotal))
                  : count(one.rowsDone)}
              </dd>
            </div>
            {counted.map(({ key, name, value }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>{count(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
        {one.state === 'interrupted' ? <p className={classes.hint}>{t('interruptedHint', one.isDryRun)}</p> : null}
        {one.isDryRun && one.state === 'done' ? <p className={classes.hint}>{t('runForReal')}</p> : null}
      </Panel>
      {one.state === 'interrupted' ? null : <Messages one={one} />}
    </Page>
  );
}

/** Each row that was not taken as it stands. */
function Messages({ one }: { readonly one: Answer<'GET /api/imports/:id'> }) {
  const t = useTexts(importTexts);
  const { count, locale } = useFormat();
  return (
    <Panel
      title={t('messages')}
      hint={
        one.messages.length > 0
          ? t('messagesHint', one.messages.length)
          : one.state === 'done'
            ? t('noMessages')
            : undefined
      }
      isFlush
    >
      {one.messages.length > 0 ? (
        <Scroller label={t('messages')}>
          <table className={dense.table}>
            <thead>
              <tr>
                <th scope="col" className={dense.number}>
                  {t('row')}
                </th>
                <th scope="col">{t('level')}</th>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('message')}</th>
              </tr>
            </thead>
            <tbody>
              {one.messages.map((message, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added behind.
                <tr key={index}>
                  <td className={dense.number}>{count(message.row)}</td>
                  <td>
                    <StatusBadge tone={tones[message.level]}>{t('levelName', message.level)}</StatusBadge>
                  </td>
                  <td className={dense.quiet}>{message.column ?? ''}</td>
                  <td className={dense.wrap}>{importText(message, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      ) : null}
    </Panel>
  );
}
