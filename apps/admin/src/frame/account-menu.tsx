import { Button, Popover, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceLaptop, IconLogout } from '@tabler/icons-react';
import { LanguageSwitch, useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import classes from './account-menu.module.css';
import { initialsOf } from './initials.ts';

/** Who is signed in; language and colours; sign out. */
export function AccountMenu() {
  const t = useTexts(frameTexts);
  const { staff } = useShop().session;
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useCommand('DELETE /api/session', {
    onDone: () => {
      // The session's query is watched by the door: dropped, it would never be asked again.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      go('/');
      return queries.resetQueries({ queryKey: ['session'] });
    },
  });
  const item = { variant: 'subtle', color: 'gray', justify: 'flex-start', fullWidth: true } as const;
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" width={280} shadow="md" trapFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.button ?? ''}
          aria-label={`${t('account')}: ${staff.name}`}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className={classes.face} data-initials={initialsOf(staff.name)} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t('account')}>
        <div className={classes.who}>
          <span className={classes.name}>{staff.name}</span>
          <span className={classes.mail}>{staff.email}</span>
          <span className={classes.mail}>{t('role', staff.role)}</span>
        </div>
        <div className={classes.choice}>
          <LanguageSwitch size="xs" />
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('scheme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
            data={[
              { value: 'light', label: t('light') },
              { value: 'dark', label: t('dark') },
              { value: 'auto', label: t('system') },
            ]}
          />
        </div>
        <Button
          {...item}
          component={Link}
          href="/settings/sessions"
          leftSection={<IconDeviceLaptop size={16} aria-hidden />}
          onClick={() => setIsOpen(false)}
        >
          {t('sessions')}
        </Button>
        <Button
          {...item}
          leftSection={<IconLogout size={16} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate({})}
        >
          {t('signOut')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
