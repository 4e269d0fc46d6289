/** Hostile input to every route: refused with a problem document, never a bug, and nothing changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type Hostile, hostileBodies, longText } from './hostile-bodies.ts';
import { addressOf, type Plausible, plausibleRequest, routeKeys, routeOf, type Schema } from './plausible-request.ts';
import { printTables } from './table-prints.ts';
import { type Answered, createTestApp, headersFor, type Request, type TestApp } from './test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

const json = { 'content-type': 'application/json' };
interface Attack extends Request {
  what: string;
  /** The field that the problem document must name; any when undefined. */
  field?: string;
}

function attacksOn(key: string): Attack[] {
  const plausible = plausibleRequest(key, tandem.first.ids);
  return [
    ...onKey(plausible),
    ...onPath(key, plausible),
    ...onQuery(key, plausible),
    ...onBody(key, plausible),
    ...onUpload(key, plausible),
  ];
}

const ofBody = (request: Plausible, body: Buffer, headers: Record<string, string> = json) => ({
  method: request.method,
  url: addressOf(request),
  body,
  headers,
});
const sent = (request: Plausible) => (request.body === undefined ? {} : { body: request.body as object });

function onKey(request: Plausible): Attack[] {
  return ['', 'x', `${newId()}x`, newId().slice(1), "' or 1=1", 'x'.repeat(9000)].map((id) => ({
    what: `Idempotency-Key ${id.slice(0, 40)}`,
    method: request.method,
    url: addressOf(request),
    headers: { 'idempotency-key': id },
    ...sent(request),
  }));
}

function onPath(key: string, request: Plausible): Attack[] {
  return Object.keys((routeOf(key).params as Schema | undefined)?.properties ?? {}).flatMap((name) =>
    [
      'not-an-id',
      '%00',
      'a%00b',
      '%ff',
      '%ED%A0%80',
      "1'%20or%20'1'='1",
      '..%2f..%2fetc',
      '-1',
      '1e99',
      'x'.repeat(5000),
      '__proto__',
      '%E2%80%AE',
    ].map((value) => ({
      what: `${name}=${value.slice(0, 40)} in the path`,
      method: request.method,
      url: addressOf(request, { params: { [name]: value } }),
      ...sent(request),
    })),
  );
}

const wrongForType: Readonly<Record<string, string[]>> = {
  integer: ['abc', '1.5', '-1', '0', '1e99', '99999999999999999999'],
  boolean: ['maybe', '2'],
};

function onQuery(key: string, request: Plausible): Attack[] {
  const schema = routeOf(key).query as Schema | undefined;
  if (schema === undefined) return [];
  const named = Object.entries(schema.properties ?? {}).flatMap(
    ([name, { type = '', format, enum: words, pattern }]) => {
      const isClosed = format !== undefined || words !== undefined || pattern !== undefined;
      const values = [
        '%00',
        'a%00b',
        longText,
        ...(isClosed ? ['no-such', "'%20or%201=1", ''] : []),
        ...(wrongForType[type] ?? []),
      ];
      return values.map((value) => ({
        what: `${name}=${value.slice(0, 40)} in the query`,
        field: name,
        method: request.method,
        url: addressOf(request, { query: { [name]: value } }),
      }));
    },
  );
  const unknown = ['surprise', '__proto__', 'merchantId'].map((name) => ({
    what: `${name} in the query`,
    method: request.method,
    url: addressOf(request, { query: { [name]: '1' } }),
  }));
  const missing = (schema.required ?? []).map((name) => ({
    what: `without ${name} in the query`,
    field: name,
    method: request.method,
    url: addressOf({
      ...request,
      query: Object.fromEntries(Object.entries(request.query).filter(([other]) => other !== name)),
    }),
  }));
  return [...named, ...unknown, ...missing];
}

function onBody(key: string, request: Plausible): Attack[] {
  if (request.method === 'GET') return [];
  const broken: Attack[] = ['{"a":', '{"__proto__":{"isAdmin":true}}', '{"a":"\\u0000"}', 'NaN', '\ufeff{}'].map(
    (text) => ({
      what: `the body ${text}`,
      field: 'body',
      ...ofBody(request, Buffer.from(text)),
    }),
  );
  const schema = routeOf(key).body as Schema | undefined;
  if (schema === undefined) return broken;
  const text = Buffer.from(JSON.stringify(request.body));
  const unread: Attack[] = [
    { what: 'no body', method: request.method, url: addressOf(request) },
    { what: 'an empty body', ...ofBody(request, Buffer.alloc(0)) },
    { what: 'half a body', ...ofBody(request, text.subarray(0, text.length / 2)) },
    { what: 'bytes', ...ofBody(request, Buffer.from([0xff, 0xfe, 0x00])) },
    ...[
      'text/plain',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'nonsense',
    ].map((type) => ({
      what: `content type ${type}`,
      ...ofBody(request, type.includes('utf-16') ? Buffer.from(text.toString(), 'utf16le') : text, {
        'content-type': type,
      }),
    })),
  ];
  return [
    ...broken,
    ...unread,
    ...hostileBodies(schema, request.body).map(({ what, field, payload }: Hostile) => ({
      what: `${field}: ${what}`,
      field,
      ...ofBody(request, payload),
    })),
  ];
}

