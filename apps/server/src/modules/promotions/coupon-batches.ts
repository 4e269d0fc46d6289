/** Batches of unique codes: asked for, made in pieces behind the answer, exported, revoked. */
import { randomInt } from 'node:crypto';
import type { Answer, Body, Query } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { knownMembers, membersWith } from '../members/index.ts';
import { staffNames, writeAudit } from '../merchants/index.ts';
import { requirePromotion } from './promotion-rows.ts';

export type BatchView = Answer<'GET /api/coupon-batches/:id'>;
type CouponView = Answer<'POST /api/coupons/:id/revocation'>;
interface BatchRow extends Omit<BatchView, 'isReady' | 'expiresAt' | 'createdAt' | 'revokedAt' | 'states'> {
  expiresAt: Date | null;
  createdAt: Date;
  revokedAt: Date | null;
  issued: number;
  held: number;
  redeemed: number;
  revoked: number;
}

async function readBatches(tx: Tx, condition: Sql): Promise<BatchView[]> {
  const rows = await tx.rows<BatchRow>(sql`
    select b.id, b.promotion_id as "promotionId", b.name, b.prefix, b.count, b.made, b.expires_at as "expiresAt", b.created_at as "createdAt", b.created_by as "createdBy",
      b.revoked_at as "revokedAt", s.*
    from promotions.coupon_batch b
    cross join lateral (
      select count(*) filter (where state = 'issued')::bigint as issued, count(*) filter (where state = 'held')::bigint as held,
        count(*) filter (where state = 'redeemed')::bigint as redeemed, count(*) filter (where state = 'revoked')::bigint as revoked
      from promotions.coupon c where c.merchant_id = b.merchant_id and c.batch_id = b.id
    ) s
    where b.merchant_id = ${tx.merchantId} and ${condition} order by b.created_at desc, b.id`);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.createdBy ?? []),
  );
  return rows.map(({ issued, held, redeemed, revoked, ...row }) => ({
    ...row,
    isReady: row.made === row.count,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    createdBy: names.get(row.createdBy ?? '') ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    states: { issued, held, redeemed, revoked },
  }));
}

/** Batches of a promotion, the newest first; 404 for an unknown one. */
export async function listBatches(tx: Tx, promotionId: string): Promise<BatchView[]> {
  await requirePromotion(tx, promotionId);
  return readBatches(tx, sql`b.promotion_id = ${promotionId}`);
}

export async function requireBatch(tx: Tx, id: string): Promise<BatchView> {
  return (await readBatches(tx, sql`b.id = ${id}`))[0] ?? notFound('coupon_batch');
}

type MakeBody = { promotionId: string } & Body<'POST /api/promotions/:id/coupon-batches'>;

/** Writes the batch; its codes are made by `makeCoupons`. Refuses a promotion that takes no codes, and an expiry that is past. */
export const addBatch = singleKind(
  'promotion.add_coupon_batch',
  async (tx: Tx, { id, body, actor, at }: Command<MakeBody>): Promise<BatchView> => {
    const { definition, state } = await requirePromotion(tx, body.promotionId);
    if (definition.trigger.kind !== 'code' || state === 'ended')
      refuse('coupon.needs_code_trigger', 'This promotion takes no codes.', { field: 'promotionId' });
    if (body.expiresAt !== null && Date.parse(body.expiresAt) <= Date.parse(at))
      refuse('coupon.expired', 'The codes would have expired already.', { field: 'expiresAt' });
    if (!/^[A-Za-z0-9-]*$/.test(body.prefix))
      refuse('coupon.prefix', 'A prefix is of letters, digits and hyphens.', { field: 'prefix' });
    const named = body.memberIds ?? (body.members === undefined ? undefined : await gather(tx, body.members));
    const members = [...new Set(named ?? [])];
    const known = await knownMembers(tx, members);
    const index = (body.memberIds ?? []).findIndex((one) => !known.has(one));
    if (index >= 0)
      refuse('member.not_found', 'There is no such member.', { status: 404, field: `memberIds.${index}` });
    const count = named === undefined ? body.count : members.length;
    await tx.run(sql`
      insert into promotions.coupon_batch (merchant_id, id, promotion_id, name, prefix, count, expires_at, created_at, created_by)
      values (${tx.merchantId}, ${id}, ${body.promotionId}, ${body.name}, ${body.prefix.toUpperCase()}, ${count}, ${body.expiresAt}, ${at}, ${actor.staffId ?? null})`);
    // Codes for members are few and named: they are made at once.
    if (named !== undefined)
      await insertCoupons(tx, { id, promotionId: body.promotionId, prefix: body.prefix.toUpperCase() }, members, at);
    await writeAudit(tx, actor, 'coupon_batch.added', id, {
      promotionId: body.promotionId,
      name: body.name,
      count,
      expiresAt: body.expiresAt,
    });
    return requireBatch(tx, id);
  },
);

const membersMax = 20_000;

/** The members whom a batch is for by their tier or tag; refuses none at all, and more than a batch takes. */
async function gather(tx: Tx, wanted: NonNullable<MakeBody['members']>): Promise<string[]> {
  const found = await membersWith(tx, wanted, membersMax + 1);
  if (found.length === 0) refuse('coupon.members', 'No member is like this.', { field: 'members' });
  if (found.length > membersMax)
    refuse('coupon.members', 'These are more members than a batch takes.', { field: 'members' });
  return found;
}

/** Codes of one transaction: a few of them a second show how far it is. */
const pieceMax = 2500;

