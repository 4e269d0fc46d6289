/** Badges promise nothing that the goods they stand on cannot give. */
import { allItems } from '@tandem/domain/promotions/item-filter.ts';
import { expect, it } from 'vitest';
import { badgeOf } from './badge-of.ts';

it('tells "3 for 168" only where three of the goods alone cost more than that', () => {
  const action = { kind: 'n_for_price', n: 3, amount: 16_800, fill: 'dearest_first', items: allItems } as const;
  const badge = (unitAmount: number) => badgeOf(action, { isInPrice: false, unitAmount });

  expect(badge(5800)).toEqual({ kind: 'n_for', count: 3, amount: 16_800 });
  expect(badge(5600)).toEqual({ kind: 'name' });
  expect(badge(4800)).toEqual({ kind: 'name' });
});