/** Routes without a schema for their body that take a file. */
const uploads = ['POST /api/products/:id/media', 'POST /api/imports'];
function onUpload(key: string, request: Plausible): Attack[] {
  if (!uploads.includes(key)) return [];
  const part = (name: string, content: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n${content}\r\n`;
  const forms = [
    '',
    '--x--\r\n',
    part('file', 'nothing'),
    `${part('file', '')}--x--\r\n`,
    `${part('file', '<svg onload="alert(1)"/>')}--x--\r\n`,
    `${part('file', '\x89PNG garbage')}--x--\r\n`,
    '--y\r\n\r\n',
  ];
  return [
    ...forms.map((form) => ({
      what: `the form ${JSON.stringify(form.slice(0, 200))}`,
      ...ofBody(request, Buffer.from(form, 'latin1'), { 'content-type': 'multipart/form-data; boundary=x' }),
    })),
    {
      what: 'a form without boundary',
      ...ofBody(request, Buffer.from('x'), { 'content-type': 'multipart/form-data' }),
    },
    { what: 'no form', method: request.method, url: addressOf(request) },
  ];
}

async function launch(key: string, attack: Attack): Promise<Answered> {
  const route = routeOf(key);
  const known = headersFor(route.access, tandem.first.credentials);
  return tandem.send({ ...attack, headers: { ...known, 'idempotency-key': newId(), ...attack.headers } });
}

/** What is wrong with the answer; undefined when it is as it must be. */
function complaint(attack: Attack, answer: Answered): string | undefined {
  const told = `${attack.what} → ${answer.status} ${answer.text.slice(0, 160)}`;
  if (answer.status < 400 || answer.status >= 500) return told;
  if (
    !String(answer.headers['content-type']).startsWith('application/problem+json') ||
    typeof answer.body?.code !== 'string'
  )
    return `no problem document: ${told}`;
  if (answer.body.code !== 'input.invalid') return undefined;
  const { field } = answer.body;
  if (typeof field !== 'string' || field === '') return `no field: ${told}`;
  return attack.field === undefined ||
    field === 'body' ||
    field.includes(attack.field) ||
    attack.field.startsWith(field)
    ? undefined
    : `another field than ${attack.field}: ${told}`;
}

describe('hostile input', () => {
  it.each(routeKeys)('to %s is refused and changes nothing', async (key) => {
    const before = await printTables(tandem.database.adminPool);
    const attacks = attacksOn(key);
    const complaints: string[] = [];
    for (const attack of attacks) complaints.push(...[complaint(attack, await launch(key, attack)) ?? []].flat());

    expect(complaints.slice(0, 10)).toEqual([]);
    expect(attacks.length).toBeGreaterThan(5);
    expect(await printTables(tandem.database.adminPool)).toEqual(before);
    expect(tandem.errors.splice(0)).toEqual([]);
  });

  it('is refused where there is no route', async () => {
    for (const url of [
      '/api/nothing',
      '/api/products/%',
      '/%ff',
      '/api/%00',
      '/media/x/640',
      `/media/${newId()}/99999`,
      '/..%2f..%2fetc%2fpasswd',
    ]) {
      const answer = await tandem.send({ method: 'GET', url, headers: { host: tandem.first.host } });
      expect([url, answer.status >= 400 && answer.status < 500]).toEqual([url, true]);
    }
  });
});

describe('a cursor that no list gave', () => {
  const keys = routeKeys.filter((key) => (routeOf(key).query as Schema | undefined)?.properties?.cursor !== undefined);
  it.each(keys)('to %s is refused or begins at the start', async (key) => {
    const request = plausibleRequest(key, tandem.first.ids);
    const id = newId();
    for (const cursor of [
      'x',
      '_',
      'x_y',
      'x_y_z',
      `2026-01-01T00:00:00.000Z_${id}x`,
      `2026-99-01T00:00:00.000Z_${id}`,
      `2026_${id}_1`,
      `${id}_${id}_${id}`,
      '-1',
      '9'.repeat(50),
      "' or 1=1",
    ]) {
      const answer = await launch(key, {
        what: cursor,
        method: 'GET',
        url: addressOf(request, { query: { cursor: encodeURIComponent(cursor) } }),
      });
      expect([cursor, answer.status, answer.body.field]).toEqual([
        cursor,
        ...(answer.status === 400 ? [400, 'cursor'] : [200, undefined]),
      ]);
    }
  });
});

describe('the same requests without the fault', () => {
  // Last of all what ends a session or a pairing that others need.
  const ends = (key: string) => Number(key.startsWith('DELETE'));
  it.each([...routeKeys].sort((a, b) => ends(a) - ends(b)))('to %s pass the checks of their form', async (key) => {
    if (uploads.includes(key)) return void expect(routeOf(key).body).toBeUndefined();
    const request = plausibleRequest(key, tandem.first.ids);
    const answer = await launch(key, {
      what: 'plausible',
      method: request.method,
      url: addressOf(request),
      ...sent(request),
    });

    expect([answer.status, answer.text.slice(0, 200)]).toEqual([
      expect.toSatisfy((status: number) => status < 500 && ![400, 403, 413, 415].includes(status)),
      expect.any(String),
    ]);
    expect(tandem.errors.splice(0)).toEqual([]);
  });
});
