import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { QueryList } from '../lists/query-list.tsx';
import { frameTexts } from '../messages/frame.ts';
import { homeTexts } from '../messages/home.ts';
import classes from '../parts/dense.module.css';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Scroller } from '../parts/scroller.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { exceptionFigures } from './exception-figures.ts';

/** Facts that were recorded although something is wrong with them. */
export default function ExceptionsPage() {
  const t = useTexts(homeTexts);
  const f = useTexts(frameTexts);
  const format = useFormat();
  const { may } = useShop();
  const names = useNames();
  const list = useQuery({ queryKey: ['exceptions'], queryFn: ({ signal }) => call('GET /api/exceptions', { signal }) });
  const resolve = useCommand('POST /api/exceptions/:id/resolution', {
    refresh: [['exceptions'], ['today']],
    done: t('resolved'),
  });
  const items = list.data?.items ?? [];
  const people = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => call('GET /api/staff', { signal }),
    enabled: may('staff.read') && items.some((one) => one.kind === 'sale.over_limit'),
  });
  const staff = (id: string) => people.data?.items.find((one) => one.id === id)?.name ?? '';
  return (
    <Page title={t('exceptionsTitle')} subtitle={t('exceptionsWords')} back={{ href: '/', label: f('home') }} isNarrow>
      <QueryList
        query={list}
        isEmpty={items.length === 0}
        empty={
          <EmptyState icon={IconCircleCheck} title={t('exceptionsEmpty')}>
            {t('exceptionsEmptyWords')}
          </EmptyState>
        }
      >
        <Panel isFlush>
          <Scroller label={t('exceptionsTitle')}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('what')}</th>
                  <th scope="col" className="mantine-visible-from-sm">
                    {t('where')}
                  </th>
                  <th scope="col" className="mantine-visible-from-sm">
                    {t('when')}
                  </th>
                  <th scope="col">
                    <span className="only-heard">{t('resolve')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td className={classes.wrap}>
                      {one.subjectId ? (
                        <Link
                          className={classes.link}
                          href={
                            one.kind.startsWith('stock.')
                              ? `/stock/movements/${one.subjectId}`
                              : `/orders/${one.subjectId}`
                          }
                        >
                          {t('kind', one.kind)}
                        </Link>
                      ) : (
                        t('kind', one.kind)
                      )}
                      {exceptionFigures(one.kind, one.detail, { t, format, staff }).map((figure) => (
                        <div key={figure} className={classes.small}>
                          {figure}
                        </div>
                      ))}
                      <div className={classes.small}>{t('advice', one.kind)}</div>
                      <div className={`${classes.small} mantine-hidden-from-sm`}>
                        {[names.location(one.locationId), format.dateTime(one.raisedAt)].filter(Boolean).join(' · ')}
                      </div>
                    </td>
                    <td className={`${classes.quiet} mantine-visible-from-sm`}>{names.location(one.locationId)}</td>
                    <td className={`${classes.quiet} mantine-visible-from-sm`}>{format.dateTime(one.raisedAt)}</td>
                    <td className={classes.number}>
                      {may('exception.resolve') ? (
                        <Button
                          variant="default"
                          size="compact-sm"
                          onClick={() => resolve.mutate({ params: { id: one.id } })}
                        >
                          {t('resolve')}
                        </Button>
                      ) : null}
                    </td>
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
