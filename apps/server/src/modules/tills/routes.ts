/** The till over HTTP. */
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { isoNow } from '../../platform/clock.ts';
import { parsePositions, readFeed } from '../../platform/feeds/read-feed.ts';
import { given, type Implementation, implement } from '../../platform/http/implement.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { variantIdsOfProduct } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { listOrders, numberOfReceipt, payAtTill, readOrder, recordSales, refundSale } from '../orders/index.ts';
import { keptRules } from '../pricing/index.ts';
import { isLimited, usageOf } from '../promotions/index.ts';
import { readChunk, readManifest, readTillVariants } from './catalogue.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function tillsRoutes({ pool, bus, clock }: Platform): Implementation[] {
  return [
    implement('GET /api/till/catalogue', ({ principal }) =>
      readAs(pool, principal.merchantId, (tx) => readManifest(tx, placeOf(principal), principal.actor.channelId ?? '')),
    ),
    implement('GET /api/till/catalogue/:chunk', async ({ principal, params }) => ({
      variants: await readAs(pool, principal.merchantId, (tx) =>
        readChunk(tx, placeOf(principal), params.chunk, isoNow(clock)),
      ),
    })),
    implement('GET /api/till/variants', async ({ principal, query }) => ({
      variants: await readAs(pool, principal.merchantId, async (tx) => {
        const ids = query.ids.split(',');
        if (ids.length > 200 || !ids.every((id) => uuid.test(id)))
          refuse('input.invalid', 'Name at most 200 ids.', { status: 400, field: 'ids' });
        return readNamed(tx, placeOf(principal), ids, isoNow(clock));
      }),
    })),
    implement('GET /api/till/promotion-uses', ({ principal }) =>
      readAs(pool, principal.merchantId, (tx) => readUses(tx, placeOf(principal), isoNow(clock))),
    ),
    implement('POST /api/till/sales', (asked) => {
      const { registerId = null, locationId, channelId, series = '' } = asked.principal.actor;
      const body = { ...asked.body, locationId: locationId ?? '', channelId: channelId ?? '', registerId, series };
      return bus.run(recordSales, given(asked, body));
    }),
    implement('GET /api/till/sales', async ({ principal, query }) => ({
      items: await readAs(pool, principal.merchantId, (tx) => findSales(tx, placeOf(principal), query.search)),
    })),
    // Any sale of the merchant can be seen at any till: what was bought anywhere is refunded here.
    implement('GET /api/till/sales/:id', ({ principal, params }) =>
      readAs(pool, principal.merchantId, (tx) => readOrder(tx, params.id)),
    ),
    implement('POST /api/till/sales/:id/refund', async (asked) => {
      if (!asked.principal.permissions.has('order.refund'))
        refuse('permission.missing', 'Your role does not allow this.', {
          status: 403,
          params: { permission: 'order.refund' },
        });
      await readAs(pool, asked.principal.merchantId, (tx) => readOrder(tx, asked.params.id));
      const body = {
        reason: '',
        disposition: 'sellable' as const,
        ...asked.body,
        orderId: asked.params.id,
        locationId: placeOf(asked.principal),
      };
      return bus.run(refundSale, given(asked, body));
    }),
    implement('POST /api/till/sales/:id/payment', (asked) => {
      const body = { ...asked.body, orderId: asked.params.id, locationId: placeOf(asked.principal) };
      return bus.run(payAtTill, given(asked, body));
    }),
    implement('GET /api/till/feed', async ({ principal, query }) => {
      const after =
        parsePositions(query.after) ??
        refuse('input.invalid', 'Positions look like catalog:12,orders:40.', { status: 400, field: 'after' });
      const mine = new Set(tillStreams(principal));
      for (const stream of after.keys()) if (!mine.has(stream)) notFound('stream');
      const entries = await readAs(pool, principal.merchantId, (tx) => readFeed(tx, after, query.limit ?? 200));
      for (const entry of entries) after.set(entry.stream, entry.position);
      return {
        entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
        positions: Object.fromEntries(after),
        at: isoNow(clock),
      };
    }),
  ];
}

/** The store's last sales; with a wish those of any store by number, or by the address that a receipt's code holds. */
async function findSales(tx: Tx, locationId: string, asked = '') {
  const token = /\/receipts\/([\w-]+)/.exec(asked)?.[1];
  const search = token === undefined ? asked.trim() : await numberOfReceipt(tx, token);
  if (search === undefined) return [];
  return (await listOrders(tx, { limit: 50, ...(search === '' ? { locationId } : { search }) }, null)).items;
}

/** What limited promotions gave until the instant (ISO), as limits look at it. */
async function readUses(tx: Tx, locationId: string, at: string) {
  const facts = await sellingFacts(tx);
  const day = businessDate(at, facts.locations.get(locationId)?.timeZone ?? facts.timeZone, facts.dayCutOffHour);
  const ids = (await keptRules(tx)).promotions.filter(isLimited).map(({ id }) => id);
  const usage = await usageOf(tx, ids, { memberId: null, day, at, baskets: [] });
  const items = ids.map((promotionId) => {
    const { uses = 0, usesToday = 0, pieces = 0, amount = 0 } = usage[promotionId] ?? {};
    return { promotionId, uses, usesToday, pieces, amount };
  });
  return { day, items };
}

/** The streams of a register: the catalogue and its own store. */
export function tillStreams(principal: Principal): string[] {
  return ['catalog', `store:${placeOf(principal)}`];
}

/** The feed names products where all their variants changed. */
async function readNamed(tx: Tx, locationId: string, ids: readonly string[], at: string) {
  const known = await readTillVariants(tx, locationId, ids, at);
  const found = new Set(known.map((variant) => variant.id));
  const unknown = ids.filter((id) => !found.has(id));
  const more = (await Promise.all(unknown.map((id) => variantIdsOfProduct(tx, id)))).flat();
  return [...known, ...(await readTillVariants(tx, locationId, more, at))];
}

function placeOf(principal: Principal): string {
  if (principal.actor.locationId === undefined) throw new Error('A register has no location');
  return principal.actor.locationId;
}
