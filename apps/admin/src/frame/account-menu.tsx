import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconDeviceLaptop, IconLogout } from '@tabler/icons-react';
import { LanguageSwitch, useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import classes from './account-menu.module.css';

/** Who is signed in; language and colours; sign out. */
export function AccountMenu() {
  const t = useTexts(frameTexts);
  const { staff } = useShop().session;
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useCommand('DELETE /api/session', {
    onDone: () => {
      go('/');
      // The door is being watched, so its query must stay the same one: it is asked anew, all the rest is forgotten.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      void queries.resetQueries({ queryKey: ['session'] });
    },
  });
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes.button ?? ''}>
          <span className="only-heard">{`${t('account')}: ${staff.name}`}</span>
          <span className={classes.face} data-initials={initialsOf(staff.name)} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <span className={classes.name}>{staff.name}</span>
          <span className={classes.mail}>{staff.email}</span>
          <span className={classes.mail}>{t('role', staff.role)}</span>
        </div>
        <Menu.Divider />
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
        <Menu.Divider />
        <Menu.Item leftSection={<IconDeviceLaptop size={16} aria-hidden />} onClick={() => go('/settings/sessions')}>
          {t('sessions')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => signOut.mutate({})}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The first letters of the first and the last Latin word; of a Chinese name its last two signs. */
function initialsOf(name: string): string {
  const words = name.match(/\p{Script=Latin}+/gu) ?? [];
  if (words.length === 0) return name.trim().slice(-2);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}
