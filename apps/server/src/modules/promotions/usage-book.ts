/**
 * Uses of limited promotions under lock. Totals and coupons are locked in id order, then decided in memory, one basket after
 * the other; what was claimed is written with one statement for each table. So of 500 parallel orders on 100 uses 100 get it.
 */
import type { KnownCode, Usage } from '@tandem/domain/pricing/basket.ts';
import type { AppliedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { normalCode } from './check-definition.ts';
import { type CouponRow, couponRefusal, lockCoupons, readCoupons, writeCoupons } from './coupon-rows.ts';
import { type Counts, isLimited, isSpent, lockCounts, tellOffers } from './usage-counts.ts';
import { appendUses, type NewUse } from './usage-ledger.ts';

/** A basket that is paid or ordered now. */
export interface Claimant {
  basketId: string;
  memberId: string | null;
  codes: readonly string[];
  /** Business date. */
  day: string;
}
export interface UsageBook {
  /** What limits look at, this basket's own earlier claim left out. */
  usage(who: Claimant): Record<string, Usage>;
  /** What the basket's codes are that no promotion shares. */
  knownCodes(who: Claimant): KnownCode[];
  /** Claims what was applied until the payment's holds run out, in the place of what the basket had claimed before. */
  hold(who: Claimant, applied: readonly AppliedPromotion[], expiresAt: string): void;
  /** Lets go what the basket had claimed. */
  release(who: Claimant): void;
  /** Turns it into uses of an order. */
  use(who: Claimant, order: Omit<NewUse, 'applied' | 'memberId' | 'day'>, applied: readonly AppliedPromotion[]): void;
  /** Sends everything with the transaction's last statements. */
  write(tx: Tx): void;
}

export interface Claim extends Counts {
  basketId: string;
  promotionId: string;
  memberId: string | null;
  day: string;
  expiresAt: string;
}

/** The limited promotions that these codes, or no code, may trigger. A unique code may trigger any that takes codes. */
export function limitedFor(rules: RuleSet, codes: readonly string[]): string[] {
  const limited = rules.promotions.filter(
    (promotion) => isLimited(promotion) && (promotion.trigger.kind === 'automatic' || codes.length > 0),
  );
  return [...new Set(limited.map((promotion) => promotion.id))].sort();
}

const scopesOf = (memberId: string | null, day: string): string[] => [
  '',
  day,
  ...(memberId === null ? [] : [`member:${memberId}`]),
];

/** Locks what these baskets may use. `own` is what `takeClaims` gave for them, `at` an instant (ISO). */
export async function openUsageBook(
  tx: Tx,
  rules: RuleSet,
  claimants: readonly Claimant[],
  own: readonly Claim[],
  at: string,
): Promise<UsageBook> {
  const baskets = claimants.map((who) => who.basketId);
  const entered = claimants.flatMap((who) => who.codes);
  const ids = limitedFor(rules, entered);
  const scopes = [...new Set(claimants.flatMap((who) => scopesOf(who.memberId, who.day)))];
  const counts = await lockCounts(tx, ids, scopes, at);
  const coupons = await lockCoupons(tx, uniqueCodes(rules, entered), baskets);
  return newBook({ rules, limited: new Set(ids), counts, coupons, own, at });
}

/** The codes, as they are compared, that no promotion shares: they may be unique ones. */
function uniqueCodes(rules: RuleSet, codes: readonly string[]): string[] {
  if (codes.length === 0) return [];
  const shared = new Set(
    rules.promotions.flatMap(({ trigger }) => (trigger.kind === 'code' ? trigger.sharedCodes.map(normalCode) : [])),
  );
  return [...new Set(codes.map(normalCode))].filter((code) => !shared.has(code)).sort();
}

/** What codes are that no promotion shares, without a lock: for what is shown. */
export async function knownCodesOf(
  tx: Tx,
  rules: RuleSet,
  codes: readonly string[],
  at: string,
): Promise<(who: Pick<Claimant, 'codes' | 'memberId'> & { basketId: string | null }) => KnownCode[]> {
  return codesIn(await readCoupons(tx, uniqueCodes(rules, codes)), at);
}

function codesIn(coupons: ReadonlyMap<string, CouponRow>, at: string) {
  return (who: Pick<Claimant, 'codes' | 'memberId'> & { basketId: string | null }): KnownCode[] =>
    who.codes.flatMap((code) => {
      const coupon = coupons.get(normalCode(code));
      return coupon === undefined ? [] : [{ ...couponRefusal(coupon, who, at), code }];
    });
}

/** Takes away the claims that these baskets have already, to be kept, replaced or turned into uses by the usage book. */
export async function takeClaims(tx: Tx, baskets: readonly string[], at: string): Promise<Claim[]> {
  if (baskets.length === 0) return [];
  const rows = await tx.rows<Omit<Claim, 'expiresAt'> & { expiresAt: Date }>(sql`
    delete from promotions.usage_hold where merchant_id = ${tx.merchantId} and basket_id = any (${[...baskets]}::uuid[])
    returning basket_id as "basketId", promotion_id as "promotionId", member_id as "memberId", business_date as day, times as uses, pieces, amount, expires_at as "expiresAt"`);
  return rows
    .map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() }))
    .filter((claim) => claim.expiresAt > at);
}

