/** Sales of tills that went beyond what a promotion may give: without the network they could not know. They stand. */
import type { Limits, Promotion } from '@tandem/domain/promotions/promotion.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Counts } from './usage-counts.ts';
import type { NewUse } from './usage-ledger.ts';

export type TotalLimit = 'uses' | 'usesPerDay' | 'usesPerMember' | 'pieces' | 'budgetAmount';
export interface GoneBeyond {
  orderId: string;
  locationId: string | null;
  promotionId: string;
  name: Promotion['name'];
  code: string | null;
  limit: TotalLimit;
  most: number;
  /** What it came to with this sale. */
  reached: number;
}

/**
 * The first limit of each promotion that each sale went beyond, in the order of the sales. Holds of baskets that are being
 * paid are no uses yet. The totals are locked, and do not have these uses in them.
 */
export async function usesBeyond(
  tx: Tx,
  sales: readonly NewUse[],
  limited: ReadonlyMap<string, Promotion>,
): Promise<GoneBeyond[]> {
  if (limited.size === 0) return [];
  const sums = await totalsOf(tx, [...limited.keys()], sales);
  return sales.flatMap((sale) => {
    const found = new Map<string, GoneBeyond>();
    for (const { promotionId, code, times, pieces, amount } of sale.applied) {
      const promotion = limited.get(promotionId);
      if (promotion === undefined) continue;
      for (const scope of scopesOf(sale)) {
        const key = `${promotionId} ${scope}`;
        const before = sums.get(key) ?? { uses: 0, pieces: 0, amount: 0 };
        sums.set(key, { uses: before.uses + times, pieces: before.pieces + pieces, amount: before.amount + amount });
      }
      const passed = firstPassed(promotion.limits, (scope) => sums.get(`${promotionId} ${scope}`), sale);
      const { orderId, locationId } = sale;
      if (passed) found.set(promotionId, { orderId, locationId, promotionId, name: promotion.name, code, ...passed });
    }
    return [...found.values()];
  });
}

const memberScope = (memberId: string): string => `member:${memberId}`;
const scopesOf = ({ day, memberId }: NewUse): string[] => [
  '',
  day,
  ...(memberId === null ? [] : [memberScope(memberId)]),
];

function firstPassed(
  limits: Limits,
  sumOf: (scope: string) => Counts | undefined,
  { day, memberId }: NewUse,
): Pick<GoneBeyond, 'limit' | 'most' | 'reached'> | undefined {
  const all = sumOf('');
  const member = memberId === null ? undefined : sumOf(memberScope(memberId));
  const reached: [TotalLimit, number | undefined][] = [
    ['uses', all?.uses],
    ['usesPerDay', sumOf(day)?.uses],
    ['usesPerMember', member?.uses],
    ['pieces', all?.pieces],
    ['budgetAmount', all?.amount],
  ];
  return reached.flatMap(([limit, sum = 0]) => {
    const most = limits[limit];
    return most !== null && sum > most ? [{ limit, most, reached: sum }] : [];
  })[0];
}

async function totalsOf(tx: Tx, ids: readonly string[], sales: readonly NewUse[]): Promise<Map<string, Counts>> {
  const scopes = [...new Set(sales.flatMap(scopesOf))];
  const rows = await tx.rows<Counts & { id: string; scope: string }>(sql`
    select promotion_id as id, scope, uses, pieces, amount from promotions.usage_total
    where merchant_id = ${tx.merchantId} and promotion_id = any (${[...ids]}::uuid[]) and scope = any (${scopes}::text[])`);
  return new Map(rows.map(({ id, scope, ...counts }) => [`${id} ${scope}`, counts]));
}
