/** Prices and tax. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import { Code, Id, IdParams, Instant, Label, Nullable, PositiveAmount, Shape, UnitAmount } from './shapes.ts';

export const VariantPrice = Shape({
  variantId: Id,
  amount: PositiveAmount,
  compareAtAmount: Nullable(PositiveAmount),
  taxCategoryId: Id,
  /** The lowest price that discounts may reach; null: the margin over the cost alone decides. */
  floorAmount: Nullable(PositiveAmount),
});
export const TaxRate = Shape({
  id: Id,
  categoryId: Id,
  region: Type.String(),
  name: Label,
  ratePpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  isCompound: Type.Boolean(),
  validFrom: Nullable(Instant),
  validUntil: Nullable(Instant),
});
export const TaxCategory = Shape({
  id: Id,
  code: Code,
  name: Label,
  isDefault: Type.Boolean(),
  rates: Type.Array(TaxRate),
});

export const pricingRoutes = {
  'GET /api/products/:id/prices': {
    summary: 'Prices of a product’s variants',
    access: 'catalog.read',
    params: IdParams,
    answer: Shape({ items: Type.Array(VariantPrice) }),
  },
  'PUT /api/variants/:id/price': {
    summary: 'Set the price of a variant',
    access: 'price.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({
      amount: UnitAmount,
      compareAtAmount: Type.Optional(Nullable(UnitAmount)),
      taxCategoryId: Type.Optional(Id),
      floorAmount: Type.Optional(Nullable(UnitAmount)),
    }),
    answer: VariantPrice,
  },
  'GET /api/tax-categories': {
    summary: 'Tax categories with their rates',
    access: 'staff',
    answer: Shape({ items: Type.Array(TaxCategory) }),
  },
  'POST /api/tax-categories': {
    summary: 'Add a tax category',
    access: 'tax.change',
    idempotency: 'optional',
    status: 201,
    body: Shape({ code: Code, name: Label }),
    answer: TaxCategory,
    refusals: ['tax_category.code_taken'],
  },
  'POST /api/tax-rates': {
    summary: 'Add a rate to a tax category, from an instant on',
    access: 'tax.change',
    idempotency: 'optional',
    status: 201,
    body: Shape({
      categoryId: Id,
      region: Type.String({ minLength: 1, maxLength: 20 }),
      name: Label,
      ratePpm: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
      isCompound: Type.Optional(Type.Boolean()),
      validFrom: Type.Optional(Nullable(Instant)),
      validUntil: Type.Optional(Nullable(Instant)),
    }),
    answer: TaxRate,
    refusals: ['tax_rate.period'],
  },
  'POST /api/tax-rates/:id/ending': {
    summary: 'End a rate at an instant',
    access: 'tax.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({ at: Instant }),
    answer: TaxRate,
    refusals: ['tax_rate.period'],
  },
} as const satisfies Routes;