interface Opened {
  rules: RuleSet;
  limited: ReadonlySet<string>;
  counts: Map<string, Counts>;
  coupons: ReadonlyMap<string, CouponRow>;
  own: readonly Claim[];
  at: string;
}

function newBook({ rules, limited, counts, coupons, own, at }: Opened): UsageBook {
  const claims = new Map<string, Claim[]>();
  const uses: NewUse[] = [];
  const countsOf = (id: string, scope: string): Counts => {
    const found = counts.get(`${id} ${scope}`) ?? { uses: 0, pieces: 0, amount: 0 };
    counts.set(`${id} ${scope}`, found);
    return found;
  };
  const count = (claim: Claim, sign: 1 | -1) => {
    for (const scope of scopesOf(claim.memberId, claim.day)) {
      const sum = countsOf(claim.promotionId, scope);
      sum.uses += sign * claim.uses;
      sum.pieces += sign * claim.pieces;
      sum.amount += sign * claim.amount;
    }
  };
  const put = (basketId: string, made: readonly Claim[]) => {
    for (const claim of claims.get(basketId) ?? []) count(claim, -1);
    claims.set(basketId, [...made]);
    for (const claim of made) count(claim, 1);
  };
  for (const [basketId, kept] of Map.groupBy(own, (claim) => claim.basketId)) put(basketId, kept);
  const spent = spentIn(rules, limited, counts);
  // A coupon that the basket held and does not use any more is free again.
  const move = (who: Claimant, applied: readonly AppliedPromotion[], to: Partial<CouponRow>) => {
    for (const coupon of coupons.values()) {
      if (applied.some((one) => one.couponId === coupon.id)) Object.assign(coupon, to, { isChanged: true });
      else if (coupon.state === 'held' && coupon.heldBy === who.basketId)
        Object.assign(coupon, { state: 'issued', heldBy: null, heldUntil: null, isChanged: true });
    }
  };
  return {
    usage: (who) => {
      const mine = claims.get(who.basketId) ?? [];
      return Object.fromEntries(
        [...limited].map((id) => [
          id,
          usageIn(
            (scope) => countsOf(id, scope),
            mine.filter((claim) => claim.promotionId === id),
            who,
          ),
        ]),
      );
    },
    knownCodes: codesIn(coupons, at),
    hold: (who, applied, expiresAt) => {
      put(who.basketId, claimsOf(who, applied, limited, expiresAt));
      move(who, applied, { state: 'held', heldBy: who.basketId, heldUntil: expiresAt });
    },
    release: (who) => {
      put(who.basketId, []);
      move(who, [], {});
    },
    use: (who, order, applied) => {
      put(who.basketId, []);
      // They count for the baskets that come after it in the batch.
      for (const claim of claimsOf(who, applied, limited, at)) count(claim, 1);
      uses.push({ ...order, memberId: who.memberId, day: who.day, applied });
      move(who, applied, { state: 'redeemed', orderId: order.orderId, heldBy: null, heldUntil: null });
    },
    write: (tx) => {
      insertClaims(tx, [...claims.values()].flat());
      appendUses(tx, uses);
      for (const id of spentIn(rules, limited, counts).symmetricDifference(spent)) tellOffers(tx, id);
      const changed = [...coupons.values()].filter((coupon) => coupon.isChanged);
      writeCoupons(tx, changed, at);
    },
  };
}

