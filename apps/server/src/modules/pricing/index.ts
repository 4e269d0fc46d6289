/** Pricing: what it costs the shopper, the rules that say so, and the tax in it. */
import type { Platform } from '../../platform/platform.ts';
import { priceListRoutes } from './price-list-routes.ts';
import { forgetProtection } from './protection.ts';
import { pricingRoutes } from './routes.ts';
import { forgetRules } from './rule-sets.ts';

export { checkName, checkSchedule, isZone, periodAt } from './check-schedule.ts';
export { writeCsvText } from './csv-text.ts';
export { itemPricesOf, priceHistoryOf, pricesAt, pricesAtEach, type VariantPrices } from './item-prices.ts';
export { entriesUnder } from './list-history.ts';
export {
  entriesOf,
  type PastEntry,
  type PastPrice,
  type PastRules,
  pastEntries,
  pastPrices,
  pastRules,
} from './past-prices.ts';
export { putEntries } from './price-entries.ts';
export { addPriceList, knownPriceLists } from './price-lists.ts';
export {
  changeProtection,
  defaultProtection,
  keptProtection,
  type PriceProtection,
  readProtection,
} from './protection.ts';
export { pricesOf, type VariantPrice } from './read-prices.ts';
export { keptRules, lockRules, publishRules, readRules, rulesOf } from './rule-sets.ts';
export { setPrice, setPrices } from './set-prices.ts';
export { changeSettings } from './settings.ts';
export {
  defaultTaxCategory,
  insertTaxCategory,
  insertTaxRate,
  listTaxCategories,
  taxRatesAt,
} from './tax-categories.ts';

export function pricingModule(platform: Platform) {
  platform.pokes.watch(({ stream }) => {
    if (stream !== 'catalog') return;
    forgetRules();
    forgetProtection();
  });
  return { implementations: [...pricingRoutes(platform), ...priceListRoutes(platform)] };
}
