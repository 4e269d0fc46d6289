/** Products, variants, categories, barcodes, pictures, publication. */
import { Type } from 'typebox';
import { BundleComponent, Sku } from './bundle-shapes.ts';
import type { Routes } from './route.ts';
import {
  Done,
  Handle,
  Id,
  IdParams,
  Instant,
  LocalisedText,
  Nullable,
  OptionalText,
  PositiveAmount,
  Shape,
} from './shapes.ts';

const Barcode = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' });
/** How many products or variants one edit may name. */
export const editMax = 50_000;
export const ProductStatus = Type.Enum(['draft', 'active', 'archived']);
export const OptionValue = Shape({
  code: Type.String({ minLength: 1, maxLength: 120 }),
  name: LocalisedText,
  swatch: Type.Optional(Type.String({ pattern: '^#[0-9a-fA-F]{6}$' })),
});
export const ProductOption = Shape({
  name: LocalisedText,
  values: Type.Array(OptionValue, { minItems: 1, maxItems: 200 }),
});
export const Category = Shape({
  id: Id,
  handle: Handle,
  name: LocalisedText,
  parentId: Nullable(Id),
  rank: Type.Integer(),
  productCount: Type.Integer(),
});
export const Media = Shape({
  id: Id,
  variantId: Nullable(Id),
  alt: OptionalText,
  rank: Type.Integer(),
  width: Type.Integer(),
  height: Type.Integer(),
  url: Type.String(),
});
export const Variant = Shape({
  id: Id,
  sku: Sku,
  optionValues: Type.Array(Type.String()),
  barcodes: Type.Array(Barcode),
  position: Type.Integer(),
  weightGrams: Nullable(Type.Integer()),
  isActive: Type.Boolean(),
  /** What it is made of; empty unless it is a bundle. */
  components: Type.Array(BundleComponent),
  /** Grows with every change of the components; a change names the version that it was made on. */
  bundleVersion: Type.Integer(),
  /** SKUs of the bundles that are made of it. */
  inBundles: Type.Array(Sku),
});
export const Product = Shape({
  id: Id,
  handle: Handle,
  name: LocalisedText,
  description: OptionalText,
  brand: Type.String(),
  tags: Type.Array(Type.String()),
  categoryId: Nullable(Id),
  status: ProductStatus,
  options: Type.Array(ProductOption),
  variants: Type.Array(Variant),
  media: Type.Array(Media),
  channelIds: Type.Array(Id),
  createdAt: Instant,
  updatedAt: Instant,
});
const variantFields = {
  sku: Sku,
  optionValues: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { maxItems: 3 }),
  barcodes: Type.Optional(Type.Array(Barcode, { maxItems: 20 })),
  weightGrams: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 10_000_000 }))),
};
const productFields = {
  handle: Type.Optional(Handle),
  name: LocalisedText,
  description: Type.Optional(OptionalText),
  brand: Type.Optional(Type.String({ maxLength: 120 })),
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 250 })),
  categoryId: Type.Optional(Nullable(Id)),
  status: Type.Optional(ProductStatus),
  options: Type.Optional(Type.Array(ProductOption, { maxItems: 3 })),
};
const refusals = [
  'product.handle_taken',
  'variant.sku_taken',
  'variant.barcode_taken',
  'variant.options_mismatch',
  'variant.options_doubled',
  'variant.in_bundle',
] as const;

