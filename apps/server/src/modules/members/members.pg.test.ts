/** Members: added, found, changed, one for each phone and e-mail. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { addMember, changeMember, type NewMember } from './change-members.ts';
import { findMembers, historyOf, listMembers, memberByEmail, memberLabels } from './list-members.ts';
import { memberFacts } from './member-facts.ts';
import { memberView } from './member-rows.ts';

let world: TestWorld;
let other: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ products: 0 });
  other = await createTestWorld({ products: 0, database: world.database });
});
afterAll(async () => {
  await other.close();
  await world.close();
});
const read = <A>(what: (tx: Tx) => Promise<A>, who = world) => readAs(world.platform.pool, who.merchantId, what);
const given = <B>(body: B, who = world, id = newId()) => ({
  merchantId: who.merchantId,
  id,
  actor: { kind: 'staff' as const, staffId: who.ownerId },
  body,
});
const add = (body: NewMember, who = world, id = newId()) => world.platform.bus.run(addMember, given(body, who, id));
const change = (memberId: string, version: number, more: object) =>
  world.platform.bus.run(
    changeMember,
    given({
      memberId,
      version,
      name: 'Mei Chan',
      reference: null,
      email: null,
      phone: null,
      tier: null,
      tags: [],
      birthday: null,
      isTaxExempt: false,
      referredBy: null,
      ...more,
    }),
  );
const counts = async () => {
  const { rows } = await world.database.adminPool.query(
    'select (select count(*) from members.member)::int as members, (select count(*) from members.member_change)::int as changes',
  );
  return rows[0];
};

it('a member is kept as it is compared, and the same command makes one member', async () => {
  const id = newId();
  const mei = {
    name: ' Chan Mei 陳美 ',
    reference: 'HH-1001',
    email: 'Mei.Chan@Example.test',
    phone: '9123 4567',
    tier: 'Gold',
    tags: ['press', 'press', 'staff family'],
    birthday: '--02-29',
    isTaxExempt: true,
  };
  const member = await add(mei, world, id);
  expect(member).toEqual({
    id,
    reference: 'HH-1001',
    name: 'Chan Mei 陳美',
    email: 'mei.chan@example.test',
    phone: '+85291234567',
    tier: 'Gold',
    tags: ['press', 'staff family'],
    birthday: '--02-29',
    isTaxExempt: true,
    referredBy: null,
    version: 1,
    createdAt: member.createdAt,
    updatedAt: member.createdAt,
    updatedBy: 'Ada Owner',
  });
  expect(await add(mei, world, id)).toEqual(member);

  const friend = await add({ name: 'Ho Lok', referredBy: id });
  expect(friend.referredBy).toEqual({ id, name: 'Chan Mei 陳美' });
  const { birthday, tier, tags } = member;
  expect(await read((tx) => memberFacts(tx, [id, friend.id, newId()]))).toEqual(
    new Map([
      [id, { id, tier, tags, birthday, isReferred: false, isTaxExempt: true }],
      [friend.id, { id: friend.id, tier: null, tags: [], birthday: null, isReferred: true, isTaxExempt: false }],
    ]),
  );
  expect((await read((tx) => memberByEmail(tx, ' MEI.chan@example.TEST ')))?.id).toBe(id);
  expect(await read((tx) => memberByEmail(tx, 'mei.chan@example.test'), other)).toBeUndefined();
  expect(await read(memberLabels)).toEqual({
    tiers: [{ label: 'Gold', count: 1 }],
    tags: [
      { label: 'press', count: 1 },
      { label: 'staff family', count: 1 },
    ],
  });
});

it.each([
  ['the start of a name in any order', 'wong siu'],
  ['Chinese anywhere in the name', '小明'],
  ['the phone as it is said', '6888 7790'],
  ['its last digits', '7790'],
  ['the phone with its country', '+852 6888-7790'],
  ['the e-mail', 'siuming@example.test'],
  ['the number', 'hh-2002'],
])('a member is found by %s', async (_by, search) => {
  const known = (await read((tx) => memberByEmail(tx, 'siuming@example.test')))?.id;
  const id =
    known ??
    (
      await add({
        name: 'Wong Siu Ming 黃小明',
        reference: 'HH-2002',
        email: 'siuming@example.test',
        phone: '6888 7790',
      })
    ).id;
  expect((await read((tx) => findMembers(tx, search, 20))).map((row) => row.id)).toEqual([id]);
  expect(await read((tx) => findMembers(tx, search, 20), other)).toEqual([]);
  expect(await read((tx) => findMembers(tx, ' % ', 20))).toEqual([]);
});

it('the end of a phone number finds that number, however many noughts it begins with', async () => {
  const ids = [];
  for (const phone of ['9555 0078', '9556 7812', '6781 1178']) ids.push((await add({ name: 'Nought', phone })).id);
  const found = async (search: string) => (await read((tx) => findMembers(tx, search, 20))).map((row) => row.id);
  expect(await found('0078')).toEqual([ids[0]]);
  expect(await found('09556 7812')).toEqual([ids[1]]);
  expect(await found('000')).toEqual([]);
});

it('the list is paged, the newest first, and filtered by tier and tag', async () => {
  const ids: string[] = [];
  for (const name of ['A', 'B', 'C']) ids.unshift((await add({ name, tier: 'Silver', tags: ['paged'] })).id);
  const first = await read((tx) => listMembers(tx, { limit: 2, tag: 'paged' }));
  expect([first.items.map((one) => one.id), first.nextCursor]).toEqual([ids.slice(0, 2), ids[1]]);
  const next = await read((tx) => listMembers(tx, { limit: 2, tier: 'Silver', cursor: first.nextCursor ?? '' }));
  expect([next.items.map((one) => one.id), next.nextCursor]).toEqual([ids.slice(2), null]);
});

it('a refusal names the field and changes nothing', async () => {
  const taken = await add({ name: 'Taken', reference: 'T-1', email: 'taken@example.test', phone: '2345 6789' });
  const before = await counts();
  const refused = (body: object, code: string, field: string) =>
    expect(add({ name: 'X', ...body })).rejects.toMatchObject({ refusal: { code, field } });
  await refused({ email: ' TAKEN@example.test' }, 'member.email_taken', 'email');
  await refused({ phone: '+852 2345 6789' }, 'member.phone_taken', 'phone');
  await refused({ reference: 'T-1' }, 'member.reference_taken', 'reference');
  await refused({ phone: '123' }, 'member.phone', 'phone');
  for (const birthday of ['--02-30', '2023-02-29', '2999-01-01', '1899-01-01', '1990-13-01'])
    await refused({ birthday }, 'member.birthday', 'birthday');
  await expect(add({ name: 'X', referredBy: newId() })).rejects.toMatchObject({
    refusal: { code: 'member.not_found' },
  });
  await expect(change(taken.id, 1, { referredBy: taken.id })).rejects.toMatchObject({
    refusal: { code: 'member.refers_to_itself', field: 'referredBy' },
  });
  expect(await counts()).toEqual(before);
  // Another merchant may know the same person.
  await add({ name: 'Taken', reference: 'T-1', email: 'taken@example.test', phone: '2345 6789' }, other);
});

it.each([
  ['e-mail', { email: 'twice@example.test' }, 'member.email_taken'],
  ['phone', { phone: '5555 0000' }, 'member.phone_taken'],
  ['number', { reference: 'TWICE' }, 'member.reference_taken'],
])('of two who add the same %s at once, one does', async (_what, body, code) => {
  const results = await Promise.allSettled([add({ name: 'One', ...body }), add({ name: 'Two', ...body })]);
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const rejected = results.find((one) => one.status === 'rejected') as PromiseRejectedResult;
  expect(rejected.reason.refusal).toMatchObject({ code, field: Object.keys(body)[0], status: 422 });
});

it('of two who change the same version at once, one does; the history says what was before and after', async () => {
  const { id } = await add({ name: 'Mei Chan' });
  const results = await Promise.allSettled([change(id, 1, { tier: 'Gold' }), change(id, 1, { tier: 'Silver' })]);
  expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  const rejected = results.find((one) => one.status === 'rejected') as PromiseRejectedResult;
  expect(rejected.reason.refusal).toMatchObject({ code: 'member.changed_meanwhile', params: { version: 2 } });
  const { tier } = await read((tx) => memberView(tx, id));
  const history = await read((tx) => historyOf(tx, id));
  expect(history.map((one) => [one.version, one.event, one.staffName, one.before?.tier, one.after.tier])).toEqual([
    [2, 'changed', 'Ada Owner', null, tier],
    [1, 'created', 'Ada Owner', undefined, null],
  ]);
});
