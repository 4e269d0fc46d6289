/** The largest and smallest numbers that the contract takes: done or refused, never a bug, and still readable afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { extremeBodies } from './hostile-bodies.ts';
import { addressOf, plausibleRequest, routeKeys, routeOf, type Schema } from './plausible-request.ts';
import { createTestApp, headersFor, type TestApp } from './test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

const keys = routeKeys.filter(
  (key) =>
    routeOf(key).body !== undefined &&
    extremeBodies(routeOf(key).body as Schema, plausibleRequest(key, placeholders()).body).length > 0,
);

function placeholders() {
  return new Proxy({} as Record<string, string>, { get: () => newId(), has: () => true }) as never;
}

describe('numbers at the ends of what is allowed', () => {
  it.each(keys)('to %s', async (key) => {
    const { ids, credentials } = tandem.first;
    const route = routeOf(key);
    const complaints: string[] = [];
    for (const { what, field, payload } of extremeBodies(route.body as Schema, plausibleRequest(key, ids).body)) {
      const request = plausibleRequest(key, ids);
      const body = Buffer.from(payload.toString().replace(/"orderId":"[^"]*"/, `"orderId":"${newId()}"`));
      const headers = {
        ...headersFor(route.access, credentials),
        'idempotency-key': newId(),
        'content-type': 'application/json',
      };
      const answer = await tandem.send({ method: request.method, url: addressOf(request), body, headers });
      if (answer.status >= 500) complaints.push(`${field} ${what} → ${answer.text}`);
    }

    expect(complaints).toEqual([]);
    expect(tandem.errors.splice(0)).toEqual([]);
  });

  it('leave every list and record readable', async () => {
    const complaints: string[] = [];
    for (const key of routeKeys.filter((one) => one.startsWith('GET'))) {
      const request = plausibleRequest(key, tandem.first.ids);
      const answer = await tandem.send({
        method: 'GET',
        url: addressOf({
          ...request,
          query:
            key.includes('/feed') || key.includes('/reports/sales') || key.includes('movements') ? request.query : {},
        }),
        headers: headersFor(routeOf(key).access, tandem.first.credentials),
      });
      if (answer.status >= 500) complaints.push(`${key} → ${answer.text}`);
    }

    expect(complaints).toEqual([]);
  });
});
