import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { settingsTexts } from '../messages/settings.ts';
import dense from '../parts/dense.module.css';
import { type Channel, useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { ChannelForm } from './channel-form.tsx';
import { PartTable } from './part-table.tsx';

/** Where the merchant sells, and from which stock. */
export function ChannelsPart() {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { channels, may } = useShop();
  const [open, setOpen] = useState<Channel | 'new'>();
  const mayChange = may('location.change');
  return (
    <>
      <PartTable
        title={t('channels')}
        hint={t('channelsHint')}
        heads={[t('name'), t('kind'), t('sources'), t('state')]}
        action={
          mayChange ? (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => setOpen('new')}
            >
              {t('addChannel')}
            </Button>
          ) : null
        }
      >
        {channels.map((one) => (
          <tr key={one.id}>
            <td className={dense.strong}>{names.channel(one.id)}</td>
            <td className={dense.quiet}>{one.kind === 'online' ? t('onlineShop') : t('tills')}</td>
            <td className={`${dense.quiet} ${dense.wrap}`}>
              {one.sources.map((source) => names.location(source.locationId)).join(' → ') || t('noSources')}
            </td>
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
      {open ? <ChannelForm channel={open === 'new' ? null : open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
