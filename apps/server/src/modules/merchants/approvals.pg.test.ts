/** What somebody with more rights allows at a till by PIN. */
import type { Body } from '@tandem/contract/index.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { approvalsByIds } from './approve-at-till.ts';
import { kinds } from './kinds.ts';
import { makePairingCode } from './make-pairing-code.ts';
import { withHashedSecrets } from './staff-secrets.ts';
import { type Doors, openDoors } from './testing/open-doors.ts';

let doors: Doors;
let cookies: Record<string, string>;
const people = new Map<string, string>();
beforeAll(async () => {
  doors = await openDoors();
  const { platform, merchantId, registerId, ownerId } = doors.world;
  for (const role of ['manager', 'cashier'] as const) {
    const body = { name: role, email: `${role}@example.test`, role, locationIds: [], pin: '4321' };
    const added = await platform.bus.run(kinds.addStaff, {
      merchantId,
      id: newId(),
      actor: { kind: 'staff', staffId: ownerId },
      body: await withHashedSecrets(body),
    });
    people.set(role, added.id);
  }
  const { code } = await makePairingCode(platform, merchantId, registerId, { kind: 'staff', staffId: ownerId });
  ({ cookies } = await doors.call('POST', '/api/till/pairing', { body: { code } }));
});
afterAll(() => doors.close());

type Approval = Body<'POST /api/till/approvals'>;
const ask = (role: string, more: Partial<Approval> = {}) =>
  doors.call('POST', '/api/till/approvals', {
    cookies,
    body: { staffId: people.get(role), pin: '4321', act: 'discount', basisPoints: 2000, reason: 'Scratched', ...more },
  });

it('is known by its id afterwards, signs nobody in, and stands in the audit', async () => {
  const approved = await ask('manager');

  expect(approved.status).toBe(200);
  expect(approved.body.staff).toEqual({ id: people.get('manager'), name: 'manager', role: 'manager' });
  expect(approved.setCookie).toEqual([]);
  const { platform, merchantId } = doors.world;
  const known = await readAs(platform.pool, merchantId, (tx) =>
    approvalsByIds(tx, [approved.body.approvalId, newId()]),
  );
  expect([...known]).toEqual([
    [approved.body.approvalId, { staffId: people.get('manager'), role: 'manager', act: 'discount' }],
  ]);
});

it('goes as far as the role of the one who allows, and writes nothing beyond it', async () => {
  const count = async () =>
    (
      await doors.world.database.adminPool.query(
        `select count(*)::int as n from platform.audit_entry where action = 'till.approved'`,
      )
    ).rows[0].n;
  const before = await count();

  expect((await ask('manager', { basisPoints: 5001 })).body).toMatchObject({
    code: 'approval.over_limit',
    status: 403,
  });
  expect((await ask('cashier')).body.code).toBe('approval.over_limit');
  expect((await ask('cashier', { basisPoints: 0, act: 'price' })).body.code).toBe('approval.over_limit');
  expect(await count()).toBe(before);
});

it('follows the limits that the merchant sets', async () => {
  const { platform, merchantId, ownerId } = doors.world;
  const set = (discountLimits: { cashier: number; manager: number }) =>
    platform.bus.run(kinds.changeMerchant, {
      merchantId,
      id: newId(),
      actor: { kind: 'staff', staffId: ownerId },
      body: { discountLimits },
    });

  expect((await set({ cashier: 2000, manager: 2500 })).discountLimits).toEqual({ cashier: 2000, manager: 2500 });
  doors.merchants.forget();
  expect((await ask('cashier')).status).toBe(200);
  expect((await ask('manager', { basisPoints: 2600 })).body.code).toBe('approval.over_limit');
  await set({ cashier: 1000, manager: 5000 });
  doors.merchants.forget();
});

it('counts wrong PINs like signing in does', async () => {
  const codes = [];
  for (let index = 0; index < 6; index += 1) codes.push((await ask('manager', { pin: '9999' })).body.code);
  expect(codes).toEqual([...Array(5).fill('session.refused'), 'session.too_many_tries']);
});
