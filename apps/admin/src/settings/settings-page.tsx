import type { Permission } from '@tandem/contract/permissions.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { ComponentType } from 'react';
import { Link } from 'wouter';
import { settingsTexts } from '../messages/settings.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { ChannelsPart } from './channels-part.tsx';
import { LocationsPart } from './locations-part.tsx';
import { MerchantPart } from './merchant-part.tsx';
import { RegistersPart } from './registers-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import classes from './settings-page.module.css';
import { StaffPart } from './staff-part.tsx';
import { TaxesPart } from './taxes-part.tsx';

const parts: readonly {
  key: 'merchant' | 'locations' | 'channels' | 'registers' | 'staff' | 'taxes' | 'sessions';
  part: ComponentType;
  permission?: Permission;
}[] = [
  { key: 'merchant', part: MerchantPart },
  { key: 'locations', part: LocationsPart },
  { key: 'channels', part: ChannelsPart },
  { key: 'registers', part: RegistersPart },
  { key: 'staff', part: StaffPart, permission: 'staff.read' },
  { key: 'taxes', part: TaxesPart },
  { key: 'sessions', part: SessionsPart },
];

/** All settings, one part at a time. */
export default function SettingsPage({ part }: { readonly part: string }) {
  const t = useTexts(settingsTexts);
  const { may } = useShop();
  const open = parts.filter((one) => !one.permission || may(one.permission));
  const shown = open.find((one) => one.key === part) ?? open[0];
  const Part = shown?.part ?? MerchantPart;
  return (
    <Page title={t('title')}>
      <div className={classes.columns}>
        <nav className={classes.parts} aria-label={t('parts')}>
          {open.map(({ key }) => (
            <Link
              key={key}
              href={`/settings/${key}`}
              className={classes.link}
              aria-current={key === shown?.key ? 'page' : undefined}
              ref={key === shown?.key ? bringIntoView : undefined}
            >
              {t(key)}
            </Link>
          ))}
        </nav>
        <div className={classes.part}>
          <Part />
        </div>
      </div>
    </Page>
  );
}

/** On a phone the names of the parts scroll sideways: the open one is to be seen. */
function bringIntoView(link: HTMLElement | null): void {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
