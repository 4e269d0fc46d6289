/** Opens the merchant of a world for trade, over a network that works: a second store, four tills, sourcing and stock. */

import { newId } from '../apps/server/src/platform/ids.ts';
import type { TestWorld } from '../apps/server/src/testing/test-world.ts';
import type { Cluster } from './cluster.ts';
import { type DayPromotions, openPromotions } from './day-promotions.ts';
import type { Request } from './server-node.ts';
import type { TillGiven } from './till.ts';

export interface OpenedShop {
  storeIds: string[];
  staffHeaders: Record<string, string>;
  tills: TillGiven[];
  promotions: DayPromotions;
}
type Headers = Record<string, string>;

/** What each place keeps back from the online shop; the check of promises knows it, too. */
export const safetyPieces = 2;
const host = 'shop.example';

export async function openShop(cluster: Cluster, base: TestWorld): Promise<OpenedShop> {
  const ask = askerOf(cluster);
  const owner = { email: `owner-${base.merchantId}@example.test`, password: 'correct horse battery' };
  const signedIn = await ask('POST', '/api/session', {}, owner);
  const staff = { host, cookie: `__Host-tandem-staff=${signedIn.cookie('__Host-tandem-staff')}` };
  const store = await ask('POST', '/api/locations', staff, {
    code: 'HARBOUR',
    name: { en: 'Harbour' },
    kind: 'store',
    address: {},
    region: '*',
    timeZone: 'Asia/Hong_Kong',
    openingHours: [],
    maySell: true,
    mayPickUp: true,
    mayShip: true,
  });
  const storeId: string = store.body.id;
  await ask('PATCH', `/api/channels/${base.shopId}`, staff, {
    shippingAmount: 3000,
    freeShippingFromAmount: 40_000,
    sources: [
      { locationId: base.warehouseId, safety: { kind: 'none', amount: 0 } },
      { locationId: base.storeId, safety: { kind: 'none', amount: 0 } },
      { locationId: storeId, safety: { kind: 'fixed', amount: safetyPieces * 1000 } },
    ],
  });
  const lines = base.variants.map(({ id }, index) => ({
    variantId: id,
    quantity: (index === 0 ? 6 : 15) * 1000,
    unitCost: 4100,
  }));
  for (const locationId of [base.warehouseId, storeId])
    await ask('POST', '/api/stock-receipts', staff, { locationId, lines });
  const tills: TillGiven[] = [];
  for (const [index, locationId] of [base.storeId, base.storeId, storeId, storeId].entries())
    tills.push(await openTill(ask, base, staff, `S${index + 1}`, locationId, index % 2 === 0));
  const promotions = await openPromotions(ask, base, staff);
  return { storeIds: [base.storeId, storeId], staffHeaders: staff, tills, promotions };
}

/** Adds a register, pairs it and signs the owner in at it. */
async function openTill(
  ask: Ask,
  base: TestWorld,
  staff: Headers,
  code: string,
  locationId: string,
  isNumbering: boolean,
): Promise<TillGiven> {
  const register = await ask('POST', '/api/registers', staff, { code, name: `Till ${code}`, locationId });
  const pairing = await ask('POST', `/api/registers/${register.body.id}/pairing-code`, staff);
  const paired = await ask('POST', '/api/till/pairing', {}, { code: pairing.body.code });
  const token = { host, authorization: `Bearer ${paired.cookie('__Host-tandem-register')}` };
  const session = await ask('POST', '/api/till/session', token, { staffId: base.ownerId, pin: '1234' });
  const till = await ask('GET', '/api/till', token);
  const manifest = await ask('GET', '/api/till/catalogue', token);
  return {
    name: `till ${code}`,
    headers: { ...token, cookie: `__Host-tandem-till=${session.cookie('__Host-tandem-till')}` },
    series: isNumbering ? till.body.series : undefined,
    facts: till.body,
    manifest: manifest.body,
    person: { id: base.ownerId, name: 'Ada Owner' },
  };
}

export type Ask = ReturnType<typeof askerOf>;

function askerOf(cluster: Cluster) {
  return async (method: Request['method'], url: string, headers: Headers, body?: object) => {
    const answer = await cluster.ask(0, {
      method,
      url,
      headers: { host, 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    if (answer === undefined || answer.status >= 300)
      throw new Error(`${method} ${url}: ${answer?.status} ${answer?.text}`);
    const cookie = (name: string) => answer.cookies.find((one) => one.name === name)?.value ?? '';
    return { body: JSON.parse(answer.text), cookie };
  };
}
