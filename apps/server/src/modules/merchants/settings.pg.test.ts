/** Places, channels, registers and people. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { kinds } from './kinds.ts';
import { listChannels } from './read-channels.ts';
import { withHashedSecrets } from './staff-secrets.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 0 });
});
afterAll(() => world.close());

const run = <B, A>(kind: CommandKind<B, A>, body: B, id = newId()): Promise<A> =>
  world.platform.bus.run(kind, {
    merchantId: world.merchantId,
    id,
    actor: { kind: 'staff', staffId: world.ownerId },
    body,
  });
const place = {
  name: { en: 'Kowloon' },
  kind: 'store' as const,
  address: {},
  region: 'HK',
  timeZone: 'Asia/Hong_Kong',
  openingHours: [],
  maySell: true,
  mayPickUp: true,
  mayShip: false,
};
const admin = async (text: string, values: unknown[] = []) => (await world.database.adminPool.query(text, values)).rows;

describe('a location', () => {
  it('that sells gets the channel of its tills, a warehouse gets none', async () => {
    const store = await run(kinds.addLocation, { ...place, code: 'KLN' });
    const warehouse = await run(kinds.addLocation, { ...place, code: 'WH2', kind: 'warehouse' });
    const channels = await readAs(world.platform.pool, world.merchantId, listChannels);

    expect(channels.filter(({ locationId }) => locationId === store.id)).toMatchObject([
      { kind: 'till', code: 'till-KLN', sources: [{ locationId: store.id, safety: { kind: 'none', amount: 0 } }] },
    ]);
    expect(channels.filter(({ locationId }) => locationId === warehouse.id)).toEqual([]);
  });

  it('takes its code once, also when two ask at once', async () => {
    const results = await Promise.allSettled([
      run(kinds.addLocation, { ...place, code: 'TWICE' }),
      run(kinds.addLocation, { ...place, code: 'TWICE' }),
    ]);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.refusal.code] : []));
    expect(refusals).toEqual(['location.code_taken']);
  });

  it.each(['Asia/Atlantis', '+08:00', 'UTC+8'])('refuses the time zone %s and adds nothing', async (timeZone) => {
    const code = `TZ${timeZone.length}`;
    await expect(run(kinds.addLocation, { ...place, code, timeZone })).rejects.toMatchObject({
      refusal: { code: 'time_zone.unknown', field: 'timeZone' },
    });
    expect(await admin('select 1 from merchants.location where code = $1', [code])).toEqual([]);
  });

  it('added again under the same command id is the same location, and another body is refused', async () => {
    const id = newId();
    const once = await run(kinds.addLocation, { ...place, code: 'SAME' }, id);
    expect(await run(kinds.addLocation, { ...place, code: 'SAME' }, id)).toEqual(once);
    await expect(run(kinds.addLocation, { ...place, code: 'OTHER' }, id)).rejects.toMatchObject({
      refusal: { code: 'command.id_reused' },
    });
  });
});

describe('a channel', () => {
  it('keeps its sourcing list in order with what is kept back', async () => {
    const sources = [
      { locationId: world.warehouseId, safety: { kind: 'fixed' as const, amount: 2000 } },
      { locationId: world.storeId, safety: { kind: 'percent' as const, amount: 100_000 } },
    ];
    const shop = await run(kinds.addChannel, {
      code: 'outlet',
      name: { en: 'Outlet' },
      hostname: null,
      shippingAmount: 3000,
      freeShippingFromAmount: null,
      sources,
      isActive: true,
    });
    expect(shop.sources).toEqual(sources);
    const turned = await run(kinds.changeChannel, { id: shop.id, sources: [...sources].reverse() });
    expect(turned.sources).toEqual([...sources].reverse());
    await expect(run(kinds.changeChannel, { id: shop.id, sources: [...sources, ...sources] })).rejects.toMatchObject({
      refusal: { field: 'sources' },
    });
  });
});

describe('a register', () => {
  it('stands only where something is sold', async () => {
    await expect(
      run(kinds.addRegister, { code: 'W1', name: 'W', locationId: world.warehouseId }),
    ).rejects.toMatchObject({ refusal: { code: 'location.may_not_sell' } });
    await expect(
      run(kinds.addRegister, { code: 'T1', name: 'Again', locationId: world.storeId }),
    ).rejects.toMatchObject({ refusal: { code: 'register.code_taken' } });
    const register = await run(kinds.addRegister, { code: 'T2', name: 'Till 2', locationId: world.storeId });
    expect(register).toMatchObject({ channelId: world.tillChannelId, isPaired: false, epoch: 0 });
  });
});

describe('a person', () => {
  it('signs in with an address that nobody else has, in any case of letters', async () => {
    const body = {
      name: 'Bo',
      email: 'Bo@Example.test',
      role: 'cashier' as const,
      locationIds: [world.storeId],
      password: 'a good password',
      pin: '2468',
    };
    const bo = await run(kinds.addStaff, await withHashedSecrets(body));
    expect(bo).toMatchObject({
      email: 'bo@example.test',
      hasPin: true,
      hasPassword: true,
      locationIds: [world.storeId],
    });
    await expect(
      run(kinds.addStaff, await withHashedSecrets({ ...body, email: 'bo@example.TEST' })),
    ).rejects.toMatchObject({ refusal: { code: 'staff.email_taken' } });
  });

  it('leaves no trace of the password but its argon2id hash', async () => {
    const { secrets, ...rest } = await withHashedSecrets({
      name: 'Cy',
      email: 'cy@example.test',
      role: 'cashier' as const,
      locationIds: [],
      password: 'unmistakable-canary',
      pin: '97531',
    });
    const id = newId();
    await run(kinds.addStaff, { ...rest, secrets }, id);
    const kept = JSON.stringify([
      await admin('select answer from platform.command where id = $1', [id]),
      await admin('select detail from platform.audit_entry'),
    ]);
    expect(kept).toContain('cy@example.test');
    expect(kept).not.toMatch(/unmistakable-canary|97531|argon2/);
    const [row] = await admin("select password_hash, pin_hash from merchants.staff where email = 'cy@example.test'");
    expect(row.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row.pin_hash).toMatch(/^\$argon2id\$/);
  });

  it('who is the last owner stays owner, also when two owners disable each other at once', async () => {
    const none = () => withHashedSecrets({});
    await expect(
      run(kinds.changeStaff, { ...(await none()), id: world.ownerId, isActive: false }),
    ).rejects.toMatchObject({ refusal: { code: 'staff.last_owner' } });
    await expect(
      run(kinds.changeStaff, { ...(await none()), id: world.ownerId, role: 'manager' }),
    ).rejects.toMatchObject({ refusal: { code: 'staff.last_owner' } });
    const other = await run(
      kinds.addStaff,
      await withHashedSecrets({
        name: 'Di',
        email: 'di@example.test',
        role: 'owner' as const,
        locationIds: [],
        pin: '135790',
      }),
    );
    const disable = async (id: string) => run(kinds.changeStaff, { ...(await none()), id, isActive: false });
    const results = await Promise.allSettled([disable(world.ownerId), disable(other.id)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await admin("select count(*) from merchants.staff where role = 'owner' and is_active")).toEqual([
      { count: 1 },
    ]);
    await admin('update merchants.staff set is_active = true where id = $1', [world.ownerId]);
  });
});

describe('a change of settings', () => {
  it('is written down with who made it', async () => {
    await run(kinds.changeMerchant, { name: 'New name', dayCutOffHour: 4 });
    expect(await admin("select staff_id, detail from platform.audit_entry where action = 'merchant.changed'")).toEqual([
      { staff_id: world.ownerId, detail: { name: 'New name', dayCutOffHour: 4 } },
    ]);
  });
});

describe('an exception', () => {
  it('is closed once, by a person who may see its place', async () => {
    const id = newId();
    await admin(
      "insert into platform.exception (merchant_id, id, kind, location_id, detail) values ($1, $2, 'stock.negative', $3, '{}')",
      [world.merchantId, id, world.storeId],
    );
    await expect(run(kinds.resolveException, { id, locationIds: [world.warehouseId] })).rejects.toMatchObject({
      refusal: { status: 404 },
    });
    await run(kinds.resolveException, { id, locationIds: null });
    const closed = await admin('select resolved_at, resolved_by from platform.exception where id = $1', [id]);
    expect(closed).toMatchObject([{ resolved_by: world.ownerId }]);
    await run(kinds.resolveException, { id, locationIds: null });
    expect(await admin('select resolved_at, resolved_by from platform.exception where id = $1', [id])).toEqual(closed);
  });
});
