/** Promotions in a list, and the history of one. */
import type { Answer, Query } from '@tandem/contract/index.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import { readCursor } from '../../platform/read-cursor.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { sellingFacts, staffNames } from '../merchants/index.ts';
import { type PromotionEvent, readPromotions, requirePromotion, stateAt, viewsOf } from './promotion-rows.ts';

type Listed = Answer<'GET /api/promotions'>;

/** The last changed first. A state may follow from the schedule, so it is looked at here; a merchant has hundreds, not millions. */
export async function listPromotions(tx: Tx, query: Query<'GET /api/promotions'>, at: string): Promise<Listed> {
  const from = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
  const limit = query.limit ?? 50;
  const { timeZone } = await sellingFacts(tx);
  const words = (query.search ?? '').toLowerCase().trim();
  const rows = (await readPromotions(tx, sql`true`)).filter(
    (row) =>
      (query.kind === undefined || row.definition.action.kind === query.kind) &&
      (query.channelId === undefined || (row.definition.channels?.includes(query.channelId) ?? true)) &&
      (query.state === undefined || stateAt(row, at, timeZone) === query.state) &&
      (words === '' || textOf(row.definition).includes(words)),
  );
  const page = rows.slice(from, from + limit);
  return { items: await viewsOf(tx, page, at), nextCursor: rows.length > from + limit ? String(from + limit) : null };
}

function textOf({ name, trigger }: Promotion): string {
  return [...Object.values(name), ...(trigger.kind === 'code' ? trigger.sharedCodes : [])].join(' ').toLowerCase();
}

type Change = Answer<'GET /api/promotions/:id/history'>['items'][number];
interface ChangeRow {
  version: number;
  event: PromotionEvent;
  at: Date;
  staffId: string | null;
  before: Promotion | null;
  after: Promotion;
}

/** Every change, the newest first; 404 for an unknown promotion. */
export async function historyOf(tx: Tx, id: string): Promise<Change[]> {
  await requirePromotion(tx, id);
  const rows = await tx.rows<ChangeRow>(sql`
    select version, event, at, staff_id as "staffId", before, after from promotions.promotion_change
    where merchant_id = ${tx.merchantId} and promotion_id = ${id} order by version desc limit 500`);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.staffId ?? []),
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString(), staffName: names.get(row.staffId ?? '') ?? null }));
}
