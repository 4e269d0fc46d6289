/** A shopper becomes a member, or signs in as one. No commands: their answers hold a secret, and answers are kept for ever. */
import { normalPhone } from '@tandem/domain/text/phone.ts';
import { secretHash } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { RefusalError, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { countTries, hashSecret, isSecret, sellingFacts, type Tries, writeAudit } from '../merchants/index.ts';
import { openAccountSession } from './account-sessions.ts';
import { insertMember } from './change-members.ts';
import { normalEmail } from './check-member.ts';

export type AccountPorts = Pick<Platform, 'pool' | 'clock'>;

/** Who asks, from where. */
export interface Visitor {
  merchantId: string;
  channelId: string;
  address: string;
  userAgent: string;
}
export interface Opened {
  token: string;
  memberId: string;
}

/** Tries from one address, whatever they try: none of them may ask who is a member for long. */
const addressMax = 20;
const accountMax = 10;

/**
 * Adds a member with an account, under the id of the act: sent twice, it is one member. Refuses `member.email_taken` where the
 * e-mail is a member's already, whether that one has an account or not, and `session.too_many_tries`.
 */
export async function joinAsMember(
  ports: AccountPorts,
  visitor: Visitor,
  asked: { id: string; name: string; email: string; password: string },
): Promise<Opened> {
  const { merchantId, channelId } = visitor;
  const { id, name, email, password } = asked;
  const tries = await countVisitor(ports, visitor);
  const passwordHash = await hashSecret(password);
  const at = new Date(ports.clock.now()).toISOString();
  const actor = { kind: 'shopper' as const, channelId };
  const join = () =>
    readAs(ports.pool, merchantId, async (tx) => {
      await insertMember(tx, { id, body: { name, email }, actor, at });
      await tx.run(sql`
        insert into members.account (merchant_id, member_id, password_hash, created_at, changed_at)
        values (${merchantId}, ${id}, ${passwordHash}, ${at}, ${at})`);
      await writeAudit(tx, actor, 'member.joined', id, {});
      return openFor(tx, ports, visitor, id);
    });
  const opened = await join().catch(async (error: unknown) => {
    // The form was sent twice: whoever knows its id and its password made this member a moment ago.
    const isTwice = (error as { code?: string }).code === '23505' || error instanceof RefusalError;
    const known = isTwice ? await readAs(ports.pool, merchantId, (tx) => accountOf(tx, { id })) : undefined;
    const isSame = await isSecret(known?.passwordHash, password);
    if (isTwice && !isSame && !(error instanceof RefusalError))
      return refuse('input.invalid', 'The form was used before.', { status: 400, field: 'id' });
    if (known === undefined || !isSame) throw error;
    return readAs(ports.pool, merchantId, (tx) => openFor(tx, ports, visitor, id));
  });
  await tries.succeeded();
  return opened;
}

/**
 * Signs a member in with e-mail or phone and password. Refuses `session.refused` without telling what was wrong, and
 * `session.too_many_tries` after 10 for an account or 20 from an address within 15 minutes.
 */
export async function signInMember(
  ports: AccountPorts,
  visitor: Visitor,
  { login, password }: { login: string; password: string },
): Promise<Opened> {
  const { merchantId } = visitor;
  const tries = await countVisitor(ports, visitor, login);
  const known = await readAs(ports.pool, merchantId, async (tx) => accountOf(tx, await namedBy(tx, login)));
  const isRight = await isSecret(known?.passwordHash, password);
  if (known === undefined || !isRight)
    return refuse('session.refused', 'The e-mail, the phone or the password is not right.', { status: 401 });
  const opened = await readAs(ports.pool, merchantId, (tx) => openFor(tx, ports, visitor, known.memberId));
  await tries.succeeded();
  return opened;
}

/** Counts a try by the visitor's address and, where one is named, at the account. */
export async function countVisitor(
  ports: AccountPorts,
  { merchantId, address }: Visitor,
  login?: string,
): Promise<Tries> {
  const account = login === undefined ? [] : [{ subject: await subjectOf(ports, merchantId, login), max: accountMax }];
  return countTries(ports, merchantId, [...account, { subject: `shopper ${address}`, max: addressMax }]);
}

/** By what the account is looked for: an e-mail, or a phone as it is compared. Nobody has an empty e-mail. */
export async function namedBy(tx: Tx, login: string): Promise<{ email: string } | { phone: string }> {
  if (login.includes('@')) return { email: normalEmail(login) };
  const { currency } = await sellingFacts(tx);
  const phone = normalPhone(login, currency);
  return phone === null ? { email: '' } : { phone };
}

/** Opens a session for the visitor. */
export async function openFor(tx: Tx, { clock }: AccountPorts, visitor: Visitor, memberId: string): Promise<Opened> {
  const { userAgent } = visitor;
  return { memberId, token: await openAccountSession(tx, { memberId, userAgent, now: clock.now() }) };
}

async function accountOf(
  tx: Tx,
  named: { email: string } | { phone: string } | { id: string },
): Promise<{ memberId: string; passwordHash: string } | undefined> {
  const [email, phone, id] = ['email', 'phone', 'id'].map((key) => (named as Record<string, string>)[key] ?? null);
  return tx.row(sql`
    select a.member_id as "memberId", a.password_hash as "passwordHash" from members.account a
    join members.member m on m.merchant_id = a.merchant_id and m.id = a.member_id
    where a.merchant_id = ${tx.merchantId} and (m.email = ${email} or m.phone = ${phone} or m.id = ${id}::uuid)`);
}

/** By what the account is looked for, not by what was typed: a phone can be written in many ways. */
async function subjectOf({ pool }: AccountPorts, merchantId: string, login: string): Promise<string> {
  const named = Object.values(await readAs(pool, merchantId, (tx) => namedBy(tx, login))).join();
  return `member ${secretHash(named === '' ? login : named).toString('base64url')}`;
}
