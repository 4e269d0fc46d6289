/** What every answer carries, what cookies may do, who may send what from where, and how often one may try. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFace } from '../platform/http/faces.ts';
import { contentSecurityPolicy } from '../platform/http/security.ts';
import { newId } from '../platform/ids.ts';
import { addressOf, plausibleRequest, routeKeys, routeOf } from './plausible-request.ts';
import { type Answered, createTestApp, headersFor, password, type TestApp } from './test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

const get = (url: string) => tandem.send({ method: 'GET', url, headers: { host: tandem.first.host } });
const guards = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': expect.stringMatching(/^(strict-origin-when-cross-origin|same-origin)$/),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
};

describe('every answer', () => {
  it.each(routeKeys)('of %s is guarded', async (key) => {
    const request = plausibleRequest(key, tandem.first.ids);
    const headers = { ...headersFor(routeOf(key).access, tandem.first.credentials), 'idempotency-key': 'wrong' };
    const answer = await tandem.send({ method: request.method, url: addressOf(request), headers });
    expect(answer.headers).toMatchObject({ ...guards, 'cache-control': 'no-store' });
  });

  it.each([
    '/',
    '/p/product-1',
    '/basket',
    '/docs',
    '/docs/style.css',
    '/openapi.json',
    '/livez',
    '/metrics',
    '/admin',
    '/pos',
    '/nothing',
    '/api/nothing',
    '/%ff',
    '/robots.txt',
  ])('at %s is guarded', async (url) => {
    expect((await get(url)).headers).toMatchObject(guards);
  });
});

/** The policy of a page: no script but our own files, nothing embedded, no frame. */
function expectStrict(policy: unknown): void {
  const rules = new Map(
    String(policy)
      .split('; ')
      .map((rule): [string, string[]] => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1)]),
  );
  expect(rules.get('default-src')).toEqual(["'none'"]);
  expect(rules.get('script-src')).toEqual(["'self'"]);
  expect(rules.get('base-uri')).toEqual(["'none'"]);
  expect(rules.get('frame-ancestors')).toEqual(["'none'"]);
  expect(rules.get('form-action')).toEqual(["'self'"]);
  expect(rules.get('connect-src')).toEqual(["'self'"]);
  expect(
    [...rules.values()]
      .flat()
      .filter((source) => /^(\*|https?:|'unsafe-eval'|'unsafe-hashes'|'strict-dynamic')$/.test(source)),
  ).toEqual([]);
}

