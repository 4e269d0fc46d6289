/** Who may do what: every route called by every role, and by nobody. */
import { permissionsOf, type Role, roles } from '@tandem/contract/permissions.ts';
import type { Access } from '@tandem/contract/route.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { addressOf, plausibleRequest, routeKeys, routeOf } from './plausible-request.ts';
import { cookieOf, createTestApp, expectDone, headersFor, password, pin, type TestApp } from './test-app.ts';

let tandem: TestApp;
const cookies = new Map<Role, string>();
const people = new Map<Role, string>();
beforeAll(async () => {
  tandem = await createTestApp();
  const { credentials, host } = tandem.first;
  for (const role of roles) {
    const email = `${role}@example.test`;
    const person = await expectDone(
      tandem.send({
        method: 'POST',
        url: '/api/staff',
        body: { name: role, email, role, locationIds: [], password, pin },
        headers: headersFor('staff', credentials),
      }),
    );
    people.set(role, person.body.id);
    cookies.set(
      role,
      cookieOf(
        await expectDone(
          tandem.send({ method: 'POST', url: '/api/session', body: { email, password }, headers: { host } }),
        ),
        '__Host-tandem-staff',
      ),
    );
  }
});
afterAll(() => tandem.close());

const doors: readonly Access[] = ['public', 'shopper', 'register', 'register_staff'];
const staffKeys = routeKeys.filter((key) => !doors.includes(routeOf(key).access));

/** Sent with a wrong Idempotency-Key, so that nothing is done where the door is open. */
async function knock(key: string, headers: Record<string, string>) {
  const { method, ...request } = plausibleRequest(key, tandem.first.ids);
  return tandem.send({
    method,
    url: addressOf({ method, ...request }),
    headers: { host: tandem.first.host, ...headers, 'idempotency-key': 'wrong' },
  });
}

describe('a role', () => {
  it.each(roles)('%s may do exactly what its permissions say', async (role) => {
    const asked: string[] = [];
    const expected: string[] = [];
    for (const key of staffKeys) {
      const { access } = routeOf(key);
      const answer = await knock(key, { cookie: `__Host-tandem-staff=${cookies.get(role)}` });
      asked.push(`${key} ${answer.status} ${answer.body.params?.permission ?? ''}`);
      const may = access === 'staff' || (permissionsOf[role] as readonly string[]).includes(access);
      expected.push(`${key} ${may ? '400 ' : `403 ${access}`}`);
    }

    expect(asked).toEqual(expected);
    expect(asked.length).toBeGreaterThan(40);
  });

  it.each(roles)('%s refunds at a till only with the permission to', async (role) => {
    const { credentials, ids } = tandem.first;
    const register = headersFor('register', credentials);
    const signedIn = await expectDone(
      tandem.send({
        method: 'POST',
        url: '/api/till/session',
        body: { staffId: people.get(role) as string, pin },
        headers: register,
      }),
    );
    const headers = {
      ...register,
      cookie: `__Host-tandem-till=${cookieOf(signedIn, '__Host-tandem-till')}`,
      'idempotency-key': newId(),
    };
    // No sale has this id: who may refund is told so.
    const answer = await tandem.send({
      method: 'POST',
      url: `/api/till/sales/${ids.staffId}/refund`,
      body: {},
      headers,
    });

    expect(answer.status).toBe(permissionsOf[role].includes('order.refund') ? 404 : 403);
  });
});

describe('a stranger', () => {
  it.each(routeKeys.filter((key) => !['public', 'shopper'].includes(routeOf(key).access)))(
    'is turned away from %s',
    async (key) => {
      const { credentials } = tandem.first;
      const wrong = {
        staffCookie: credentials.registerToken,
        registerToken: credentials.staffCookie,
        tillCookie: credentials.staffCookie,
        host: credentials.host,
      };
      for (const headers of [{}, headersFor(routeOf(key).access, wrong)]) {
        const answer = await knock(key, headers);
        expect([answer.status, answer.body.code]).toEqual([401, 'session.missing']);
      }
    },
  );
});
