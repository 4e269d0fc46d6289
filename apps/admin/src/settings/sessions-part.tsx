import { Button } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../api/use-command.ts';
import { QueryList } from '../lists/query-list.tsx';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useFormat } from '../shop/use-format.ts';
import { deviceOf } from './device-name.ts';
import { PartTable } from './part-table.tsx';

/** Where the person is signed in. */
export function SessionsPart() {
  const t = useTexts(settingsTexts);
  const { dateTime, relative } = useFormat();
  const list = useQuery({ queryKey: ['sessions'], queryFn: ({ signal }) => call('GET /api/sessions', { signal }) });
  const end = useCommand('DELETE /api/sessions/:id', { refresh: [['sessions']], done: t('sessionEnded') });
  return (
    <QueryList query={list} isEmpty={false} empty={null}>
      <PartTable
        title={t('sessions')}
        hint={t('sessionsHint')}
        heads={[t('device'), t('signedIn'), t('lastSeen')]}
        roomyHeads={[t('signedIn'), t('lastSeen')]}
      >
        {(list.data?.items ?? []).map((one) => {
          const { browser, system } = deviceOf(one.userAgent);
          return (
            <tr key={one.id}>
              <td className={dense.wrap}>
                <div className={dense.strong}>{t('browserOn', browser, system)}</div>
                <div className={`${dense.small} ${dense.onPhone}`}>
                  {t('signedIn')}: {dateTime(one.createdAt)}
                </div>
                <div className={`${dense.small} ${dense.onPhone}`}>
                  {t('lastSeen')}: {relative(one.lastSeenAt)}
                </div>
              </td>
              <td className={`${dense.quiet} ${dense.roomy}`}>{dateTime(one.createdAt)}</td>
              <td className={`${dense.quiet} ${dense.roomy}`}>{relative(one.lastSeenAt)}</td>
              <td className={dense.number}>
                {one.isCurrent ? (
                  <StatusBadge tone="done">{t('thisDevice')}</StatusBadge>
                ) : (
                  <Button
                    variant="default"
                    size="compact-sm"
                    loading={end.isPending && end.variables.params.id === one.id}
                    onClick={() => end.mutate({ params: { id: one.id } })}
                  >
                    {t('end')}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </PartTable>
    </QueryList>
  );
}
