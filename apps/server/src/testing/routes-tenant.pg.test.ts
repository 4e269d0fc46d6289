/** Every route with another merchant's ids: nothing is found, nothing is told, nothing is changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type Ids, picture } from './furnish.ts';
import { addressOf, type Plausible, plausibleRequest, routeKeys, routeOf } from './plausible-request.ts';
import { printTables } from './table-prints.ts';
import { type Answered, createTestApp, headersFor, password, pin, type TestApp } from './test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

/** What a till reports is a fact whatever it names; the ids are kept as they were told and lead nowhere. */
const facts = ['POST /api/till/sales'];
/** Made by the caller, so nobody else's. */
const madeByCaller = ['orderId'];

interface Theft {
  /** `params.id`, `body.lines.0.variantId`. */
  place: string;
  request: Plausible;
}

/** The second merchant's own request, with one thing after the other swapped for the first merchant's. */
function theftsOf(key: string, parts: readonly ('params' | 'query' | 'body')[]): Theft[] {
  const own = tandem.second.ids;
  const foreign = tandem.first.ids;
  return parts.flatMap((part) => {
    const value = plausibleRequest(key, own)[part];
    return placesOfThings(value, own).map(([path, thing]) => {
      const request = plausibleRequest(key, own);
      return {
        place: [part, ...path].join('.'),
        request: { ...request, [part]: swapped(request[part], path, foreign[thing]) },
      };
    });
  });
}

