/** Bundles: variants that are made of pieces of others and have no stock of their own. */
import { Type } from 'typebox';
import { BundlePart, componentsMax } from './bundle-shapes.ts';
import { Product } from './catalog.ts';
import type { Routes } from './route.ts';
import { IdParams, Shape } from './shapes.ts';

export const bundleRoutes = {
  'PUT /api/variants/:id/components': {
    summary: 'What one piece of a bundle is made of; without components it is no bundle',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({
      version: Type.Integer({ minimum: 0, maximum: 1_000_000_000 }),
      /** Thousandths of each variant for one bundle. */
      components: Type.Array(BundlePart, { maxItems: componentsMax }),
    }),
    answer: Product,
    refusals: [
      'variant.not_found',
      'bundle.changed_meanwhile',
      'bundle.holds_itself',
      'bundle.holds_bundle',
      'bundle.component_archived',
      'bundle.component_twice',
      'bundle.is_component',
      'bundle.has_stock',
    ],
  },
} as const satisfies Routes;
