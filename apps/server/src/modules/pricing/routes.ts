/** Prices and tax over HTTP. */
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { changePrices, previewPriceChange } from './change-prices.ts';
import { pricesOfProduct } from './read-prices.ts';
import { setPrice } from './set-prices.ts';
import { addTaxCategory, addTaxRate, endTaxRate, listTaxCategories } from './tax-categories.ts';

export function pricingRoutes({ pool, bus }: Platform): Implementation[] {
  return [
    implement('GET /api/products/:id/prices', async ({ principal, params }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => pricesOfProduct(tx, params.id)),
    })),
    implement('PUT /api/variants/:id/price', (asked) =>
      bus.run(setPrice, given(asked, { variantId: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/price-changes', (asked) => bus.run(changePrices, given(asked, asked.body))),
    implement('POST /api/price-changes/preview', ({ principal, body }) =>
      readAs(pool, principal.merchantId, (tx) => previewPriceChange(tx, body)),
    ),
    implement('GET /api/tax-categories', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, listTaxCategories),
    })),
    implement('POST /api/tax-categories', (asked) => bus.run(addTaxCategory, given(asked, asked.body))),
    implement('POST /api/tax-rates', (asked) => bus.run(addTaxRate, given(asked, asked.body))),
    implement('POST /api/tax-rates/:id/ending', (asked) =>
      bus.run(endTaxRate, given(asked, { id: asked.params.id, at: asked.body.at })),
    ),
  ];
}
