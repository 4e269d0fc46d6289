/** What limited promotions gave so far, under their lock, and who is told when one of them is used up or can be used again. */
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';

export interface Counts {
  uses: number;
  pieces: number;
  amount: number;
}
/** What is added to or, below zero, taken from the counts of a promotion on a business date. */
export interface CountChange extends Counts {
  promotionId: string;
  day: string;
}

/** May another use of it be refused for what others used? */
export function isLimited({ limits }: Promotion): boolean {
  const { uses, usesPerMember, usesPerDay, pieces, budgetAmount } = limits;
  return [uses, usesPerMember, usesPerDay, pieces, budgetAmount].some((limit) => limit !== null);
}

/** Is there nothing left of it for anybody? A limit for each member says nothing of the others. */
export function isSpent({ limits }: Promotion, all: Counts, today: Pick<Counts, 'uses'>): boolean {
  const reached = (limit: number | null, used: number) => limit !== null && used >= limit;
  return (
    reached(limits.uses, all.uses) ||
    reached(limits.usesPerDay, today.uses) ||
    reached(limits.pieces, all.pieces) ||
    reached(limits.budgetAmount, all.amount)
  );
}

/** Uses and claims that did not run out, by `<promotion> <scope>`; the promotions stay locked, in id order, until the commit. */
export async function lockCounts(
  tx: Tx,
  ids: readonly string[],
  scopes: readonly string[],
  at: string,
): Promise<Map<string, Counts>> {
  if (ids.length === 0) return new Map();
  // The row of all uses is the lock of its promotion, also where nobody used it yet.
  await tx.run(sql`
    insert into promotions.usage_total as t (merchant_id, promotion_id, scope)
    select ${tx.merchantId}::uuid, id, '' from unnest(${[...ids]}::uuid[]) as p (id) order by id
    on conflict (merchant_id, promotion_id, scope) do update set uses = t.uses`);
  const rows = await tx.rows<Counts & { id: string; scope: string }>(sql`
    select id, scope, sum(uses)::bigint as uses, sum(pieces)::bigint as pieces, sum(amount)::bigint as amount from (
      select promotion_id as id, scope, uses, pieces, amount from promotions.usage_total
      where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and scope = any (${[...scopes]}::text[])
      union all
      select promotion_id, s.scope, times, pieces, amount from promotions.usage_hold h
      cross join lateral (values (''), (h.business_date::text), ('member:' || h.member_id)) as s (scope)
      where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and expires_at > ${at} and s.scope = any (${[...scopes]}::text[])
    ) as counted group by id, scope`);
  return new Map(rows.map(({ id, scope, ...counts }) => [`${id} ${scope}`, counts]));
}

/**
 * Tells the catalogue stream of limited promotions that these changes use up or bring back. Locks their counts; `isDone`: the counts
 * have the changes in them already.
 */
export async function tellSpent(
  tx: Tx,
  rules: RuleSet,
  changes: readonly CountChange[],
  { at, isDone }: { at: string; isDone: boolean },
): Promise<void> {
  const touched = new Set(changes.map((change) => change.promotionId));
  const limited = rules.promotions.filter((promotion) => touched.has(promotion.id) && isLimited(promotion));
  if (limited.length === 0) return;
  const days = [...new Set(changes.map((change) => change.day))];
  const counts = await lockCounts(tx, limited.map(({ id }) => id).sort(), ['', ...days], at);
  tellChanged(tx, limited, counts, changes, isDone);
}

/** As `tellSpent`, of limited promotions whose counts the caller has locked. */
export function tellChanged(
  tx: Tx,
  limited: readonly Promotion[],
  counts: ReadonlyMap<string, Counts>,
  changes: readonly CountChange[],
  isDone: boolean,
): void {
  const days = [...new Set(changes.map((change) => change.day))];
  const nothing = { uses: 0, pieces: 0, amount: 0 };
  for (const promotion of limited) {
    const own = changes.filter((change) => change.promotionId === promotion.id);
    const isTold = days.some((day) => {
      const all = counts.get(`${promotion.id} `) ?? nothing;
      const today = counts.get(`${promotion.id} ${day}`) ?? nothing;
      const other = isDone ? -1 : 1;
      const onDay = own.filter((change) => change.day === day);
      return isSpent(promotion, all, today) !== isSpent(promotion, addTo(all, own, other), addTo(today, onDay, other));
    });
    if (isTold) tellOffers(tx, promotion.id);
  }
}

/** Pages, baskets and tills that show the promotion ask again. */
export function tellOffers(tx: Tx, promotionId: string): void {
  tx.changes.add('catalog', { type: 'offers', promotionId });
}

function addTo(counts: Counts, changes: readonly Counts[], sign: 1 | -1): Counts {
  const sum = { ...counts };
  for (const change of changes) {
    sum.uses += sign * change.uses;
    sum.pieces += sign * change.pieces;
    sum.amount += sign * change.amount;
  }
  return sum;
}
