/** Collections: products gathered by hand in an order, or by a rule. */
import { Type } from 'typebox';
import { ProductStatus } from './catalog.ts';
import type { Routes } from './route.ts';
import { Handle, Id, IdParams, Instant, LocalisedText, Nullable, Page, PageQuery, Shape } from './shapes.ts';

/** How many products may be put into a collection by hand. */
export const collectionMax = 5000;

/**
 * Which products belong to a collection: `all` of the parts that are named, or `any` of them. Within a part one value is
 * enough; a category means everything below it, too. A part without values asks for nothing.
 */
export const CollectionRule = Shape({
  match: Type.Enum(['all', 'any']),
  brands: Type.Array(Type.String({ minLength: 1, maxLength: 120 }), { maxItems: 200 }),
  tags: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 200 }),
  categoryIds: Type.Array(Id, { maxItems: 200 }),
});
export const CollectionKind = Type.Enum(['manual', 'rule']);
export const Collection = Shape({
  id: Id,
  handle: Handle,
  name: LocalisedText,
  kind: CollectionKind,
  /** Null where products are put in by hand. */
  rule: Nullable(CollectionRule),
  productCount: Type.Integer(),
  /** Grows with every change, also of its products; a change names the version that it was made on. */
  version: Type.Integer(),
  updatedAt: Instant,
  /** Put away: no price or promotion means it. */
  archivedAt: Nullable(Instant),
});
export const ProductLabel = Shape({ name: Type.String(), productCount: Type.Integer() });
export const CollectionProduct = Shape({
  productId: Id,
  name: LocalisedText,
  brand: Type.String(),
  status: ProductStatus,
  imageUrl: Nullable(Type.String()),
});
const version = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

export const collectionRoutes = {
  'GET /api/collections': {
    summary: 'All collections',
    access: 'catalog.read',
    answer: Shape({ items: Type.Array(Collection) }),
  },
  'POST /api/collections': {
    summary: 'Add a collection: without a rule its products are put in by hand',
    access: 'catalog.change',
    idempotency: 'optional',
    status: 201,
    bodyLimit: 262_144,
    body: Shape({
      handle: Type.Optional(Handle),
      name: LocalisedText,
      rule: Type.Optional(Nullable(CollectionRule)),
    }),
    answer: Collection,
    refusals: ['collection.handle_taken', 'collection.rule_empty'],
  },
  'GET /api/collections/:id': {
    summary: 'A collection',
    access: 'catalog.read',
    params: IdParams,
    answer: Collection,
  },
  'PATCH /api/collections/:id': {
    summary: 'Change a collection; by hand or by rule it stays',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 262_144,
    body: Shape({
      version,
      handle: Type.Optional(Handle),
      name: Type.Optional(LocalisedText),
      rule: Type.Optional(CollectionRule),
    }),
    answer: Collection,
    refusals: [
      'collection.handle_taken',
      'collection.rule_empty',
      'collection.not_by_rule',
      'collection.changed_meanwhile',
      'collection.archived',
    ],
  },
  'GET /api/collections/:id/products': {
    summary: 'The products of a collection: in their order, those of a rule by name',
    access: 'catalog.read',
    params: IdParams,
    query: Shape(PageQuery),
    answer: Page(CollectionProduct),
  },
  'PUT /api/collections/:id/products': {
    summary: 'The products of a collection that is filled by hand, in their order',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    bodyLimit: 262_144,
    body: Shape({ version, productIds: Type.Array(Id, { maxItems: collectionMax }) }),
    answer: Collection,
    refusals: ['collection.by_rule', 'collection.changed_meanwhile', 'collection.archived'],
  },
  'POST /api/collections/:id/archiving': {
    summary: 'Put a collection away that no promotion means which counts or is to count',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    answer: Collection,
    refusals: ['collection.in_use', 'collection.archived'],
  },
  'POST /api/collections/:id/restoration': {
    summary: 'Take an archived collection out again',
    access: 'catalog.change',
    idempotency: 'optional',
    params: IdParams,
    answer: Collection,
    refusals: ['collection.not_archived'],
  },
  'GET /api/brands': {
    summary: 'The brands of products that are not archived',
    access: 'catalog.read',
    answer: Shape({ items: Type.Array(ProductLabel) }),
  },
  'GET /api/tags': {
    summary: 'The tags of products that are not archived',
    access: 'catalog.read',
    answer: Shape({ items: Type.Array(ProductLabel) }),
  },
  'GET /api/products/:id/collections': {
    summary: 'The collections that a product belongs to',
    access: 'catalog.read',
    params: IdParams,
    answer: Shape({ items: Type.Array(Shape({ id: Id, name: LocalisedText, kind: CollectionKind })) }),
  },
} as const satisfies Routes;
