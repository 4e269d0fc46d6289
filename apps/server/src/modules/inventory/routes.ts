/** Stock over HTTP. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import { requireLocation } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { adjustStock } from './adjust-stock.ts';
import { listMovements, listStockOfProduct } from './list-stock.ts';
import { listStockLevels } from './list-stock-levels.ts';
import { receiveStock } from './receive-stock.ts';
import { setComponents } from './set-components.ts';

export function inventoryRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/products/:id/stock', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listStockOfProduct(tx, params.id)),
    })),
    implement('GET /api/stock-levels', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listStockLevels(tx, query, principal.locationIds)),
    ),
    implement('GET /api/stock-movements', ({ principal, query }) =>
      readAs(pool, principal.merchantId, (tx) => listMovements(tx, query)),
    ),
    implement('PUT /api/variants/:id/components', (asked) =>
      bus.run(setComponents, given(asked, { variantId: asked.params.id.toLowerCase(), ...asked.body })),
    ),
    implement('POST /api/stock-receipts', (asked) => {
      requireLocation(asked.principal, asked.body.locationId);
      return bus.run(receiveStock, given(asked, asked.body));
    }),
    implement('POST /api/stock-adjustments', (asked) => {
      requireLocation(asked.principal, asked.body.locationId);
      return bus.run(adjustStock, given(asked, asked.body));
    }),
  ];
}
