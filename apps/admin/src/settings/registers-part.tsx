import { Button, Group } from '@mantine/core';
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { EmptyState, StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { QueryList } from '../lists/query-list.tsx';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { PairModal } from './pair-modal.tsx';
import { PartTable } from './part-table.tsx';
import { RegisterForm } from './register-form.tsx';

export type Register = Answer<'GET /api/registers'>['items'][number];

/** The till devices of the stores. */
export function RegistersPart() {
  const t = useTexts(settingsTexts);
  const { relative } = useFormat();
  const names = useNames();
  const { may } = useShop();
  const list = useQuery({ queryKey: ['registers'], queryFn: ({ signal }) => call('GET /api/registers', { signal }) });
  const unpair = useCommand('DELETE /api/registers/:id/pairing', { refresh: [['registers']], done: t('unpaired') });
  const [isAdding, setIsAdding] = useState(false);
  const [pairing, setPairing] = useState<Register>();
  const items = list.data?.items ?? [];
  const mayChange = may('register.change');
  const roomy = [t('code'), t('store'), t('state'), t('lastSeen')];
  return (
    <>
      <QueryList query={list} isEmpty={false} empty={null}>
        <PartTable
          title={t('registers')}
          hint={t('registersHint')}
          heads={[t('name'), ...roomy]}
          roomyHeads={roomy}
          empty={
            items.length === 0 ? (
              <EmptyState icon={IconDeviceTablet} title={t('registersEmpty')}>
                {t('registersEmptyWords')}
              </EmptyState>
            ) : undefined
          }
          action={
            mayChange ? (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => setIsAdding(true)}
              >
                {t('addRegister')}
              </Button>
            ) : null
          }
        >
          {items.map((one) => (
            <tr key={one.id}>
              <td className={dense.wrap}>
                <div className={dense.strong}>{one.name}</div>
                <div className={`${dense.small} ${dense.onPhone}`}>
                  {one.code} · {names.location(one.locationId)}
                </div>
                <div className={`${dense.small} ${dense.onPhone}`}>
                  {one.isPaired ? t('paired') : t('notPaired')}
                  {one.lastSeenAt ? ` · ${relative(one.lastSeenAt)}` : ''}
                </div>
              </td>
              <td className={`${dense.quiet} ${dense.roomy}`}>{one.code}</td>
              <td className={dense.roomy}>{names.location(one.locationId)}</td>
              <td className={dense.roomy}>
                <StatusBadge tone={one.isPaired ? 'done' : 'neutral'}>
                  {one.isPaired ? t('paired') : t('notPaired')}
                </StatusBadge>
              </td>
              <td className={`${dense.quiet} ${dense.roomy}`}>
                {one.lastSeenAt ? relative(one.lastSeenAt) : t('never')}
              </td>
              <td className={dense.number}>
                {mayChange ? (
                  <Group gap={6} justify="flex-end" wrap="nowrap">
                    {one.isPaired ? (
                      <Button
                        variant="subtle"
                        color="gray"
                        size="compact-sm"
                        onClick={() => unpair.mutate({ params: { id: one.id } })}
                      >
                        {t('unpair')}
                      </Button>
                    ) : null}
                    <Button variant="default" size="compact-sm" onClick={() => setPairing(one)}>
                      {t('pair')}
                    </Button>
                  </Group>
                ) : null}
              </td>
            </tr>
          ))}
        </PartTable>
      </QueryList>
      {isAdding ? <RegisterForm onClose={() => setIsAdding(false)} /> : null}
      {pairing ? <PairModal register={pairing} onClose={() => setPairing(undefined)} /> : null}
    </>
  );
}
