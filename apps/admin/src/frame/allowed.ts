// Which permission a screen asks for, by its address; the longest beginning counts.
import type { Permission } from '@tandem/contract/permissions.ts';

const permissions: readonly (readonly [beginning: string, permission: Permission])[] = [
  ['/stock/receive', 'stock.change'],
  ['/stock/adjust', 'stock.change'],
  ['/stock', 'stock.read'],
  ['/orders', 'order.read'],
  ['/products/new', 'catalog.change'],
  ['/products', 'catalog.read'],
  ['/members', 'member.read'],
  ['/promotions', 'promotion.read'],
  ['/prices', 'promotion.read'],
  ['/coupons', 'promotion.read'],
  ['/reports', 'report.read'],
  ['/imports', 'import.run'],
];

/** The permission without which the screen would only be refused; undefined where everybody may look. */
export function permissionFor(path: string): Permission | undefined {
  return permissions.find(([beginning]) => path === beginning || path.startsWith(`${beginning}/`))?.[1];
}
