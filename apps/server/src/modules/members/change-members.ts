/** Members are added and changed; each leaves its before and after. */
import type { Body } from '@tandem/contract/index.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { type Actor, type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';
import { checkMember, memberTaken } from './check-member.ts';
import { fieldsOf, lockMember, type MemberFields, type MemberView, memberView } from './member-rows.ts';

export type NewMember = Body<'POST /api/members'>;

/** Adds a member under the command's id. Refuses what `checkMember` refuses. */
export const addMember = singleKind(
  'member.add',
  async (tx: Tx, { id, body, actor, at }: Command<NewMember>): Promise<MemberView> => {
    await insertMember(tx, { id, actor, at, body });
    return memberView(tx, id);
  },
);

/** The same within another command, e.g. when a shopper signs up. `at` is an instant (ISO). */
export async function insertMember(tx: Tx, { id, body, actor, at }: Command<NewMember>): Promise<void> {
  const nothing: Omit<MemberFields, 'name'> = {
    reference: null,
    email: null,
    phone: null,
    tier: null,
    tags: [],
    birthday: null,
    isTaxExempt: false,
    referredBy: null,
  };
  const after = await checkMember(tx, id, fieldsOf({ ...nothing, ...body }), at);
  const staffId = actor.staffId ?? null;
  await refusingTaken(memberTaken, () =>
    tx.run(sql`
    insert into members.member (merchant_id, id, reference, name, email, phone, tier, tags, birthday, is_tax_exempt, referred_by, search_text, created_at, updated_at, updated_by)
    values (${tx.merchantId}, ${id}, ${after.reference}, ${after.name}, ${after.email}, ${after.phone}, ${after.tier}, ${after.tags}::text[], ${after.birthday},
      ${after.isTaxExempt}, ${after.referredBy}, ${searchTextOf(after)}, ${at}, ${at}, ${staffId})`),
  );
  await note(tx, actor, at, { id, version: 1, before: null, after });
}

export type MemberChangeBody = { memberId: string } & Body<'PUT /api/members/:id'>;

/** Changes a member. Refuses `member.changed_meanwhile` where another version was looked at, and what `checkMember` refuses. */
export const changeMember = singleKind(
  'member.change',
  async (tx: Tx, { body, actor, at }: Command<MemberChangeBody>): Promise<MemberView> => {
    const before = await lockMember(tx, body.memberId);
    if (before.version !== body.version)
      refuse('member.changed_meanwhile', 'Somebody changed it meanwhile. Look at it again.', {
        status: 409,
        field: 'version',
        params: { version: before.version },
      });
    const after = await checkMember(tx, before.id, fieldsOf(body), at);
    const version = before.version + 1;
    await refusingTaken(memberTaken, () =>
      tx.run(sql`
      update members.member set reference = ${after.reference}, name = ${after.name}, email = ${after.email}, phone = ${after.phone}, tier = ${after.tier},
        tags = ${after.tags}::text[], birthday = ${after.birthday}, is_tax_exempt = ${after.isTaxExempt}, referred_by = ${after.referredBy},
        search_text = ${searchTextOf(after)}, version = ${version}, updated_at = ${at}, updated_by = ${actor.staffId ?? null}
      where merchant_id = ${tx.merchantId} and id = ${before.id}`),
    );
    await note(tx, actor, at, { id: before.id, version, before: fieldsOf(before), after });
    return memberView(tx, before.id);
  },
);

/** What a search looks through; the phone is compared by its digits alone. */
export function searchTextOf({ name, email, reference }: Pick<MemberFields, 'name' | 'email' | 'reference'>): string {
  return normaliseSearch([name, email, reference].filter((text) => text !== null).join(' '));
}

async function note(
  tx: Tx,
  actor: Actor,
  at: string,
  change: { id: string; version: number; before: MemberFields | null; after: MemberFields },
): Promise<void> {
  const { id, version, before, after } = change;
  const event = before === null ? 'created' : 'changed';
  await tx.run(sql`
    insert into members.member_change (merchant_id, member_id, version, event, at, staff_id, before, after)
    values (${tx.merchantId}, ${id}, ${version}, ${event}, ${at}, ${actor.staffId ?? null}, ${before === null ? null : JSON.stringify(before)}, ${JSON.stringify(after)})`);
  // What is personal stands with the member alone; the audit names the fields.
  const fields = Object.keys(after).filter(
    (field) =>
      JSON.stringify(before?.[field as keyof MemberFields]) !== JSON.stringify(after[field as keyof MemberFields]),
  );
  await writeAudit(tx, actor, `member.${event}`, id, { version, fields });
}
