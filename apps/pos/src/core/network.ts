/** The server as the core sees it: the typed routes, and nothing that a test could not replace. */
import { call } from '@tandem/contract/client.ts';
import type { CatalogueNetwork } from './follow-feed.ts';
import type { SaleNetwork } from './ports.ts';
import type { PromotionCounts } from './promotion-uses.ts';

/** An answer that takes longer counts as lost; the same id asks again. */
const patienceMs = 15_000;

export const network: SaleNetwork & CatalogueNetwork & { uses(): Promise<PromotionCounts> } = {
  sendSale: (commandId, body) =>
    call('POST /api/till/sales', { commandId, body, signal: AbortSignal.timeout(patienceMs) }),
  manifest: () => call('GET /api/till/catalogue', {}),
  rules: () => call('GET /api/till/rule-set', { signal: AbortSignal.timeout(patienceMs) }),
  uses: () => call('GET /api/till/promotion-uses', { signal: AbortSignal.timeout(patienceMs) }),
  chunk: async (chunk) => (await call('GET /api/till/catalogue/:chunk', { params: { chunk } })).variants,
  variants: async (ids) => (await call('GET /api/till/variants', { query: { ids: ids.join(',') } })).variants,
  feed: (after) => {
    const text = Object.entries(after).map(([stream, position]) => `${stream}:${position}`);
    return call('GET /api/till/feed', { query: { after: text.join(',') }, signal: AbortSignal.timeout(patienceMs) });
  },
};