/** Makes the next codes of a batch that is not complete; gives how many are still to be made. Safe to run again at any time. */
export const makeCoupons = singleKind(
  'promotion.make_coupons',
  async (tx: Tx, { body, at }: Command<{ batchId: string }>): Promise<{ left: number }> => {
    const batch = await tx.row<{ promotionId: string; prefix: string; count: number; made: number }>(sql`
      select promotion_id as "promotionId", prefix, count, made from promotions.coupon_batch
      where merchant_id = ${tx.merchantId} and id = ${body.batchId} and revoked_at is null for update`);
    if (batch === undefined || batch.made >= batch.count) return { left: 0 };
    const wanted = Math.min(pieceMax, batch.count - batch.made);
    const made = await insertCoupons(tx, { id: body.batchId, ...batch }, Array<null>(wanted).fill(null), at);
    return { left: batch.count - batch.made - made };
  },
);

const silentSeconds = 15;

/** Batches that want codes and got none for a while: whoever made them is gone. */
export async function openBatches(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`
    select id from promotions.coupon_batch
    where merchant_id = ${tx.merchantId} and made < count and revoked_at is null and moved_at < now() - make_interval(secs => ${silentSeconds}) order by id`);
  return rows.map((row) => row.id);
}

/** One code for each entry, bound to that member; codes that exist already are left to the next round. */
async function insertCoupons(
  tx: Tx,
  batch: { id: string; promotionId: string; prefix: string },
  members: readonly (string | null)[],
  at: string,
): Promise<number> {
  const made = await tx.run(sql`
    insert into promotions.coupon (merchant_id, batch_id, promotion_id, state, updated_at, id, code, member_id)
    select ${tx.merchantId}::uuid, ${batch.id}::uuid, ${batch.promotionId}::uuid, 'issued', ${at}::timestamptz, n.*
    from unnest(${members.map(() => newId())}::uuid[], ${members.map(() => newCode(batch.prefix))}::text[], ${[...members]}::uuid[]) as n
    on conflict (merchant_id, code) do nothing`);
  await tx.run(sql`
    update promotions.coupon_batch set made = made + ${made}, moved_at = now() where merchant_id = ${tx.merchantId} and id = ${batch.id}`);
  return made;
}

// Without what is mistaken for something else: I, L, O, U, 0, 1.
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A code that nobody guesses: 30 to the power of 10 behind the prefix. */
function newCode(prefix: string): string {
  return prefix + Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

const couponColumns = sql`id, batch_id as "batchId", promotion_id as "promotionId", code, state, member_id as "memberId", order_id as "orderId", updated_at as "updatedAt"`;
type CouponShown = Omit<CouponView, 'updatedAt'> & { updatedAt: Date };
const shown = (row: CouponShown): CouponView => ({ ...row, updatedAt: row.updatedAt.toISOString() });

/** A page of a batch's codes, in their order. */
export async function listCoupons(
  tx: Tx,
  batchId: string,
  query: Query<'GET /api/coupon-batches/:id/coupons'>,
): Promise<Answer<'GET /api/coupon-batches/:id/coupons'>> {
  await requireBatch(tx, batchId);
  const after = readCursor(query.cursor, ['id'])?.[0] ?? null;
  const limit = query.limit ?? 50;
  const like = `%${(query.search ?? '')
    .trim()
    .toUpperCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await tx.rows<CouponShown>(sql`
    select ${couponColumns} from promotions.coupon
    where merchant_id = ${tx.merchantId} and batch_id = ${batchId} and (${query.state ?? null}::text is null or state = ${query.state ?? null}) and code like ${like}
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  return { items: page.map(shown), nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** Revokes what was not redeemed; a basket that is being paid with one is told when it is placed. */
export const revokeBatch = singleKind(
  'promotion.revoke_coupon_batch',
  async (tx: Tx, { body, actor, at }: Command<{ batchId: string; reason: string }>): Promise<BatchView> => {
    const before = await requireBatch(tx, body.batchId);
    await tx.run(sql`
      update promotions.coupon_batch set revoked_at = coalesce(revoked_at, ${at}) where merchant_id = ${tx.merchantId} and id = ${body.batchId}`);
    const revoked = await tx.run(sql`
      update promotions.coupon set state = 'revoked', held_by = null, held_until = null, updated_at = ${at}
      where merchant_id = ${tx.merchantId} and batch_id = ${body.batchId} and state in ('issued', 'held')`);
    const after = await requireBatch(tx, body.batchId);
    const said = ({ revokedAt, states }: BatchView) => ({ revokedAt, states });
    await writeAudit(tx, actor, 'coupon_batch.revoked', body.batchId, {
      revoked,
      reason: body.reason,
      before: said(before),
      after: said(after),
    });
    return after;
  },
);

/** Revokes one code. Refuses `coupon.redeemed`. */
export const revokeCoupon = singleKind(
  'promotion.revoke_coupon',
  async (tx: Tx, { body, actor, at }: Command<{ couponId: string; reason: string }>): Promise<CouponView> => {
    const before = await tx.row<{ state: string }>(sql`
      select state from promotions.coupon where merchant_id = ${tx.merchantId} and id = ${body.couponId} for update`);
    const row = await tx.row<CouponShown>(sql`
      update promotions.coupon set state = 'revoked', held_by = null, held_until = null, updated_at = ${at}
      where merchant_id = ${tx.merchantId} and id = ${body.couponId} and state <> 'redeemed' returning ${couponColumns}`);
    if (row === undefined) {
      if (before === undefined) notFound('coupon');
      refuse('coupon.redeemed', 'This code was redeemed already.', { status: 409 });
    }
    await writeAudit(tx, actor, 'coupon.revoked', body.couponId, {
      code: row.code,
      reason: body.reason,
      before: before?.state,
      after: row.state,
    });
    return shown(row);
  },
);
