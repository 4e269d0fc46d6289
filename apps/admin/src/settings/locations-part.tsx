import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { type Location, useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { LocationForm } from './location-form.tsx';
import { PartTable } from './part-table.tsx';

/** Everywhere stock can be. */
export function LocationsPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { locations, may } = useShop();
  const [open, setOpen] = useState<Location | 'new'>();
  const mayChange = may('location.change');
  const does = (one: Location) =>
    [one.maySell && t('sells'), one.mayPickUp && t('picksUp'), one.mayShip && t('ships')].filter(Boolean).join(', ');
  return (
    <>
      <PartTable
        title={t('locations')}
        hint={t('locationsHint')}
        heads={[t('name'), t('code'), t('kind'), t('does'), t('state')]}
        action={
          mayChange ? (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setOpen('new')}
            >
              {t('addLocation')}
            </Button>
          ) : null
        }
      >
        {locations.map((one) => (
          <tr key={one.id}>
            <td className={dense.strong}>{names.location(one.id)}</td>
            <td className={dense.quiet}>{one.code}</td>
            <td>{t('kindName', one.kind)}</td>
            <td className={dense.quiet}>{does(one)}</td>
            <td>
              <StatusBadge tone={one.isActive ? 'done' : 'neutral'}>
                {one.isActive ? t('active') : t('inactive')}
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
      {open ? <LocationForm location={open === 'new' ? null : open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
