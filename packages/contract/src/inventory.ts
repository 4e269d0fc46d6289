/** Stock: levels, the ledger, receiving and adjusting. */
import { Type } from 'typebox';
import type { Routes } from './route.ts';
import {
  Amount,
  GivenChange,
  Id,
  Instant,
  LocalisedText,
  Note,
  Page,
  PageQuery,
  PositiveAmount,
  Quantity,
  QuantityChange,
  Shape,
  UnitAmount,
} from './shapes.ts';

export const bucketNames = ['sellable', 'qualityControl', 'damaged', 'expired', 'onHold'] as const;
const buckets = {
  sellable: QuantityChange,
  qualityControl: QuantityChange,
  damaged: QuantityChange,
  expired: QuantityChange,
  onHold: QuantityChange,
  committed: QuantityChange,
  held: QuantityChange,
  staged: QuantityChange,
  inTransit: QuantityChange,
  onOrder: QuantityChange,
};
export const StockLevel = Shape({
  locationId: Id,
  variantId: Id,
  sku: Type.String(),
  ...buckets,
  onHand: QuantityChange,
  available: QuantityChange,
  valueAmount: Amount,
  unitCost: PositiveAmount,
});
export const StockMovement = Shape({
  locationId: Id,
  variantId: Id,
  entryNo: Type.Integer(),
  at: Instant,
  reason: Type.String(),
  counterparty: Type.String(),
  documentId: Id,
  ...buckets,
  valueAmount: Amount,
});
export const adjustmentReasons = ['found', 'lost', 'damaged', 'stolen', 'own_use', 'correction', 'moved'] as const;

export const inventoryRoutes = {
  'GET /api/products/:id/stock': {
    summary: 'Levels of a product’s variants at every location',
    access: 'stock.read',
    params: Shape({ id: Id }),
    answer: Shape({ items: Type.Array(StockLevel) }),
  },
  'GET /api/stock-levels': {
    summary: 'Levels of a location, by SKU',
    access: 'stock.read',
    query: Shape({
      ...PageQuery,
      locationId: Type.Optional(Id),
      search: Type.Optional(Type.String({ maxLength: 200 })),
      only: Type.Optional(Type.Enum(['all', 'negative', 'out'])),
    }),
    answer: Page(Shape({ ...StockLevel.properties, name: LocalisedText, productId: Id })),
  },
  'GET /api/stock-movements': {
    summary: 'The stock ledger, newest first',
    access: 'stock.read',
    query: Shape({ ...PageQuery, variantId: Id, locationId: Type.Optional(Id) }),
    answer: Page(StockMovement),
  },
  'POST /api/stock-receipts': {
    summary: 'Receive goods',
    access: 'stock.change',
    idempotency: 'required',
    status: 201,
    bodyLimit: 1_048_576,
    body: Shape({
      locationId: Id,
      reference: Type.Optional(Type.String({ maxLength: 120 })),
      note: Type.Optional(Note),
      lines: Type.Array(Shape({ variantId: Id, quantity: Quantity, unitCost: UnitAmount }), {
        minItems: 1,
        maxItems: 1000,
      }),
    }),
    answer: Shape({ id: Id, levels: Type.Array(StockLevel) }),
    refusals: ['bundle.no_stock'],
  },
  'POST /api/stock-adjustments': {
    summary: 'Adjust stock for a human reason; a move between buckets names both',
    access: 'stock.change',
    idempotency: 'required',
    status: 201,
    bodyLimit: 1_048_576,
    body: Shape({
      locationId: Id,
      reason: Type.Enum([...adjustmentReasons]),
      note: Type.Optional(Note),
      lines: Type.Array(
        Shape({
          variantId: Id,
          bucket: Type.Enum([...bucketNames]),
          toBucket: Type.Optional(Type.Enum([...bucketNames])),
          quantity: GivenChange,
          unitCost: Type.Optional(UnitAmount),
        }),
        { minItems: 1, maxItems: 1000 },
      ),
    }),
    answer: Shape({ id: Id, levels: Type.Array(StockLevel) }),
    refusals: ['stock.short', 'stock.nothing_changed', 'bundle.no_stock'],
  },
} as const satisfies Routes;
