/** What staff may do, by role. A cashier's limits in money follow with the promotions' own issue. */
export const roles = ['owner', 'manager', 'cashier', 'warehouse', 'marketer', 'accountant'] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'merchant.change',
  'staff.change',
  'staff.read',
  'location.change',
  'register.change',
  'tax.change',
  'catalog.read',
  'catalog.change',
  'price.change',
  'promotion.read',
  'promotion.change',
  'member.read',
  'member.add',
  'member.change',
  'stock.read',
  'stock.change',
  'order.read',
  'order.change',
  'order.refund',
  'sale.make',
  'report.read',
  'import.run',
  'exception.resolve',
] as const;
export type Permission = (typeof permissions)[number];

const everyday: Permission[] = ['catalog.read', 'stock.read', 'order.read'];

export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: permissions,
  manager: permissions.filter((permission) => permission !== 'merchant.change' && permission !== 'staff.change'),
  cashier: [...everyday, 'member.read', 'member.add', 'promotion.read', 'sale.make', 'order.refund'],
  warehouse: [...everyday, 'stock.change', 'order.change'],
  marketer: [
    ...everyday,
    'member.read',
    'member.add',
    'member.change',
    'catalog.change',
    'price.change',
    'promotion.read',
    'promotion.change',
    'report.read',
  ],
  accountant: [...everyday, 'member.read', 'promotion.read', 'report.read', 'tax.change'],
};
