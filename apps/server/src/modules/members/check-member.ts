/** What may be said of a member: addresses and numbers as they are compared, days that the calendar has. */
import { normalPhone } from '@tandem/domain/text/phone.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts } from '../merchants/index.ts';
import { knownMembers } from './known-members.ts';
import type { MemberFields } from './member-rows.ts';

/** E-mail as it is compared: without case and outer blanks. */
export const normalEmail = (email: string): string => email.trim().toLowerCase();

/**
 * The fields as they are kept. Refuses what is no phone number or no day, a member who refers to itself, and a number,
 * phone or e-mail that another member has, named with its field; 404 for a referrer of nobody's. `at` is an instant (ISO).
 */
export async function checkMember(tx: Tx, id: string, given: MemberFields, at: string): Promise<MemberFields> {
  const { currency } = await sellingFacts(tx);
  const fields: MemberFields = {
    ...given,
    name: given.name.trim(),
    email: given.email === null ? null : normalEmail(given.email),
    phone: given.phone === null ? null : (normalPhone(given.phone, currency) ?? noPhone()),
    tier: given.tier === null ? null : given.tier.trim(),
    tags: [...new Set(given.tags.map((tag) => tag.trim()))],
  };
  checkBirthday(fields.birthday, at);
  if (fields.referredBy === id)
    refuse('member.refers_to_itself', 'Nobody can have brought themselves.', { field: 'referredBy' });
  if (fields.referredBy !== null && !(await knownMembers(tx, [fields.referredBy])).has(fields.referredBy))
    notFound('member');
  await requireFree(tx, id, fields);
  return fields;
}

function noPhone(): never {
  return refuse('member.phone', 'A phone number has 5 to 15 digits.', { field: 'phone' });
}

/** A day that is there, in this century or the last, not to come; without a year 29 February is one. */
function checkBirthday(birthday: string | null, at: string): void {
  if (birthday === null) return;
  const full = birthday.startsWith('--') ? `2000-${birthday.slice(2)}` : birthday;
  const day = new Date(`${full}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(full);
  if (!isDay || full < '1900' || full > at.slice(0, 10))
    refuse('member.birthday', 'There is no such day to be born on.', { field: 'birthday' });
}

/** Constraint → refusal: the last word where two are written at once. */
export const memberTaken = {
  member_merchant_id_reference_key: ['member.reference_taken', 'reference'],
  member_email: ['member.email_taken', 'email'],
  member_phone: ['member.phone_taken', 'phone'],
} as const;

/** Tells whose it is, so that a till can offer that member instead. */
async function requireFree(tx: Tx, id: string, { reference, email, phone }: MemberFields): Promise<void> {
  const others = await tx.rows<{
    id: string;
    reference: string | null;
    email: string | null;
    phone: string | null;
  }>(sql`
    select id, reference, email, phone from members.member
    where merchant_id = ${tx.merchantId} and id <> ${id} and (reference = ${reference} or email = ${email} or phone = ${phone}) order by id`);
  const check = (field: 'reference' | 'email' | 'phone', value: string | null) => {
    const other = value === null ? undefined : others.find((one) => one[field] === value);
    if (other !== undefined)
      refuse(`member.${field}_taken`, 'Another member has it.', { field, params: { memberId: other.id } });
  };
  check('email', email);
  check('phone', phone);
  check('reference', reference);
}
