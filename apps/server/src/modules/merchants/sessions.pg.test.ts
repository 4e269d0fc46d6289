/** Signing in to the back office, and what a session is good for. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { kinds } from './kinds.ts';
import { withHashedSecrets } from './staff-secrets.ts';
import { type Called, type Doors, openDoors } from './testing/open-doors.ts';

let doors: Doors;
let email: string;
const password = 'correct horse battery';
const signIn = (more: Partial<{ email: string; password: string }> = {}, address = '192.0.2.1'): Promise<Called> =>
  doors.call('POST', '/api/session', { body: { email, password, ...more }, address });
const minute = 60_000;

beforeAll(async () => {
  doors = await openDoors();
  email = `owner-${doors.world.merchantId}@example.test`;
});
afterAll(() => doors.close());

async function addPerson(name: string, role: 'cashier' | 'manager', locationIds: string[] = []) {
  const { platform, merchantId, ownerId } = doors.world;
  const person = await withHashedSecrets({ name, email: `${name}@example.test`, role, locationIds, password });
  return platform.bus.run(kinds.addStaff, {
    merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: ownerId },
    body: person,
  });
}

describe('signing in', () => {
  it('gives a session whose cookie no script reads and no other site sends', async () => {
    const { status, body, setCookie, cookies } = await signIn({ email: email.toUpperCase() });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      staff: { role: 'owner', id: doors.world.ownerId },
      merchant: { id: doors.world.merchantId, currency: 'HKD' },
    });
    expect(body.permissions).toContain('staff.change');
    expect(setCookie).toHaveLength(1);
    expect(setCookie[0]).toMatch(
      /^__Host-tandem-staff=[0-9a-f]{32}\.[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );

    const { rows } = await doors.world.database.adminPool.query('select token_hash from merchants.session');
    expect(rows.map((row) => row.token_hash.length)).toEqual([32]);
    expect((await doors.call('GET', '/api/session', { cookies })).body).toEqual(body);
  });

  it('tells an unknown address and a wrong password alike', async () => {
    const [unknown, wrong] = [await signIn({ email: 'nobody@example.test' }), await signIn({ password: 'wrong' })];
    expect([unknown.status, unknown.body]).toEqual([401, wrong.body]);
    expect(wrong.body.code).toBe('session.refused');
  });

  it('is refused after ten wrong tries, even a hundred at once, until a quarter of an hour has passed', async () => {
    const ann = await addPerson('ann', 'cashier');
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, index) => signIn({ email: ann.email, password: 'wrong' }, `198.51.100.${index}`)),
    );
    const codes = tries.map(({ body }) => body.code).sort();
    expect(codes).toEqual([...Array(10).fill('session.refused'), ...Array(20).fill('session.too_many_tries')]);
    expect((await signIn({ email: ann.email }, '203.0.113.9')).status).toBe(429);

    doors.clock.aheadMs += 16 * minute;
    expect((await signIn({ email: ann.email }, '203.0.113.9')).status).toBe(200);
  });

  it('that succeeds does not count against its address', async () => {
    const results = [];
    for (let index = 0; index < 12; index += 1) results.push((await signIn({}, '203.0.113.77')).status);
    expect(results).toEqual(Array(12).fill(200));
  });
});

describe('a session', () => {
  it('ends 30 minutes after its last request and 12 hours after it began', async () => {
    const { cookies } = await signIn();
    for (let hour = 0; hour < 11; hour += 1) {
      for (const step of [25, 25, 10]) {
        doors.clock.aheadMs += step * minute;
        expect((await doors.call('GET', '/api/session', { cookies })).status).toBe(200);
      }
    }
    doors.clock.aheadMs += 61 * minute;
    expect((await doors.call('GET', '/api/session', { cookies })).body.code).toBe('session.missing');
    const idle = (await signIn()).cookies;
    doors.clock.aheadMs += 31 * minute;
    expect((await doors.call('GET', '/api/session', { cookies: idle })).status).toBe(401);
  });

  it('ends at once when its person signs out, revokes it or is disabled', async () => {
    const [one, two] = [await signIn(), await signIn()];
    const listed = await doors.call('GET', '/api/sessions', { cookies: one.cookies });
    const current = listed.body.items.filter((row: { isCurrent: boolean }) => row.isCurrent);
    expect(current).toHaveLength(1);
    const foreign = await doors.call('DELETE', `/api/sessions/${newId()}`, { cookies: two.cookies });
    expect(foreign.status).toBe(404);
    expect((await doors.call('DELETE', `/api/sessions/${current[0].id}`, { cookies: two.cookies })).status).toBe(200);
    expect((await doors.call('GET', '/api/session', { cookies: one.cookies })).status).toBe(401);
    expect((await doors.call('DELETE', '/api/session', { cookies: two.cookies })).setCookie[0]).toMatch(
      /^__Host-tandem-staff=; Max-Age=0; Path=\//,
    );
    expect((await doors.call('GET', '/api/session', { cookies: two.cookies })).status).toBe(401);

    const bob = await addPerson('bob', 'manager');
    const [owner, his] = [await signIn(), await signIn({ email: bob.email })];
    expect((await doors.call('GET', '/api/session', { cookies: his.cookies })).status).toBe(200);
    const disabled = await doors.call('PATCH', `/api/staff/${bob.id}`, {
      cookies: owner.cookies,
      body: { isActive: false },
    });
    expect(disabled.body).toMatchObject({ id: bob.id, isActive: false });
    expect((await doors.call('GET', '/api/session', { cookies: his.cookies })).status).toBe(401);
    expect((await signIn({ email: bob.email })).body.code).toBe('session.refused');
  });

  it('made up, or of another merchant’s making, opens nothing', async () => {
    const { cookies } = await signIn();
    const [id = '', secret = ''] = (cookies['__Host-tandem-staff'] ?? '').split('.');
    for (const value of [
      '',
      'x',
      `${id}.`,
      `${newId().replaceAll('-', '')}.${secret}`,
      `${id}.${'A'.repeat(43)}`,
      `${id}'.${secret}`,
    ]) {
      expect((await doors.call('GET', '/api/session', { cookies: { '__Host-tandem-staff': value } })).status).toBe(401);
    }
  });
});

describe('a permission', () => {
  it('is asked for by every route, and limits to places hold', async () => {
    await addPerson('cas', 'cashier');
    const cashier = (await signIn({ email: 'cas@example.test' })).cookies;
    const refused = await doors.call('GET', '/api/staff', { cookies: cashier });
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      403,
      'permission.missing',
      { permission: 'staff.read' },
    ]);

    await addPerson('max', 'manager', [doors.world.storeId]);
    const manager = (await signIn({ email: 'max@example.test' })).cookies;
    const change = { body: { name: { en: 'Renamed' } }, cookies: manager };
    expect((await doors.call('PATCH', `/api/locations/${doors.world.storeId}`, change)).body.name).toEqual({
      en: 'Renamed',
    });
    expect((await doors.call('PATCH', `/api/locations/${doors.world.warehouseId}`, change)).status).toBe(404);
    expect((await doors.call('PATCH', `/api/channels/${doors.world.shopId}`, change)).status).toBe(403);
    expect(
      (
        await doors.call('POST', '/api/staff', {
          cookies: manager,
          body: { name: 'X', email: 'x@example.test', role: 'owner', locationIds: [] },
        })
      ).status,
    ).toBe(403);
  });
});