export const catalogRoutes = {
  'GET /api/categories': {
    summary: 'All categories',
    access: 'catalog.read',
    answer: Shape({ items: Type.Array(Category) }),
  },
  'POST /api/categories': {
    summary: 'Add a category',
    access: 'catalog.change',
    idempotency: 'optional',
    status: 201,
    body: Shape({
      handle: Type.Optional(Handle),
      name: LocalisedText,
      parentId: Type.Optional(Nullable(Id)),
      rank: Type.Optional(Type.Integer({ minimum: 0, maximum: 100000 })),
    }),
    answer: Category,
    refusals: ['category.handle_taken'],
  },
  'PATCH /api/categories/:id': {
    summary: 'Change a category',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({
      handle: Type.Optional(Handle),
      name: Type.Optional(LocalisedText),
      parentId: Type.Optional(Nullable(Id)),
      rank: Type.Optional(Type.Integer({ minimum: 0, maximum: 100000 })),
    }),
    answer: Category,
    refusals: ['category.handle_taken', 'category.circle'],
  },
  'POST /api/products': {
    summary: 'Add a product with its variants and their prices',
    access: 'catalog.change',
    idempotency: 'optional',
    status: 201,
    bodyLimit: 1_048_576,
    body: Shape({
      ...productFields,
      channelIds: Type.Optional(Type.Array(Id, { maxItems: 200 })),
      variants: Type.Array(Shape(variantFields), { minItems: 1, maxItems: 500 }),
    }),
    answer: Product,
    refusals,
  },
  'GET /api/products/:id': {
    summary: 'A product with variants, pictures, publication',
    access: 'catalog.read',
    params: IdParams,
    answer: Product,
  },
  'PATCH /api/products/:id': {
    summary: 'Change a product',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 262_144,
    body: Shape({ ...productFields, name: Type.Optional(LocalisedText) }),
    answer: Product,
    refusals,
  },
  'PUT /api/products/:id/publication': {
    summary: 'The channels that show the product',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    body: Shape({ channelIds: Type.Array(Id, { maxItems: 200 }) }),
    answer: Product,
  },
  'POST /api/products/:id/variants': {
    summary: 'Add a variant',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    status: 201,
    body: Shape({
      ...variantFields,
      /** Values that the product's options do not have yet; `option` is the option's place, from 0. */
      newValues: Type.Optional(
        Type.Array(Shape({ option: Type.Integer({ minimum: 0, maximum: 2 }), ...OptionValue.properties }), {
          maxItems: 3,
        }),
      ),
    }),
    answer: Product,
    refusals: [...refusals, 'option.value_taken'],
  },
  'POST /api/products/:id/options': {
    summary: 'Add an option; the variants that are there get its first value',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    status: 201,
    body: Shape({ name: LocalisedText, value: OptionValue }),
    answer: Product,
    refusals: ['product.options_full'],
  },
  'POST /api/product-edits': {
    summary: 'Change many products at once, all in one transaction',
    access: 'catalog.change',
    idempotency: 'optional',
    bodyLimit: 2_097_152,
    body: Shape({
      productIds: Type.Array(Id, { minItems: 1, maxItems: editMax }),
      status: Type.Optional(ProductStatus),
      categoryId: Type.Optional(Nullable(Id)),
      brand: Type.Optional(Type.String({ maxLength: 120 })),
      addTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 250 })),
      removeTags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 250 })),
      publishIn: Type.Optional(Type.Array(Id, { maxItems: 200 })),
      unpublishFrom: Type.Optional(Type.Array(Id, { maxItems: 200 })),
    }),
    answer: Shape({
      changed: Type.Integer(),
      /** The products that were not changed, with the reason. */
      rows: Type.Array(
        Shape({ productId: Id, result: Type.Enum(['unchanged', 'not_found', 'too_many_tags', 'in_bundle']) }),
      ),
    }),
    refusals: ['edit.empty'],
  },
  'PATCH /api/variants/:id': {
    summary: 'Change a variant',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    body: Type.Partial(Shape({ ...variantFields, isActive: Type.Boolean() }), { additionalProperties: false }),
    answer: Product,
    refusals,
  },
  'POST /api/products/:id/media': {
    summary: 'Upload a picture (JPEG, PNG, WebP, AVIF), as multipart field `file`',
    access: 'catalog.change',
    params: IdParams,
    status: 201,
    bodyLimit: 15_728_640,
    answer: Product,
    refusals: ['media.not_a_picture', 'media.too_large'],
  },
  'DELETE /api/media/:id': {
    summary: 'Take a picture off its product',
    access: 'catalog.change',
    params: IdParams,
    answer: Done,
  },
  'GET /api/barcodes/:code': {
    summary: 'The variant that a printed code stands for',
    access: 'catalog.read',
    params: Shape({ code: Type.String({ minLength: 1, maxLength: 80 }) }),
    answer: Shape({
      variantId: Id,
      productId: Id,
      sku: Sku,
      name: LocalisedText,
      priceAmount: Nullable(PositiveAmount),
      quantity: Nullable(Type.Integer()),
    }),
    refusals: ['barcode.unknown'],
  },
} as const satisfies Routes;
