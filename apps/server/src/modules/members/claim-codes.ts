/**
 * How a person gets hold of the member that a shop knows them as, or of an account whose password is forgotten: staff who know
 * them make a one-time code. Typing somebody's address alone gives nothing.
 */
import type { Actor } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import { hashSecret, isSecret, newPairingCode, plainCode, writeAudit } from '../merchants/index.ts';
import { requireMember } from './member-rows.ts';
import { type AccountPorts, countVisitor, namedBy, type Opened, openFor, type Visitor } from './sign-in-member.ts';

const goodForMs = 24 * 3_600_000;
/** A code dies with the fifth wrong try, whoever tries and from where. */
const triesMax = 5;

/**
 * A new code for a member, good for a day and once; an older one dies. 404 for a member of nobody's. Whoever may only add
 * members gets none for one who has a password already: the code would take the account over.
 */
export async function makeClaimCode(
  { pool, clock }: AccountPorts,
  merchantId: string,
  memberId: string,
  { actor, mayReplace }: { actor: Actor; mayReplace: boolean },
): Promise<{ code: string; expiresAt: string }> {
  const account = await readAs(pool, merchantId, async (tx) => {
    await requireMember(tx, memberId);
    return tx.row(sql`select 1 from members.account where merchant_id = ${merchantId} and member_id = ${memberId}`);
  });
  if (account !== undefined && !mayReplace)
    refuse('permission.missing', 'This member has a password already: ask somebody who may change members.', {
      status: 403,
      params: { permission: 'member.change' },
    });
  const code = newPairingCode();
  const codeHash = await hashSecret(code);
  const at = new Date(clock.now()).toISOString();
  const expiresAt = new Date(clock.now() + goodForMs).toISOString();
  await readAs(pool, merchantId, async (tx) => {
    await tx.run(sql`
      insert into members.claim_code (merchant_id, member_id, id, code_hash, made_by, made_at, expires_at)
      values (${merchantId}, ${memberId}, ${newId()}, ${codeHash}, ${actor.staffId ?? null}, ${at}, ${expiresAt})
      on conflict (merchant_id, member_id) do update set id = excluded.id, code_hash = excluded.code_hash, tries = 0, made_by = excluded.made_by,
        made_at = excluded.made_at, expires_at = excluded.expires_at`);
    await writeAudit(tx, actor, 'member.claim_code_made', memberId, {});
  });
  return { code, expiresAt };
}

/**
 * Gives the member with this e-mail or phone a new password against the code; earlier sessions end. Refuses
 * `claim.refused` without telling what was wrong, and `session.too_many_tries`.
 */
export async function claimMember(
  ports: AccountPorts,
  visitor: Visitor,
  { login, code, password }: { login: string; code: string; password: string },
): Promise<Opened> {
  const { pool, clock } = ports;
  const { merchantId, channelId } = visitor;
  const refused = () => refuse('claim.refused', 'The code does not fit, was used, or is too old.', { status: 401 });
  const tries = await countVisitor(ports, visitor, login);
  const at = new Date(clock.now()).toISOString();
  // Counted before it is looked at, in a transaction of its own: a refusal does not undo it, and no two share a try.
  const known = await readAs(pool, merchantId, async (tx) => {
    const [email, phone] = Object.entries(await namedBy(tx, login)).flatMap(([key, value]) =>
      key === 'email' ? [value, null] : [null, value],
    );
    return tx.row<{ id: string; memberId: string; codeHash: string }>(sql`
      update members.claim_code c set tries = tries + 1 from members.member m
      where c.merchant_id = ${merchantId} and m.merchant_id = c.merchant_id and m.id = c.member_id and (m.email = ${email} or m.phone = ${phone})
        and c.expires_at > ${at} and c.tries < ${triesMax}
      returning c.id, c.member_id as "memberId", c.code_hash as "codeHash"`);
  });
  const isRight = await isSecret(known?.codeHash, plainCode(code));
  if (known === undefined || !isRight) return refused();
  const passwordHash = await hashSecret(password);
  const { memberId } = known;
  const opened = await readAs(pool, merchantId, async (tx) => {
    // Of two with the right code at once, one finds it.
    const used = await tx.run(
      sql`delete from members.claim_code where merchant_id = ${merchantId} and member_id = ${memberId} and id = ${known.id}`,
    );
    if (used === 0) return refused();
    await tx.run(sql`
      insert into members.account (merchant_id, member_id, password_hash, created_at, changed_at) values (${merchantId}, ${memberId}, ${passwordHash}, ${at}, ${at})
      on conflict (merchant_id, member_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`);
    await tx.run(
      sql`delete from members.account_session where merchant_id = ${merchantId} and member_id = ${memberId}`,
    );
    await writeAudit(tx, { kind: 'shopper', channelId }, 'member.claimed', memberId, {});
    return openFor(tx, ports, visitor, memberId);
  });
  await tries.succeeded();
  return opened;
}
