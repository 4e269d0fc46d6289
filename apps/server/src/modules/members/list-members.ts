/** Members in a list, the labels that they have, and the history of one. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { join, type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { staffNames } from '../merchants/index.ts';
import { normalEmail } from './check-member.ts';
import { type MemberRow, readMembers, requireMember, viewsOf } from './member-rows.ts';

/** A page of members, the newest first. */
export async function listMembers(
  tx: Tx,
  { search, tier, tag, cursor, limit = 50 }: Query<'GET /api/members'>,
): Promise<Answer<'GET /api/members'>> {
  const conditions: Sql[] = [isFound(search ?? '')];
  if (tier !== undefined) conditions.push(sql`m.tier = ${tier}`);
  if (tag !== undefined) conditions.push(sql`${tag} = any (m.tags)`);
  const before = readCursor(cursor, ['id']);
  if (before !== undefined) conditions.push(sql`m.id < ${before[0]}`);
  const rows = await readMembers(tx, join(conditions, ' and '), limit + 1);
  const page = rows.slice(0, limit);
  return { items: await viewsOf(tx, page), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Those that the words find, the newest first; none for blanks. */
export async function findMembers(tx: Tx, search: string, limit: number): Promise<MemberRow[]> {
  return normaliseSearch(search) === '' ? [] : readMembers(tx, isFound(search), limit);
}

/** The ids of those of a tier, with a tag, or both; of everybody where neither is asked for. At most so many. */
export async function membersWith(
  tx: Tx,
  { tier, tag }: { tier?: string | undefined; tag?: string | undefined },
  limit: number,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from members.member where merchant_id = ${tx.merchantId} and (${tier ?? null}::text is null or tier = ${tier ?? null})
      and (${tag ?? null}::text is null or ${tag ?? null} = any (tags)) order by id limit ${limit}`);
  return rows.map((row) => row.id);
}

/** The member with this e-mail, compared without case and outer blanks. */
export async function memberByEmail(tx: Tx, email: string): Promise<MemberRow | undefined> {
  return (await readMembers(tx, sql`m.email = ${normalEmail(email)}`, 1))[0];
}

/** Fewer digits than these are the end of a number and no whole one. */
const nationalMin = 6;

/** Every word begins a word of name, e-mail or number, Chinese may stand anywhere; digits are also looked for in the phone. */
function isFound(search: string): Sql {
  const words = normaliseSearch(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return sql`true`;
  const matches = words.map((word) => {
    const start =
      /^[\p{L}\p{N}]/u.test(word) && !/^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u.test(word)
        ? ' '
        : '';
    return sql`(' ' || m.search_text) like ${`%${start}${word.replace(/[\\%_]/g, '\\$&')}%`}`;
  });
  const named = sql`(${join(matches, ' and ')})`;
  const digits = search.normalize('NFKC').replace(/[\s()+./-]/g, '');
  if (!/^\d{3,15}$/.test(digits)) return named;
  // The nought before a number of home is not kept; one at the beginning of its end is.
  const national = digits.replace(/^0+/, '');
  const phones = national === digits || national.length < nationalMin ? [digits] : [digits, national];
  return sql`(${join([named, ...phones.map((one) => sql`m.phone like ${`%${one}%`}`)], ' or ')})`;
}

/** Tiers and tags with how many members have them, the most frequent first. */
export async function memberLabels(tx: Tx): Promise<Answer<'GET /api/member-labels'>> {
  const tiers = await tx.rows<{ label: string; count: number }>(sql`
    select tier as label, count(*)::bigint as count from members.member
    where merchant_id = ${tx.merchantId} and tier is not null group by tier order by 2 desc, 1 limit 200`);
  const tags = await tx.rows<{ label: string; count: number }>(sql`
    select tag as label, count(*)::bigint as count from members.member m cross join unnest(m.tags) as tag
    where m.merchant_id = ${tx.merchantId} group by tag order by 2 desc, 1 limit 200`);
  return { tiers, tags };
}

type Change = Answer<'GET /api/members/:id/history'>['items'][number];

/** The changes of a member, the last first. 404 for a member of nobody's. */
export async function historyOf(tx: Tx, id: string): Promise<Change[]> {
  await requireMember(tx, id);
  const rows = await tx.rows<Omit<Change, 'at' | 'staffName'> & { at: Date }>(sql`
    select version, event, at, staff_id as "staffId", before, after from members.member_change
    where merchant_id = ${tx.merchantId} and member_id = ${id} order by version desc limit 200`);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.staffId ?? []),
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), staffName: names.get(row.staffId ?? '') ?? null }));
}