describe('a page', () => {
  it.each(['/', '/zh-hant', '/p/product-1', '/basket', '/nothing-here', '/docs'])(
    'at %s runs nothing but our own scripts',
    async (url) => {
      const answer = await get(url);
      // Where the online store was not built its pages are a line of text.
      if (!String(answer.headers['content-type']).startsWith('text/html'))
        return void expect(answer.text).not.toContain('<');
      expectStrict(answer.headers['content-security-policy']);
      const scripts = [...answer.text.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(
        ([, attributes = '']) =>
          !attributes.includes('application/json') && !attributes.includes('application/ld+json'),
      );
      expect(
        scripts.filter(([, attributes = '', content]) => !/src="\/[^/]/.test(attributes) || content !== ''),
      ).toEqual([]);
      expect(answer.text).not.toMatch(/<[^>]+\son[a-z]+=/i);
      expect(answer.text).not.toMatch(/javascript:/i);
    },
  );

  it('of the store has styles of its own only', () => {
    expectStrict(contentSecurityPolicy());
    expect(contentSecurityPolicy()).not.toContain('unsafe');
    expect(contentSecurityPolicy(['abc'])).toContain("style-src 'self' 'sha256-abc'");
  });

  it('of a face has the same policy for scripts, and caches only its assets', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tandem-face-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Face</title>');
    await writeFile(join(folder, 'assets/app.js'), 'export {};');
    const app = Fastify();
    await addFace(app, { prefix: '/face', folder });
    const [page, deep, asset, outside] = [
      await app.inject('/face'),
      await app.inject('/face/orders/1'),
      await app.inject('/face/assets/app.js'),
      await app.inject('/face/assets/..%2findex.html'),
    ];
    await app.close();
    await rm(folder, { recursive: true });

    for (const answer of [page, deep]) {
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
      expectStrict(answer.headers['content-security-policy']);
    }
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(outside.statusCode).toBeGreaterThanOrEqual(400);
  });
});

describe('a cookie', () => {
  const guarded =
    /^__Host-tandem-[a-z]+=[^;]*; Max-Age=\d+; Path=\/; (Expires=[^;]+; )?HttpOnly; Secure; SameSite=(Strict|Lax)$/;
  const setBy = ({ headers }: Answered) => [headers['set-cookie'] ?? []].flat().map(String);

  it('is never read by a script nor sent by another site', async () => {
    const { host, world, credentials } = tandem.first;
    const signedIn = await tandem.send({
      method: 'POST',
      url: '/api/session',
      body: { email: `owner-${world.merchantId}@example.test`, password },
      headers: { host },
    });
    const pin = await tandem.send({
      method: 'POST',
      url: '/api/till/session',
      body: { staffId: world.ownerId, pin: '1234' },
      headers: headersFor('register', credentials),
    });
    const code = await tandem.send({
      method: 'POST',
      url: `/api/registers/${tandem.second.world.registerId}/pairing-code`,
      headers: headersFor('staff', tandem.second.credentials),
    });
    const paired = await tandem.send({
      method: 'POST',
      url: '/api/till/pairing',
      body: { code: code.body.code },
      headers: { host: tandem.second.host },
    });
    for (const answer of [signedIn, pin, paired]) {
      expect(setBy(answer).length).toBeGreaterThan(0);
      for (const cookie of setBy(answer)) expect(cookie.replace(/; Expires=[^;]+/, '')).toMatch(guarded);
    }
  });
});

describe('a request that changes something', () => {
  const unsafe = [
    ...routeKeys.filter((key) => !key.startsWith('GET')),
    'POST /basket/lines',
    'POST /checkout',
    'POST /checkout/order',
    'POST /zh-hant/checkout/order',
    'DELETE /nothing',
  ];
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'nonsense' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://first.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://first.example.evil.example' },
    { origin: 'https://evil.example/first.example' },
    { origin: '' },
  ];

  it.each(unsafe)('%s is refused when it comes from another site', async (key) => {
    const [method = '', path = ''] = key.split(' ');
    const isRoute = routeKeys.includes(key);
    const request = isRoute ? plausibleRequest(key, tandem.first.ids) : undefined;
    const known = isRoute ? headersFor(routeOf(key).access, tandem.first.credentials) : { host: tandem.first.host };
    for (const headers of foreign) {
      const answer = await tandem.send({
        method,
        url: request === undefined ? path : addressOf(request),
        headers: { ...known, 'idempotency-key': newId(), ...headers },
      });
      // The pages of the store tell it in a page, without a code.
      expect([headers, answer.status, answer.body?.code ?? 'request.foreign']).toEqual([
        headers,
        403,
        'request.foreign',
      ]);
      if (path.startsWith('/api')) expect(answer.body).toHaveProperty('code');
    }
  });

  it('is taken from our own pages, and from programs', async () => {
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-origin', origin: 'https://first.example' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://first.example' },
    ]) {
      const answer = await tandem.send({
        method: 'POST',
        url: '/api/shop/baskets',
        body: {},
        headers: { host: tandem.first.host, 'idempotency-key': newId(), ...headers },
      });
      expect(answer.status).toBe(201);
    }
    expect(
      (
        await tandem.send({
          method: 'GET',
          url: '/api/setup',
          headers: { host: tandem.first.host, 'sec-fetch-site': 'cross-site' },
        })
      ).status,
    ).toBe(200);
  });
});

describe('trying', () => {
  const tries = async (many: number, one: (index: number) => Parameters<TestApp['send']>[0]) => {
    const answers: Answered[] = [];
    for (let index = 0; index < many; index += 1) answers.push(await tandem.send(one(index)));
    return answers;
  };
  const expectLimit = (answers: readonly Answered[], most: number) => {
    expect(answers.map(({ status }) => status === 429)).toEqual(answers.map((_, index) => index >= most));
    expect(answers.at(-1)?.body.code).toBe('session.too_many_tries');
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  };

  it('passwords ends after ten for a person, from wherever, and for an address, whoever it is', async () => {
    const { host } = tandem.first;
    const wrong = (email: string, address: string) => ({
      method: 'POST',
      url: '/api/session',
      body: { email, password: 'wrong' },
      headers: { host, 'x-forwarded-for': address },
    });
    expectLimit(await tries(12, (index) => wrong('someone@example.test', `198.51.100.${index}`)), 10);
    expectLimit(await tries(12, (index) => wrong(`person-${index}@example.test`, '203.0.113.5')), 10);
  });

  it('a PIN ends after five, a pairing code after five', async () => {
    const { credentials, ids, host } = tandem.first;
    expectLimit(
      await tries(7, () => ({
        method: 'POST',
        url: '/api/till/session',
        body: { staffId: ids.staffId, pin: '9999' },
        headers: headersFor('register', credentials),
      })),
      5,
    );
    expectLimit(
      await tries(7, (index) => ({
        method: 'POST',
        url: '/api/till/pairing',
        body: { code: `WRONG${index}` },
        headers: { host, 'x-forwarded-for': '203.0.113.9' },
      })),
      5,
    );
  });
});
