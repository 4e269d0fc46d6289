/** Price lists, settings and rule sets over HTTP. */
import { isoNow } from '../../platform/clock.ts';
import { type Asked, given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { variantsByIds } from '../catalog/index.ts';
import { exportPrices, importPrices } from './exchange-prices.ts';
import { priceHistoryOf } from './item-prices.ts';
import { listHistory } from './list-history.ts';
import { putEntries, readGrid } from './price-entries.ts';
import {
  addPriceList,
  changePriceList,
  endPriceList,
  listPriceLists,
  priceListView,
  requirePriceList,
} from './price-lists.ts';
import { changeProtection, readProtection } from './protection.ts';
import { readRules } from './rule-sets.ts';
import { changeSettings, readSettings } from './settings.ts';

export function priceListRoutes({ pool, bus, clock }: Platform): Implementation[] {
  const ruleSet = async ({ principal, reply }: Pick<Asked<'GET /api/rule-set'>, 'principal' | 'reply'>) => {
    const rules = await readAs(pool, principal.merchantId, readRules);
    // Immutable by its number, but for 0, which follows the merchant's settings. A device may move to another merchant.
    if (rules.number > 0) reply.header('etag', `"rules-${principal.merchantId}-${rules.number}"`);
    return rules;
  };
  return [
    implement('GET /api/price-lists', async ({ principal }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => listPriceLists(tx, isoNow(clock))),
    })),
    implement('POST /api/price-lists', (asked) => bus.run(addPriceList, given(asked, asked.body))),
    implement('GET /api/price-lists/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => priceListView(tx, params.id, isoNow(clock))),
    ),
    implement('PUT /api/price-lists/:id', (asked) =>
      bus.run(changePriceList, given(asked, { id: asked.params.id, ...asked.body })),
    ),
    implement('POST /api/price-lists/:id/ending', (asked) =>
      bus.run(endPriceList, given(asked, { id: asked.params.id })),
    ),
    implement('GET /api/price-lists/:id/entries', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, (tx) => readGrid(tx, params.id, query)),
    ),
    implement('PUT /api/price-lists/:id/entries', (asked) =>
      bus.run(putEntries, given(asked, { priceListId: asked.params.id, ...asked.body })),
    ),
    implement('GET /api/price-lists/:id/history', ({ principal, params, query }) =>
      readAs(pool, principal.merchantId, async (tx) => {
        await requirePriceList(tx, params.id);
        return listHistory(tx, params.id, query);
      }),
    ),
    implement('POST /api/price-lists/:id/import', (asked) =>
      bus.run(
        importPrices,
        given(asked, { priceListId: asked.params.id, csv: asked.body.csv, dryRun: asked.body.dryRun ?? false }),
      ),
    ),
    implement('GET /api/price-lists/:id/export', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => exportPrices(tx, params.id)),
    ),
    implement('GET /api/pricing-settings', ({ principal }) => readAs(pool, principal.merchantId, readSettings)),
    implement('PUT /api/pricing-settings', (asked) => bus.run(changeSettings, given(asked, asked.body))),
    implement('GET /api/price-protection', ({ principal }) => readAs(pool, principal.merchantId, readProtection)),
    implement('PUT /api/price-protection', (asked) => bus.run(changeProtection, given(asked, asked.body))),
    implement('GET /api/variants/:id/price-history', ({ principal, params }) =>
      readAs(pool, principal.merchantId, async (tx) => {
        if (!(await variantsByIds(tx, [params.id])).has(params.id)) notFound('variant');
        return priceHistoryOf(tx, params.id);
      }),
    ),
    implement('GET /api/rule-set', ruleSet),
    implement('GET /api/till/rule-set', ruleSet),
  ];
}