/** The promotions of which nothing is left now, for anybody. */
function spentIn(
  rules: RuleSet,
  limited: ReadonlySet<string>,
  counts: ReadonlyMap<string, Counts>,
): ReadonlySet<string> {
  const none = { uses: 0, pieces: 0, amount: 0 };
  const isDay = (scope: string) => scope !== '' && !scope.startsWith('member:');
  const spent = rules.promotions.filter((promotion) => {
    const { id } = promotion;
    if (!limited.has(id)) return false;
    const days = [...counts].filter(([key]) => key.startsWith(id) && isDay(key.slice(id.length + 1)));
    const busiest = Math.max(0, ...days.map(([, { uses }]) => uses));
    return isSpent(promotion, counts.get(`${id} `) ?? none, { uses: busiest });
  });
  return new Set(spent.map(({ id }) => id));
}

/** What others used, as the engine asks for it. */
function usageIn(countsOf: (scope: string) => Counts, mine: readonly Claim[], who: Claimant): Usage {
  const own = { uses: 0, pieces: 0, amount: 0, today: 0, byMember: 0 };
  for (const claim of mine) {
    own.uses += claim.uses;
    own.pieces += claim.pieces;
    own.amount += claim.amount;
    if (claim.day === who.day) own.today += claim.uses;
    if (claim.memberId === who.memberId) own.byMember += claim.uses;
  }
  const all = countsOf('');
  return {
    uses: all.uses - own.uses,
    pieces: all.pieces - own.pieces,
    amount: all.amount - own.amount,
    usesToday: countsOf(who.day).uses - own.today,
    usesByMember: who.memberId === null ? 0 : countsOf(`member:${who.memberId}`).uses - own.byMember,
  };
}

/** One claim for a promotion and basket: two codes of one promotion are claimed together. */
function claimsOf(
  who: Claimant,
  applied: readonly AppliedPromotion[],
  limited: ReadonlySet<string>,
  expiresAt: string,
): Claim[] {
  const found = new Map<string, Claim>();
  for (const { promotionId, times, pieces, amount } of applied) {
    if (!limited.has(promotionId)) continue;
    const { basketId, memberId, day } = who;
    const sum = found.get(promotionId) ?? {
      basketId,
      promotionId,
      memberId,
      day,
      uses: 0,
      pieces: 0,
      amount: 0,
      expiresAt,
    };
    found.set(promotionId, {
      ...sum,
      uses: sum.uses + times,
      pieces: sum.pieces + pieces,
      amount: sum.amount + amount,
    });
  }
  return [...found.values()];
}

function insertClaims(tx: Tx, rows: readonly Claim[]): void {
  if (rows.length === 0) return;
  tx.later(sql`
    insert into promotions.usage_hold (merchant_id, basket_id, promotion_id, member_id, business_date, times, pieces, amount, expires_at)
    select ${tx.merchantId}::uuid, h.* from unnest(${rows.map((row) => row.basketId)}::uuid[], ${rows.map((row) => row.promotionId)}::uuid[],
      ${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.day)}::date[], ${rows.map((row) => row.uses)}::int[], ${rows.map((row) => row.pieces)}::bigint[],
      ${rows.map((row) => row.amount)}::bigint[], ${rows.map((row) => row.expiresAt)}::timestamptz[]) as h`);
}
