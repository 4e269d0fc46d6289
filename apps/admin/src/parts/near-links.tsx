import { useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { permissionFor } from '../frame/allowed.ts';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import classes from './near-links.module.css';

const places = {
  categories: '/products/categories',
  collections: '/products/collections',
  products: '/products',
  prices: '/prices',
  promotions: '/promotions',
  coupons: '/coupons',
  simulations: '/promotions/simulations',
} as const;

/** Links to the pages that belong to this one, as far as the person may open them. */
export function NearLinks({ to }: { readonly to: readonly (keyof typeof places)[] }) {
  const t = useTexts(frameTexts);
  const { may } = useShop();
  const open = to.filter((key) => {
    const permission = permissionFor(places[key]);
    return !permission || may(permission);
  });
  if (open.length === 0) return null;
  return (
    <nav className={classes.links} aria-label={t('near')}>
      {open.map((key) => (
        <Link key={key} href={places[key]} className={classes.link}>
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}
