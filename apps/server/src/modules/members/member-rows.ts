/** Members as they are stored, and as the contract shows them. */
import type { Answer } from '@tandem/contract/index.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { staffNames } from '../merchants/index.ts';

export type MemberView = Answer<'GET /api/members/:id'>;
/** What people say of a member; kept of before and after by every change. */
export interface MemberFields {
  reference: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  tier: string | null;
  tags: string[];
  birthday: string | null;
  isTaxExempt: boolean;
  referredBy: string | null;
}
export interface MemberRow extends MemberFields {
  id: string;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string | null;
}

const columns = sql`m.id, m.reference, m.name, m.email, m.phone, m.tier, m.tags, m.birthday, m.is_tax_exempt as "isTaxExempt", m.referred_by as "referredBy",
  m.version, m.created_at as "createdAt", m.updated_at as "updatedAt", m.updated_by as "updatedBy"`;

/** Members `m` that fulfil the condition, the newest first. */
export async function readMembers(tx: Tx, condition: Sql, limit: number): Promise<MemberRow[]> {
  return tx.rows<MemberRow>(sql`
    select ${columns} from members.member m where m.merchant_id = ${tx.merchantId} and ${condition} order by m.id desc limit ${limit}`);
}

/** The member under lock; 404 when it is not there. */
export async function lockMember(tx: Tx, id: string): Promise<MemberRow> {
  const row = await tx.row<MemberRow>(
    sql`select ${columns} from members.member m where m.merchant_id = ${tx.merchantId} and m.id = ${id} for update`,
  );
  return row ?? notFound('member');
}

/** 404 unless the member is the merchant's. */
export async function requireMember(tx: Tx, id: string): Promise<MemberRow> {
  return (await readMembers(tx, sql`m.id = ${id}`, 1))[0] ?? notFound('member');
}

/** The names of members; empty where only a number is known. */
export async function memberNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select id, coalesce(nullif(name, ''), reference, '') as name from members.member
    where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The rows as the contract shows them; two statements, however many. */
export async function viewsOf(tx: Tx, rows: readonly MemberRow[]): Promise<MemberView[]> {
  const staff = await staffNames(
    tx,
    rows.flatMap((row) => row.updatedBy ?? []),
  );
  const referrers = await memberNames(
    tx,
    rows.flatMap((row) => row.referredBy ?? []),
  );
  return rows.map(({ referredBy, ...row }) => ({
    ...row,
    referredBy: referredBy === null ? null : { id: referredBy, name: referrers.get(referredBy) ?? '' },
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: staff.get(row.updatedBy ?? '') ?? null,
  }));
}

export async function memberView(tx: Tx, id: string): Promise<MemberView> {
  return (await viewsOf(tx, [await requireMember(tx, id)]))[0] as MemberView;
}

export const fieldsOf = (row: MemberFields): MemberFields => ({
  reference: row.reference,
  name: row.name,
  email: row.email,
  phone: row.phone,
  tier: row.tier,
  tags: row.tags,
  birthday: row.birthday,
  isTaxExempt: row.isTaxExempt,
  referredBy: row.referredBy,
});
