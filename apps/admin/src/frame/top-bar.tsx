import { ActionIcon } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { ColorSchemeToggle, useTexts } from '@tandem/ui/react/index.ts';
import { frameTexts } from '../messages/frame.ts';
import { AccountMenu } from './account-menu.tsx';
import classes from './frame.module.css';
import { LiveSign } from './live-sign.tsx';
import { ScopeSwitch } from './scope-switch.tsx';

/** What is looked at, whether it is live, and who looks. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const t = useTexts(frameTexts);
  return (
    <header className={classes.bar}>
      <ScopeSwitch />
      <div className={classes.barEnd}>
        <LiveSign />
        <ActionIcon
          className={classes.onPhone ?? ''}
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('searchShort')}
          onClick={onSearch}
        >
          <IconSearch size={20} stroke={1.7} aria-hidden />
        </ActionIcon>
        <ColorSchemeToggle />
        <AccountMenu />
      </div>
    </header>
  );
}
