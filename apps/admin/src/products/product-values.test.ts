import { expect, test } from 'vitest';
import { changesOf, type Product, valuesOf } from './product-values.ts';

const product: Product = {
  id: '0192f3a4-b5c6-7000-8000-000000000001',
  handle: 'linen-shirt',
  name: { en: 'Linen shirt' },
  description: {},
  brand: 'Harbour',
  tags: ['summer'],
  categoryId: null,
  status: 'active',
  options: [],
  variants: [],
  media: [],
  channelIds: [],
  createdAt: '2026-11-01T00:00:00.000Z',
  updatedAt: '2026-11-01T00:00:00.000Z',
};

test('a form that was only looked at changes nothing', () => {
  expect(changesOf(product, valuesOf(product))).toEqual({});
});

test('only what was changed is sent, and an emptied language is taken away', () => {
  const values = { ...valuesOf(product), name: { en: '', 'zh-Hant': '麻質恤衫 ' }, status: 'draft' as const };
  expect(changesOf(product, values)).toEqual({ name: { 'zh-Hant': '麻質恤衫' }, status: 'draft' });
});
