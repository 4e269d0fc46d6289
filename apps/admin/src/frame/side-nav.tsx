import { IconSearch } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Link, useLocation } from 'wouter';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import classes from './frame.module.css';
import mark from './mark.svg';
import { destinations, isAt } from './places-to-go.ts';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The menu at the side of a desk, with the way to search everything. */
export function SideNav({ onSearch }: { readonly onSearch: () => void }) {
  const t = useTexts(frameTexts);
  const { merchant, may } = useShop();
  const [location] = useLocation();
  return (
    <nav className={classes.side} aria-label={t('navigation')}>
      <Link href="/" className={classes.house} aria-label={merchant.name}>
        <img src={mark} alt="" width={24} height={24} />
        <span className={classes.houseName}>{merchant.name}</span>
      </Link>
      <button type="button" className={classes.search} onClick={onSearch}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span>{t('search')}</span>
        <kbd aria-hidden>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <ul className={classes.links}>
        {destinations
          .filter((one) => !one.permission || may(one.permission))
          .map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <Link
                href={href}
                className={classes.link}
                title={t(key)}
                aria-label={t(key)}
                aria-current={isAt(location, href) ? 'page' : undefined}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                <span className={classes.linkName}>{t(key)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
