import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { QueryList } from '../lists/query-list.tsx';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { PartList } from './part-list.tsx';
import { StaffForm } from './staff-form.tsx';

export type StaffMember = Answer<'GET /api/staff'>['items'][number];

/** Who works here, as what, and where. */
export function StaffPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { may } = useShop();
  const placesOf = (one: StaffMember) => one.locationIds.map(names.location).join(t('between')) || t('everywhere');
  const list = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => call('GET /api/staff', { signal }) });
  return (
    <QueryList query={list} isEmpty={false} empty={null}>
      <PartList
        title={t('staff')}
        hint={t('staffHint')}
        heads={[t('name'), t('role'), t('worksAt'), t('access')]}
        roomyHeads={[t('role'), t('worksAt'), t('access')]}
        items={list.data?.items ?? []}
        cells={(one) => (
          <>
            <td className={dense.wrap}>
              <div className={dense.strong}>{one.name}</div>
              <div className={dense.small}>{one.email}</div>
              <div className={`${dense.small} ${dense.onPhone}`}>
                {t('roleName', one.role)} · {placesOf(one)}
              </div>
            </td>
            <td className={dense.roomy}>{t('roleName', one.role)}</td>
            <td className={`${dense.quiet} ${dense.wrap} ${dense.roomy}`}>{placesOf(one)}</td>
            <td className={`${dense.quiet} ${dense.roomy}`}>
              {[one.hasPassword && t('withPassword'), one.hasPin && t('withPin')].filter(Boolean).join(t('between'))}
            </td>
          </>
        )}
        offWord={t('disabled')}
        addWord={t('addStaff')}
        mayChange={may('staff.change')}
        form={(person, close) => <StaffForm person={person} onClose={close} />}
      />
    </QueryList>
  );
}