type Path = (string | number)[];
function placesOfThings(value: unknown, own: Ids, path: Path = []): [Path, keyof Ids][] {
  if (typeof value === 'string') {
    const thing = (Object.keys(own) as (keyof Ids)[]).find((name) => own[name] === value);
    return thing === undefined || thing === 'host' || madeByCaller.includes(String(path.at(-1))) ? [] : [[path, thing]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    placesOfThings(inner, own, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

function swapped(value: unknown, [step, ...rest]: Path, by: string): unknown {
  if (step === undefined) return by;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? swapped(item, rest, by) : item));
  return { ...(value as object), [step]: swapped((value as Record<string, unknown>)[step], rest, by) };
}

async function launch(key: string, request: Plausible): Promise<Answered> {
  const [file, type] = key === 'POST /api/products/:id/media' ? await picture() : [undefined, {}];
  const headers = {
    ...headersFor(routeOf(key).access, tandem.second.credentials),
    'idempotency-key': newId(),
    ...type,
  };
  const body = file ?? (request.body as object | undefined);
  return tandem.send({
    method: request.method,
    url: addressOf(request),
    headers,
    ...(body === undefined ? {} : { body }),
  });
}

/** What the answer tells of the first merchant beyond what was sent. */
function leaks({ text }: Answered, request: Plausible): string[] {
  const { label, world, ids } = tandem.first;
  const sent = JSON.stringify(request);
  const secrets = [
    label,
    world.merchantId,
    world.warehouseId,
    world.ownerId,
    world.tillChannelId,
    ...world.variants.flatMap(({ id, productId }) => [id, productId]),
    ...Object.values(ids),
  ];
  return secrets.filter((secret) => text.includes(secret) && !sent.includes(secret));
}

// What ends a session, a pairing or a thing that others need (a bulk edit takes the product out of the shop) comes last.
const ends = (key: string) =>
  Number(key.startsWith('DELETE') || key === 'POST /api/product-edits') +
  Number(key === 'DELETE /api/registers/:id/pairing');
const keys = [...routeKeys].sort((a, b) => ends(a) - ends(b));

describe('the ids of another merchant', () => {
  it.each(keys)('in %s', async (key) => {
    const before = await printTables(tandem.database.adminPool, tandem.first.world.merchantId);
    const complaints: string[] = [];
    const thefts = theftsOf(key, ['params', 'body']);
    for (const { place, request } of thefts) {
      const answer = await launch(key, request);
      const told = `${place} → ${answer.status} ${answer.text.slice(0, 200)}`;
      const isRefused = place.startsWith('params')
        ? answer.status === 404
        : answer.status >= 400 && answer.status < 500;
      if (!isRefused && !(facts.includes(key) && answer.status === 201)) complaints.push(told);
      for (const leak of leaks(answer, request)) complaints.push(`tells ${leak}: ${told}`);
    }
    for (const { place, request } of theftsOf(key, ['query'])) {
      const answer = await launch(key, request);
      if (answer.status !== 200 && answer.status !== 404)
        complaints.push(`${place} → ${answer.status} ${answer.text.slice(0, 200)}`);
      for (const leak of leaks(answer, request))
        complaints.push(`tells ${leak}: ${place} → ${answer.text.slice(0, 300)}`);
    }

    expect(complaints).toEqual([]);
    expect(await printTables(tandem.database.adminPool, tandem.first.world.merchantId)).toEqual(before);
    expect(tandem.errors.splice(0)).toEqual([]);
    // With its own ids the same request is understood: it was the foreign id that was refused.
    if (thefts.length > 0) {
      const own = await launch(key, plausibleRequest(key, tandem.second.ids));
      const isUnderstood = own.status < 500 && ![400, 401, 403, 404].includes(own.status);
      expect([own.status, isUnderstood || own.text]).toEqual([own.status, true]);
    }
  });

  it('were tried in every route that names something', () => {
    const naming = keys.filter((key) => theftsOf(key, ['params', 'body']).length > 0);
    expect(naming.length).toBeGreaterThan(40);
    expect(keys.filter((key) => key.includes('/:id') && !naming.includes(key))).toEqual([]);
  });

  it('in a sale of a till stay a fact that leads nowhere', async () => {
    const key = 'POST /api/till/sales';
    const [theft] = theftsOf(key, ['body']).filter(({ place }) => place.endsWith('variantId'));
    if (theft === undefined) throw new Error('A sale names no variant');
    const { credentials } = tandem.second;
    const paired = await pairAgain();
    const answer = await tandem.send({
      method: 'POST',
      url: '/api/till/sales',
      body: theft.request.body as object,
      headers: { host: credentials.host, authorization: `Bearer ${paired}`, 'idempotency-key': newId() },
    });
    expect(answer.status).toBe(201);
    const { rows } = await tandem.database.adminPool.query(
      'select merchant_id, sku, variant_id from orders.order_line where order_id = $1',
      [answer.body.orderId],
    );
    expect(rows).toEqual([{ merchant_id: tandem.second.world.merchantId, sku: '?', variant_id: null }]);
  });
});

/** The routes that were tried have unpaired the register and signed its owner out. */
async function pairAgain(): Promise<string> {
  const { host, world } = tandem.second;
  const session = await tandem.send({
    method: 'POST',
    url: '/api/session',
    body: { email: `owner-${world.merchantId}@example.test`, password },
    headers: { host },
  });
  const cookie = session.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { body } = await tandem.send({
    method: 'POST',
    url: `/api/registers/${world.registerId}/pairing-code`,
    headers: { host, cookie },
  });
  const paired = await tandem.send({
    method: 'POST',
    url: '/api/till/pairing',
    body: { code: body.code },
    headers: { host },
  });
  return paired.cookies.find(({ name }) => name === '__Host-tandem-register')?.value ?? '';
}

describe('the keys of another merchant', () => {
  it('open nothing at this one’s door', async () => {
    const { first, second } = tandem;
    const at = (host: string, cookie: string) => ({ host, cookie });
    const owner = await tandem.send({
      method: 'POST',
      url: '/api/session',
      body: { email: `owner-${first.world.merchantId}@example.test`, password },
      headers: { host: second.host },
    });
    expect([owner.status, owner.body.code]).toEqual([401, 'session.refused']);

    const seen = await tandem.send({
      method: 'GET',
      url: '/api/merchant',
      headers: at(second.host, `__Host-tandem-staff=${first.credentials.staffCookie}`),
    });
    expect(seen.body.id).toBe(first.world.merchantId);

    const code = await tandem.send({
      method: 'POST',
      url: `/api/registers/${first.world.registerId}/pairing-code`,
      headers: headersFor('staff', first.credentials),
    });
    const paired = await tandem.send({
      method: 'POST',
      url: '/api/till/pairing',
      body: { code: code.body.code },
      headers: { host: second.host },
    });
    expect([paired.status, paired.body.code]).toEqual([422, 'pairing.refused']);

    const register = await pairAgain();
    const mixed = {
      host: second.host,
      authorization: `Bearer ${register}`,
      cookie: `__Host-tandem-till=${first.credentials.tillCookie}`,
    };
    expect((await tandem.send({ method: 'GET', url: '/api/till/sales', headers: mixed })).status).toBe(401);
    const foreignPin = await tandem.send({
      method: 'POST',
      url: '/api/till/session',
      body: { staffId: first.world.ownerId, pin },
      headers: { host: second.host, authorization: `Bearer ${register}` },
    });
    expect(foreignPin.status).toBe(401);
  });

  it('and addresses beside the contract show nothing of it', async () => {
    const { first, second } = tandem;
    const own = await tandem.send({
      method: 'GET',
      url: `/media/${first.ids.mediaId}/320`,
      headers: { host: first.host },
    });
    expect([own.status, own.headers['content-type']]).toEqual([200, 'image/webp']);
    const addresses = [
      `/media/${first.ids.mediaId}/320`,
      `/orders/${first.ids.token}`,
      `/receipts/${first.ids.token}`,
      `/zh-hant/orders/${first.ids.token}`,
      `/api/shop/pokes?product=${first.ids.productId}`,
      '/',
      '/p/product-1',
      '/sitemap.xml',
    ];
    for (const url of addresses) {
      const answer = await tandem.send({ method: 'GET', url, headers: { host: second.host } });
      expect([url, answer.text.includes(first.label) || answer.text.includes(first.ids.variantId)]).toEqual([
        url,
        false,
      ]);
      if (url.includes(first.ids.token) || url.includes(first.ids.mediaId) || url.includes('product='))
        expect([url, answer.status]).toEqual([
          url,
          expect.toSatisfy((status: number) => status === 404 || status === 503),
        ]);
    }
  });
});
