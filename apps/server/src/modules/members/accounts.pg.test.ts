/** Accounts of members: nobody gets a member's benefits by typing an address, also where many try at once. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { newId, secretHash } from '../../platform/ids.ts';
import { readAs } from '../../platform/transaction.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';
import { readToken } from '../merchants/index.ts';
import { endAccountSession, readAccountSession } from './account-sessions.ts';
import { addMember } from './change-members.ts';
import { claimMember, makeClaimCode } from './claim-codes.ts';
import { joinAsMember, signInMember, type Visitor } from './sign-in-member.ts';

const dayMs = 86_400_000;
const password = 'a long enough password';
const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs };
let world: TestWorld;
let ports: { pool: TestWorld['platform']['pool']; clock: typeof clock };
beforeAll(async () => {
  world = await createTestWorld({ products: 1, clock });
  ports = { pool: world.platform.pool, clock };
});
afterAll(() => world?.close());
beforeEach(() => {
  clock.aheadMs = 0;
});

let address = 0;
/** From an address of its own, unless the test says which. */
const visitor = (more: Partial<Visitor> = {}): Visitor => {
  address += 1;
  return {
    merchantId: world.merchantId,
    channelId: world.shopId,
    address: `10.0.0.${address}`,
    userAgent: 'test',
    ...more,
  };
};
const join = (email: string, more: object = {}, from = visitor()) =>
  joinAsMember(ports, from, { id: newId(), name: 'Mei Chan', email, password, ...more });
const knownMember = (email: string, phone: string | null = null) =>
  world.platform.bus.run(addMember, {
    merchantId: world.merchantId,
    id: newId(),
    actor: { kind: 'staff', staffId: world.ownerId },
    body: { name: 'Known', email, phone, tier: 'Gold' },
  });
const maker = (staffId: string, mayReplace = true) => ({ actor: { kind: 'staff', staffId } as const, mayReplace });
const codeFor = (memberId: string) => makeClaimCode(ports, world.merchantId, memberId, maker(world.ownerId));
const whoHas = async (token: string) => {
  const { merchantId, hash } = readToken(token) ?? { merchantId: '', hash: Buffer.alloc(0) };
  const found = await readAs(ports.pool, merchantId, (tx) => readAccountSession(tx, hash, clock.now()));
  return found === undefined ? undefined : { memberId: found.memberId, name: found.name };
};
const rows = async (statement: string, ...values: unknown[]) =>
  (await world.database.adminPool.query(statement, values)).rows;
const refusal = (code: string) => ({ refusal: { code } });

it('joins, signs in by e-mail in any case, and is nobody after signing out or a month', async () => {
  const { token, memberId } = await join('Mei@Example.test');
  expect(await whoHas(token)).toEqual({ memberId, name: 'Mei Chan' });
  const again = await signInMember(ports, visitor(), { login: ' mei@example.TEST', password });
  expect(again.memberId).toBe(memberId);
  const session = readToken(token);
  await readAs(ports.pool, world.merchantId, (tx) => endAccountSession(tx, session?.hash ?? Buffer.alloc(0)));
  expect(await whoHas(token)).toBeUndefined();
  expect(await whoHas(again.token)).toEqual({ memberId, name: 'Mei Chan' });
  clock.aheadMs = 30 * dayMs + 1000;
  expect(await whoHas(again.token)).toBeUndefined();
  expect(await rows('select event, staff_id from members.member_change where member_id = $1', memberId)).toEqual([
    { event: 'created', staff_id: null },
  ]);
});

it('keeps nothing that could be stolen: no password, no token, no code', async () => {
  const { token, memberId } = await join('kept@example.test');
  const { code } = await codeFor(memberId);
  const kept = JSON.stringify([
    await rows('select * from members.account'),
    await rows('select token_hash::text, user_agent from members.account_session'),
    await rows('select * from members.claim_code'),
    await rows('select * from platform.audit_entry'),
    await rows('select * from platform.command'),
  ]);
  for (const secret of [password, code, token, token.split('.')[1] ?? '']) expect(kept).not.toContain(secret);
  expect(kept).toContain(secretHash(token.split('.')[1] ?? '').toString('hex'));
});

