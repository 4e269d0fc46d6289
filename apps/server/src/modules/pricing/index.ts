/** Pricing: what it costs the shopper, and the tax in it. */
import type { Platform } from '../../platform/platform.ts';
import { pricingRoutes } from './routes.ts';

export { pricesOf, type VariantPrice } from './read-prices.ts';
export { setPrices } from './set-prices.ts';
export {
  defaultTaxCategory,
  insertTaxCategory,
  insertTaxRate,
  listTaxCategories,
  taxRatesAt,
} from './tax-categories.ts';

export function pricingModule(platform: Platform) {
  return { implementations: pricingRoutes(platform) };
}
