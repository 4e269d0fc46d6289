/** What limited promotions have left at this till: the server's counts, this device's sales since, and a quota offline. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Usage } from '@tandem/domain/pricing/basket.ts';
import { defaultCodeQuota, type RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Limits, Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { StoredSale } from './sale.ts';

export type PromotionCounts = Answer<'GET /api/till/promotion-uses'>;
type Sold = Pick<StoredSale, 'body' | 'state'>;

/** What limits look at, and the promotions whose codes this device gave as often as it may without the network. */
export interface KnownUses {
  readonly usage: Readonly<Record<string, Usage>>;
  readonly quotaUsed: ReadonlySet<string>;
  /** How often it may. */
  readonly quota: number;
  /** Did the server tell, and can it tell again? What others use meanwhile is not known offline. */
  readonly isCurrent: boolean;
}

interface Known {
  readonly rules: RuleSet;
  /** What the server said last. */
  readonly counts: PromotionCounts | undefined;
  /** Sales of this device that those counts may not have in them. */
  readonly sales: readonly Sold[];
  /** Business date of now. */
  readonly day: string;
  readonly isOnline: boolean;
}

const none: Usage = { uses: 0, usesToday: 0, usesByMember: 0, pieces: 0, amount: 0 };

/** May another use be refused for what others used? */
export function isLimited({ limits }: Pick<Promotion, 'limits'>): boolean {
  const { uses, usesPerMember, usesPerDay, pieces, budgetAmount } = limits;
  return [uses, usesPerMember, usesPerDay, pieces, budgetAmount].some((limit) => limit !== null);
}

/** Counts what is known. Offline a shared code with a limit counts as used up once this device gave it as often as it may. */
export function knownUses({ rules, counts, sales, day, isOnline }: Known): KnownUses {
  const usage: Record<string, Usage> = {};
  const quotaUsed = new Set<string>();
  const quota = rules.settings.codesOffline ?? defaultCodeQuota;
  for (const promotion of rules.promotions.filter(isLimited)) {
    const { id, limits, trigger } = promotion;
    const told = counts?.items.find(({ promotionId }) => promotionId === id);
    const isToday = counts?.day === day;
    let known = countSales(id, sales, { ...none, ...told, usesToday: isToday ? (told?.usesToday ?? 0) : 0 });
    if (!isOnline && trigger.kind === 'code') {
      const left = Math.max(0, quota - givenOffline(id, sales));
      if (left === 0) quotaUsed.add(id);
      known = atLeast(known, limits, left);
    }
    if (Object.values(known).some((count) => count > 0)) usage[id] = known;
  }
  return { usage, quotaUsed, quota, isCurrent: isOnline && counts !== undefined };
}

/** How many uses or pieces are left of it for everybody; null where neither is limited. */
export function leftOf(
  { limits }: Pick<Promotion, 'limits'>,
  usage: Usage = none,
): { kind: 'uses' | 'pieces'; count: number } | null {
  const uses = Math.min(
    (limits.uses ?? Number.POSITIVE_INFINITY) - usage.uses,
    (limits.usesPerDay ?? Number.POSITIVE_INFINITY) - usage.usesToday,
  );
  const pieces = (limits.pieces ?? Number.POSITIVE_INFINITY) - usage.pieces;
  const count = Math.max(0, Math.min(uses, pieces));
  return Number.isFinite(count) ? { kind: pieces < uses ? 'pieces' : 'uses', count } : null;
}

/** Adds what this device gave. What was sold yesterday and not sent yet counts as of today: rather one too few. */
function countSales(
  id: string,
  sales: readonly Sold[],
  { uses, usesToday, usesByMember, pieces, amount }: Usage,
): Usage {
  const sum = { uses, usesToday, usesByMember, pieces, amount };
  for (const one of sales.flatMap(({ body }) => body.pricing?.applied ?? [])) {
    if (one.promotionId !== id) continue;
    sum.uses += one.times;
    sum.usesToday += one.times;
    sum.pieces += one.pieces;
    sum.amount += one.amount;
  }
  return sum;
}

/** Shared codes in sales that the server has not heard of. */
function givenOffline(promotionId: string, sales: readonly Sold[]): number {
  return sales
    .filter(({ state }) => state === 'waiting')
    .flatMap(({ body }) => body.pricing?.applied ?? [])
    .filter((one) => one.promotionId === promotionId && one.couponId === null)
    .reduce((sum, { times }) => sum + times, 0);
}

/** As much is used as leaves `left` more uses; where none is left every limit counts as reached. */
function atLeast(known: Usage, limits: Limits, left: number): Usage {
  const whole = (limit: number | null, count: number) => (left === 0 ? Math.max(limit ?? 0, count) : count);
  const but = (limit: number | null, count: number) => Math.max((limit ?? 0) - left, count);
  return {
    uses: but(limits.uses, known.uses),
    usesToday: but(limits.usesPerDay, known.usesToday),
    usesByMember: whole(limits.usesPerMember, known.usesByMember),
    pieces: whole(limits.pieces, known.pieces),
    amount: whole(limits.budgetAmount, known.amount),
  };
}
