import { expect, test } from 'vitest';
import { permissionFor } from './allowed.ts';

test('a screen asks for what its own requests need, and home for nothing', () => {
  expect(permissionFor('/stock/receive')).toBe('stock.change');
  expect(permissionFor('/stock/movements/1')).toBe('stock.read');
  expect(permissionFor('/products/new')).toBe('catalog.change');
  expect(permissionFor('/products/newest')).toBe('catalog.read');
  expect(permissionFor('/')).toBeUndefined();
  expect(permissionFor('/settings/staff')).toBeUndefined();
});
