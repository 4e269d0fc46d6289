import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryList } from '../lists/query-list.tsx';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { PartTable } from './part-table.tsx';
import { StaffForm } from './staff-form.tsx';

export type StaffMember = Answer<'GET /api/staff'>['items'][number];

/** Who works here, as what, and where. */
export function StaffPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { may } = useShop();
  const list = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => call('GET /api/staff', { signal }) });
  const [open, setOpen] = useState<StaffMember | 'new'>();
  const mayChange = may('staff.change');
  return (
    <>
      <QueryList query={list} isEmpty={false} empty={null}>
        <PartTable
          title={t('staff')}
          hint={t('staffHint')}
          heads={[t('name'), t('role'), t('worksAt'), t('access'), t('state')]}
          action={
            mayChange ? (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => setOpen('new')}
              >
                {t('addStaff')}
              </Button>
            ) : null
          }
        >
          {(list.data?.items ?? []).map((one) => (
            <tr key={one.id}>
              <td>
                <div className={dense.strong}>{one.name}</div>
                <div className={dense.small}>{one.email}</div>
              </td>
              <td>{t('roleName', one.role)}</td>
              <td className={`${dense.quiet} ${dense.wrap}`}>
                {one.locationIds.map(names.location).join(', ') || t('everywhere')}
              </td>
              <td className={dense.quiet}>
                {[one.hasPassword && t('withPassword'), one.hasPin && t('withPin')].filter(Boolean).join(', ')}
              </td>
              <td>
                <StatusBadge tone={one.isActive ? 'done' : 'neutral'}>
                  {one.isActive ? t('active') : t('disabled')}
                </StatusBadge>
              </td>
              <td className={dense.number}>
                {mayChange ? (
                  <Button variant="default" size="compact-sm" onClick={() => setOpen(one)}>
                    {t('edit')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </PartTable>
      </QueryList>
      {open ? <StaffForm person={open === 'new' ? null : open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
