import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link, useLocation } from 'wouter';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import classes from './frame.module.css';
import { destinations, isAt } from './places-to-go.ts';

/** The bar within the thumb's reach; the rarer pages stand behind its last button. */
export function PhoneNav() {
  const t = useTexts(frameTexts);
  const { may } = useShop();
  const [location, go] = useLocation();
  const open = destinations.filter((one) => !one.permission || may(one.permission));
  const atHand = open.filter((one) => one.isAtHand);
  const rest = open.filter((one) => !one.isAtHand);
  return (
    <nav className={classes.phoneNav} aria-label={t('navigation')}>
      {atHand.map(({ key, href, icon: Icon }) => (
        <Link key={key} href={href} className={classes.tab} aria-current={isAt(location, href) ? 'page' : undefined}>
          <Icon size={22} stroke={1.7} aria-hidden />
          {t(key)}
        </Link>
      ))}
      <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="top-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={classes.tab}
            aria-current={rest.some((one) => isAt(location, one.href)) ? 'page' : undefined}
          >
            <IconDots size={22} stroke={1.7} aria-hidden />
            {t('more')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map(({ key, href, icon: Icon }) => (
            <Menu.Item key={key} leftSection={<Icon size={18} stroke={1.7} aria-hidden />} onClick={() => go(href)}>
              {t(key)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