it('makes one member of a form that is sent twice, and of two who join with one e-mail at once', async () => {
  const id = newId();
  const twice = await Promise.all([join('twice@example.test', { id }), join('twice@example.test', { id })]);
  expect(twice.map((one) => one.memberId)).toEqual([id, id]);
  const two = await Promise.allSettled([join('two@example.test'), join('TWO@example.test')]);
  expect(two.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(two.find((one) => one.status === 'rejected')).toMatchObject({ reason: refusal('member.email_taken') });
  expect(await rows("select email from members.member where email like 'tw%' order by email")).toEqual(
    [{ email: 'two@example.test' }, { email: 'twice@example.test' }].sort((a, b) => (a.email < b.email ? -1 : 1)),
  );
  // Somebody else's id of a form opens nothing.
  await expect(join('third@example.test', { id, password: 'another password' })).rejects.toMatchObject(
    refusal('input.invalid'),
  );
});

it('gives a known member to nobody who only types the address', async () => {
  const known = await knownMember('gold@example.test', '+852 9123 4567');
  await expect(join('gold@example.test')).rejects.toMatchObject(refusal('member.email_taken'));
  for (const login of ['gold@example.test', '9123 4567', 'nobody@example.test', 'x', '@'])
    await expect(signInMember(ports, visitor(), { login, password: '' })).rejects.toMatchObject(
      refusal('session.refused'),
    );
  for (const login of ['gold@example.test', 'nobody@example.test'])
    await expect(claimMember(ports, visitor(), { login, code: 'ABCDEFGH', password })).rejects.toMatchObject(
      refusal('claim.refused'),
    );
  expect(await rows('select 1 from members.account where member_id = $1', known.id)).toEqual([]);
});

it('gives a member for the code of staff, once, by e-mail or phone, and ends the sessions of before', async () => {
  const known = await knownMember('claimed@example.test', '+852 9123 0000');
  const { code } = await codeFor(known.id);
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
  const first = await claimMember(ports, visitor(), { login: '91230000', code: typed, password });
  expect(await whoHas(first.token)).toEqual({ memberId: known.id, name: 'Known' });
  await expect(claimMember(ports, visitor(), { login: '91230000', code, password })).rejects.toMatchObject(
    refusal('claim.refused'),
  );
  const next = await codeFor(known.id);
  const again = await claimMember(ports, visitor(), {
    login: 'claimed@example.test',
    code: next.code,
    password: 'quite another one',
  });
  expect([await whoHas(first.token), (await whoHas(again.token))?.memberId]).toEqual([undefined, known.id]);
  await expect(signInMember(ports, visitor(), { login: '91230000', password })).rejects.toMatchObject(
    refusal('session.refused'),
  );
});

it('gives who may only add members no code for one who has a password', async () => {
  const { memberId } = await join('has-password@example.test');
  const known = await knownMember('has-none@example.test');
  const makeBy = (id: string) => makeClaimCode(ports, world.merchantId, id, maker(world.ownerId, false));
  await expect(makeBy(memberId)).rejects.toMatchObject(refusal('permission.missing'));
  expect(await rows('select 1 from members.claim_code where member_id = $1', memberId)).toEqual([]);
  expect((await makeBy(known.id)).code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
});

it('lets one of two use a code at the same moment', async () => {
  const known = await knownMember('race@example.test');
  const { code } = await codeFor(known.id);
  const two = await Promise.allSettled(
    ['first password', 'second password'].map((secret) =>
      claimMember(ports, visitor(), { login: 'race@example.test', code, password: secret }),
    ),
  );
  expect(two.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rows('select 1 from members.account_session where member_id = $1', known.id)).toHaveLength(1);
});

it('lets a code die of age, of a newer one, and of five wrong tries from wherever', async () => {
  const known = await knownMember('dies@example.test');
  const claim = (code: string) => claimMember(ports, visitor(), { login: 'dies@example.test', code, password });
  const old = await codeFor(known.id);
  clock.aheadMs = dayMs + 1000;
  await expect(claim(old.code)).rejects.toMatchObject(refusal('claim.refused'));
  const replaced = await codeFor(known.id);
  const tried = await codeFor(known.id);
  await expect(claim(replaced.code)).rejects.toMatchObject(refusal('claim.refused'));
  const wrong = await Promise.allSettled(Array.from({ length: 6 }, () => claim('22222222')));
  expect(wrong.every((one) => one.status === 'rejected')).toBe(true);
  await expect(claim(tried.code)).rejects.toMatchObject(refusal('claim.refused'));
  expect((await claim((await codeFor(known.id)).code)).memberId).toBe(known.id);
});

it('stops who tries too often, at an account and from an address', async () => {
  await join('tried@example.test');
  const wrong = (login: string, from = visitor()) => signInMember(ports, from, { login, password: 'not this one' });
  for (let n = 0; n < 10; n += 1)
    await expect(wrong('tried@example.test')).rejects.toMatchObject(refusal('session.refused'));
  await expect(wrong('tried@example.test')).rejects.toMatchObject(refusal('session.too_many_tries'));
  await expect(signInMember(ports, visitor(), { login: 'tried@example.test', password })).rejects.toMatchObject(
    refusal('session.too_many_tries'),
  );
  const here = visitor();
  for (let n = 0; n < 20; n += 1)
    await expect(wrong(`some${n}@example.test`, here)).rejects.toMatchObject(refusal('session.refused'));
  await expect(join('fresh@example.test', {}, here)).rejects.toMatchObject(refusal('session.too_many_tries'));
  clock.aheadMs = 16 * 60_000;
  expect((await signInMember(ports, here, { login: 'tried@example.test', password })).memberId).toEqual(
    expect.any(String),
  );
});

it('knows nothing of another merchant’s members', async () => {
  const other = await createTestWorld({ products: 1, database: world.database });
  const { token, memberId } = await join('mine@example.test');
  const there = visitor({ merchantId: other.merchantId, channelId: other.shopId });
  await expect(signInMember(ports, there, { login: 'mine@example.test', password })).rejects.toMatchObject(
    refusal('session.refused'),
  );
  await expect(makeClaimCode(ports, other.merchantId, memberId, maker(other.ownerId))).rejects.toMatchObject(
    refusal('member.not_found'),
  );
  const { hash } = readToken(token) ?? { hash: Buffer.alloc(0) };
  expect(await readAs(ports.pool, other.merchantId, (tx) => readAccountSession(tx, hash, clock.now()))).toBeUndefined();
  expect((await join('mine@example.test', {}, there)).memberId).not.toBe(memberId);
  await other.close();
});

it('counts tries at one account, in however many ways its phone is written', async () => {
  const known = await knownMember('ways@example.test', '+852 9777 4567');
  const claimed = { login: 'ways@example.test', code: (await codeFor(known.id)).code, password };
  await claimMember(ports, visitor(), claimed);
  const ways = ['97774567', '9777 4567', '9777-4567', '+85297774567', '+852 9777 4567'];
  const wrong = (login: string) => signInMember(ports, visitor(), { login, password: 'not this one' });
  for (const login of [...ways, ...ways]) await expect(wrong(login)).rejects.toMatchObject(refusal('session.refused'));
  await expect(wrong('9 7774567')).rejects.toMatchObject(refusal('session.too_many_tries'));
  expect((await signInMember(ports, visitor(), { login: 'ways@example.test', password })).memberId).toBe(known.id);
});
