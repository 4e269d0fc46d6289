import { IconFileImport } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { QueryList } from '../lists/query-list.tsx';
import { importTexts } from '../messages/imports.ts';
import classes from '../parts/dense.module.css';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useFormat } from '../shop/use-format.ts';
import { ImportState, pollAfterMs } from './import-state.tsx';
import imports from './imports.module.css';
import { StartImport } from './start-import.tsx';

/** Files brought in, and the way to bring one in. */
export default function ImportsPage() {
  const t = useTexts(importTexts);
  const { dateTime, count } = useFormat();
  const list = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => call('GET /api/imports', { signal }),
    refetchInterval: (query) => {
      const states = query.state.data?.items.map((one) => one.state) ?? [];
      return pollAfterMs(states.includes('running') ? 'running' : states.find((one) => one === 'interrupted'));
    },
  });
  const items = list.data?.items ?? [];
  const kindOf = (one: (typeof items)[number]) => `${t('kindName', one.kind)}${one.isDryRun ? ` · ${t('dry')}` : ''}`;
  return (
    <Page title={t('title')} isNarrow>
      <StartImport />
      <QueryList
        query={list}
        isEmpty={items.length === 0}
        empty={
          <EmptyState icon={IconFileImport} title={t('emptyTitle')}>
            {t('emptyWords')}
          </EmptyState>
        }
      >
        <Panel title={t('history')} isFlush>
          <Scroller label={t('history')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('file')}</th>
                  <th scope="col" className={classes.roomy}>
                    {t('kind')}
                  </th>
                  <th scope="col" className={classes.roomy}>
                    {t('when')}
                  </th>
                  <th scope="col">{t('state')}</th>
                  <th scope="col" className={classes.number}>
                    {t('rows')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td className={classes.wrap}>
                      <Link href={`/imports/${one.id}`} className={`${classes.link} ${classes.anywhere}`}>
                        {one.fileName}
                      </Link>
                      <div className={`${classes.small} ${classes.onPhone}`}>{kindOf(one)}</div>
                      <div className={`${classes.small} ${classes.onPhone}`}>{dateTime(one.startedAt)}</div>
                    </td>
                    <td className={`${classes.quiet} ${classes.roomy}`}>{kindOf(one)}</td>
                    <td className={`${classes.quiet} ${classes.roomy}`}>{dateTime(one.startedAt)}</td>
                    <td>
                      <ImportState state={one.state} />
                      {one.state === 'interrupted' ? (
                        <span className={imports.listHint}>{t('interruptedHint', one.isDryRun)}</span>
                      ) : null}
                    </td>
                    <td className={classes.number}>{count(one.rowsDone)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        </Panel>
      </QueryList>
    </Page>
  );
}
