/** Pairing a device with a register, and the PIN at it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAs } from '../../platform/transaction.ts';
import { makePairingCode } from './make-pairing-code.ts';
import { pairRegister } from './pair-register.ts';
import { readRegister } from './read-registers.ts';
import { type Doors, openDoors } from './testing/open-doors.ts';

let doors: Doors;
let from = 0;
beforeAll(async () => {
  doors = await openDoors();
});
afterAll(() => doors.close());

/** An address that did not try before. */
const fresh = () => {
  from += 1;
  return `198.51.100.${from}`;
};
const makeCode = () =>
  makePairingCode(doors.world.platform, doors.world.merchantId, doors.world.registerId, {
    kind: 'staff',
    staffId: doors.world.ownerId,
  });
const register = () =>
  readAs(doors.world.platform.pool, doors.world.merchantId, (tx) => readRegister(tx, doors.world.registerId));
async function pair() {
  const { code } = await makeCode();
  return doors.call('POST', '/api/till/pairing', { body: { code }, address: fresh() });
}
const pin = (value: string, cookies: Record<string, string>) =>
  doors.call('POST', '/api/till/session', { body: { staffId: doors.world.ownerId, pin: value }, cookies });

describe('a pairing code', () => {
  it('is typed in any case, with spaces or hyphens, and works once', async () => {
    const { code } = await makeCode();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    const paired = await doors.call('POST', '/api/till/pairing', { body: { code: typed }, address: fresh() });
    expect(paired.body).toMatchObject({
      register: { id: doors.world.registerId, isPaired: true },
      location: { id: doors.world.storeId },
    });
    expect(paired.setCookie[0]).toMatch(/^__Host-tandem-register=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await doors.call('POST', '/api/till/pairing', { body: { code }, address: fresh() })).body.code).toBe(
      'pairing.refused',
    );
  });

  it('used twice at once pairs one device', async () => {
    const { code } = await makeCode();
    const before = await register();
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => pairRegister(doors.world.platform, doors.world.merchantId, code, fresh())),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect((await register()).epoch).toBe(before.epoch + 1);
  });

  it('is worth nothing after 10 minutes, or once there is a newer one', async () => {
    const old = await makeCode();
    const newer = await makeCode();
    expect((await doors.call('POST', '/api/till/pairing', { body: { code: old.code }, address: fresh() })).status).toBe(
      422,
    );
    doors.clock.aheadMs += 10 * 60_000;
    expect(
      (await doors.call('POST', '/api/till/pairing', { body: { code: newer.code }, address: fresh() })).body.code,
    ).toBe('pairing.refused');
  });

  it('may be guessed at five times from one address', async () => {
    const address = fresh();
    const codes = [];
    for (let index = 0; index < 6; index += 1)
      codes.push(
        (await doors.call('POST', '/api/till/pairing', { body: { code: `GUESS${index}` }, address })).body.code,
      );
    expect(codes).toEqual([...Array(5).fill('pairing.refused'), 'session.too_many_tries']);
  });
});

describe('a paired till', () => {
  it('knows itself by cookie or by bearer token, and its series is new with each pairing', async () => {
    const first = await pair();
    const till = await doors.call('GET', '/api/till', { cookies: first.cookies });
    expect(till.body).toMatchObject({
      signedIn: null,
      lastReceiptNumber: 0,
      series: `T1-${first.body.register.epoch}`,
      staff: [{ id: doors.world.ownerId, role: 'owner' }],
    });
    const bearer = { authorization: `Bearer ${first.cookies['__Host-tandem-register']}` };
    expect((await doors.call('GET', '/api/till', { headers: bearer })).status).toBe(200);

    const second = await pair();
    expect(second.body.register.epoch).toBe(first.body.register.epoch + 1);
    expect((await doors.call('GET', '/api/till', { cookies: first.cookies })).body.code).toBe('session.missing');
    expect((await doors.call('GET', '/api/till', { cookies: second.cookies })).status).toBe(200);
  });

  it('opens nothing of the back office', async () => {
    const { cookies } = await pair();
    const value = cookies['__Host-tandem-register'] ?? '';
    expect((await doors.call('GET', '/api/staff', { cookies: { '__Host-tandem-staff': value } })).status).toBe(401);
    const signed = { ...cookies, ...(await pin('1234', cookies)).cookies };
    expect(
      (
        await doors.call('GET', '/api/staff', {
          cookies: { ...signed, '__Host-tandem-staff': signed['__Host-tandem-till'] ?? '' },
        })
      ).status,
    ).toBe(401);
  });

  it('lets a person in by PIN, at this register only, until signed out', async () => {
    const { cookies } = await pair();
    expect((await doors.call('GET', '/api/till/sales', { cookies })).status).toBe(401);
    const session = await pin('1234', cookies);
    expect(session.body.staff).toEqual({ id: doors.world.ownerId, name: 'Ada Owner', role: 'owner' });
    const signed = { ...cookies, ...session.cookies };
    expect((await doors.call('GET', '/api/till', { cookies: signed })).body.signedIn).toEqual(session.body.staff);
    // The route itself is closed in this test: getting there is what counts.
    expect((await doors.call('GET', '/api/till/sales', { cookies: signed })).body.code).toBe('route.closed');

    expect((await doors.call('DELETE', '/api/till/session', { cookies: signed })).status).toBe(200);
    expect((await doors.call('GET', '/api/till/sales', { cookies: signed })).status).toBe(401);
  });

  it('loses its sessions when it is unpaired', async () => {
    const { cookies } = await pair();
    const signed = { ...cookies, ...(await pin('1234', cookies)).cookies };
    const staff = (
      await doors.call('POST', '/api/session', {
        body: { email: `owner-${doors.world.merchantId}@example.test`, password: 'correct horse battery' },
      })
    ).cookies;
    const unpaired = await doors.call('DELETE', `/api/registers/${doors.world.registerId}/pairing`, { cookies: staff });
    expect(unpaired.body).toMatchObject({ isPaired: false, pairedAt: null });
    expect((await doors.call('GET', '/api/till', { cookies: signed })).status).toBe(401);
    const { rows } = await doors.world.database.adminPool.query(
      'select 1 from merchants.session where register_id is not null',
    );
    expect(rows).toEqual([]);
  });

  it('takes five wrong PINs of a person, then none for a while', async () => {
    const { cookies } = await pair();
    const codes = [];
    for (let index = 0; index < 6; index += 1) codes.push((await pin('9999', cookies)).body.code);
    expect(codes).toEqual([...Array(5).fill('session.refused'), 'session.too_many_tries']);
    expect((await pin('1234', cookies)).status).toBe(429);
    doors.clock.aheadMs += 16 * 60_000;
    expect((await pin('1234', cookies)).status).toBe(200);
  });
});
