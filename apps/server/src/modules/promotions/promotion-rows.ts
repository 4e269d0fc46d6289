/** Promotions as they are stored, and as the contract shows them. */
import type { Answer } from '@tandem/contract/index.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts, staffNames } from '../merchants/index.ts';
import { periodAt } from '../pricing/index.ts';
import { totalsOf } from './usage-rows.ts';

export type PromotionView = Answer<'GET /api/promotions/:id'>;
export type PromotionEvent = Answer<'GET /api/promotions/:id/history'>['items'][number]['event'];
export interface PromotionRow {
  id: string;
  definition: Promotion;
  state: 'draft' | 'live' | 'paused' | 'ended';
  version: number;
  createdAt: Date;
  createdBy: string | null;
  updatedAt: Date;
  updatedBy: string | null;
  publishedAt: Date | null;
  endedAt: Date | null;
}

const columns = sql`id, definition, state, version, created_at as "createdAt", created_by as "createdBy", updated_at as "updatedAt",
  updated_by as "updatedBy", published_at as "publishedAt", ended_at as "endedAt"`;

/** Promotions that fulfil the condition, the last changed first. */
export async function readPromotions(tx: Tx, condition: Sql): Promise<PromotionRow[]> {
  return tx.rows<PromotionRow>(
    sql`select ${columns} from promotions.promotion where merchant_id = ${tx.merchantId} and ${condition} order by updated_at desc, id desc`,
  );
}

/** The promotion under lock; 404 when it is not there. */
export async function lockPromotion(tx: Tx, id: string): Promise<PromotionRow> {
  const row = await tx.row<PromotionRow>(
    sql`select ${columns} from promotions.promotion where merchant_id = ${tx.merchantId} and id = ${id} for update`,
  );
  return row ?? notFound('promotion');
}

/** 404 unless the promotion is the merchant's. */
export async function requirePromotion(tx: Tx, id: string): Promise<PromotionRow> {
  return (await readPromotions(tx, sql`id = ${id}`))[0] ?? notFound('promotion');
}

/** What people see: a live promotion is scheduled, active or over by its schedule, read in the merchant's zone. */
export function stateAt(row: PromotionRow, at: string, timeZone: string): PromotionView['state'] {
  return row.state === 'live' ? periodAt(row.definition.schedule, at, timeZone) : row.state;
}

/** The rows as the contract shows them; two statements, however many. */
export async function viewsOf(tx: Tx, rows: readonly PromotionRow[], at: string): Promise<PromotionView[]> {
  if (rows.length === 0) return [];
  const { timeZone } = await sellingFacts(tx);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => [row.createdBy ?? [], row.updatedBy ?? []].flat()),
  );
  const totals = await totalsOf(
    tx,
    rows.map((row) => row.id),
    at,
  );
  return rows.map((row) => ({
    id: row.id,
    definition: row.definition,
    state: stateAt(row, at, timeZone),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    createdBy: names.get(row.createdBy ?? '') ?? null,
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: names.get(row.updatedBy ?? '') ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    uses: totals.get(row.id) ?? { uses: 0, pieces: 0, amount: 0, held: 0 },
  }));
}

export async function viewOf(tx: Tx, id: string, at: string): Promise<PromotionView> {
  return (await viewsOf(tx, [await requirePromotion(tx, id)], at))[0] as PromotionView;
}

/** The names of promotions, as they are now. */
export async function promotionNames(tx: Tx, ids: readonly string[]): Promise<Map<string, Promotion['name']>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: Promotion['name'] }>(sql`
    select id, definition -> 'name' as name from promotions.promotion where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
