/** The codes of a batch as CSV: a piece at a time, however many there are. */
import type { Pool } from 'pg';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import { writeCsvText } from '../pricing/index.ts';
import type { BatchView } from './coupon-batches.ts';

const pieceMax = 2000;
const heading = ['code', 'state', 'member', 'order', 'expires_at'] as const;

interface Row {
  code: string;
  state: string;
  memberId: string | null;
  orderId: string | null;
}

/** Rows with the heading first, by code. Each piece is read in a short transaction of its own. */
export async function* exportCoupons(
  pool: Pool,
  merchantId: string,
  { id, expiresAt }: Pick<BatchView, 'id' | 'expiresAt'>,
): AsyncGenerator<string> {
  yield writeCsvText([heading]);
  for (let last = ''; ; ) {
    const rows = await readAs(pool, merchantId, (tx) =>
      tx.rows<Row>(sql`
        select code, state, member_id as "memberId", order_id as "orderId" from promotions.coupon
        where merchant_id = ${merchantId} and batch_id = ${id} and code > ${last} order by code limit ${pieceMax}`),
    );
    if (rows.length > 0)
      yield writeCsvText(rows.map((row) => [row.code, row.state, row.memberId, row.orderId, expiresAt]));
    if (rows.length < pieceMax) return;
    last = rows.at(-1)?.code ?? '';
  }
}

/** What the file is called: the name of the batch, as far as a file may be called so. */
export const exportName = (batch: Pick<BatchView, 'name'>): string =>
  `${batch.name.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`;
