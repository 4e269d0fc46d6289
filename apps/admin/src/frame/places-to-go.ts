// Where the back office can take a person, in the order of the trade.

import {
  IconChartBar,
  IconDiscount2,
  IconFileImport,
  IconHome,
  IconPackage,
  IconReceipt,
  IconSettings,
  IconTag,
  IconTags,
  IconTicket,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Permission } from '@tandem/contract/permissions.ts';

export interface Destination {
  readonly key:
    | 'home'
    | 'orders'
    | 'products'
    | 'stock'
    | 'members'
    | 'promotions'
    | 'prices'
    | 'coupons'
    | 'reports'
    | 'imports'
    | 'settings';
  readonly href: string;
  readonly icon: TablerIcon;
  /** Who lacks it does not see the entry. */
  readonly permission?: Permission;
  /** Stands in the bar at the bottom of a phone. */
  readonly isAtHand?: boolean;
}

export const destinations: readonly Destination[] = [
  { key: 'home', href: '/', icon: IconHome, isAtHand: true },
  { key: 'orders', href: '/orders', icon: IconReceipt, permission: 'order.read', isAtHand: true },
  { key: 'products', href: '/products', icon: IconTag, permission: 'catalog.read', isAtHand: true },
  { key: 'stock', href: '/stock', icon: IconPackage, permission: 'stock.read', isAtHand: true },
  { key: 'members', href: '/members', icon: IconUsers, permission: 'member.read' },
  { key: 'promotions', href: '/promotions', icon: IconDiscount2, permission: 'promotion.read' },
  { key: 'prices', href: '/prices', icon: IconTags, permission: 'promotion.read' },
  { key: 'coupons', href: '/coupons', icon: IconTicket, permission: 'promotion.read' },
  { key: 'reports', href: '/reports', icon: IconChartBar, permission: 'report.read' },
  { key: 'imports', href: '/imports', icon: IconFileImport, permission: 'import.run' },
  { key: 'settings', href: '/settings', icon: IconSettings },
];

/** Is the address on or below the destination? */
export function isAt(location: string, href: string): boolean {
  return href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`);
}
