/**
 * The limit that sales are measured against: the same rows written by one connection in batches of 64, by SQL alone. The
 * statements are those of the real sale, recorded beforehand with their values, so that the timed part only sends them.
 */
import type { PoolClient } from 'pg';
import { recordSales, type SaleBody } from '../apps/server/src/modules/orders/index.ts';
import { openPool } from '../apps/server/src/platform/database/open-pool.ts';
import { appendFeed } from '../apps/server/src/platform/feeds/append-feed.ts';
import { newFeedChanges } from '../apps/server/src/platform/feeds/feed-changes.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { type Sql, sql, textOf } from '../apps/server/src/platform/sql.ts';
import { beginWriting, type Tx, txOn } from '../apps/server/src/platform/transaction.ts';
import { saleBody } from './sales.ts';
import type { BenchWorld } from './world.ts';

const batchSize = 64;

interface Recorded {
  statements: { name: string; text: string; values: unknown[] }[];
  levels: Map<string, Record<string, unknown>>;
}

/** Sales a second. Writes real rows, so that they cost what a sale costs; only the receipt numbers repeat. */
export async function measureSaleLimit(world: BenchWorld, seconds: number): Promise<number> {
  const pool = openPool(world.database, { role: 'tandem_app', max: 1, applicationName: 'tandem-bench' });
  const client = await pool.connect();
  try {
    let sales = 0;
    let elapsed = 0;
    while (elapsed < seconds) {
      const batches = await record(client, world, 20);
      for (const batch of batches) {
        const began = performance.now();
        await client.query(beginWriting(world.merchantId));
        for (const statement of batch) await client.query(statement);
        await client.query('commit');
        elapsed += (performance.now() - began) / 1000;
        sales += batchSize;
      }
    }
    return sales / elapsed;
  } finally {
    client.release();
    await pool.end();
  }
}

/** Decides batches in memory on top of each other and keeps what they would write. */
async function record(client: PoolClient, world: BenchWorld, batches: number): Promise<Recorded['statements'][]> {
  const levels: Recorded['levels'] = new Map();
  const recorded: Recorded['statements'][] = [];
  await client.query(beginWriting(world.merchantId));
  for (let batch = 0; batch < batches; batch += 1) {
    const keeper: Recorded = { statements: [], levels };
    const tx = recordingTx(client, world.merchantId, keeper);
    const at = new Date().toISOString();
    const commands = Array.from({ length: batchSize }, () => ({
      id: newId(),
      at,
      actor: { kind: 'register' as const, registerId: world.registerId },
      body: {
        ...saleBody(world, false),
        locationId: world.storeId,
        channelId: world.tillChannelId,
        registerId: world.registerId,
        series: 'B1-1',
      } as SaleBody,
    }));
    const verdicts = await recordSales.decide(tx, commands);
    await tx.run(sql`
      insert into platform.command (merchant_id, id, kind, request_hash, status, answer)
      select ${world.merchantId}::uuid, id, 'till.sale', '\\x00'::bytea, 200, answer
      from unnest(${commands.map((command) => command.id)}::uuid[], ${verdicts.map((verdict) => JSON.stringify(verdict.ok ? verdict.answer : null))}::jsonb[]) as c (id, answer)`);
    await appendFeed(tx);
    recorded.push(keeper.statements);
  }
  await client.query('rollback');
  return recorded;
}

/** Reads go to the database, but for levels, which go on from batch to batch; writes are kept and answered emptily. */
function recordingTx(client: PoolClient, merchantId: string, keeper: Recorded): Tx {
  const real = txOn(client, merchantId);
  const keep = (statement: Sql) => {
    const text = textOf(statement);
    keeper.statements.push({ name: `bench${hashOf(text)}`, text, values: [...statement.values] });
    return text;
  };
  return {
    merchantId,
    changes: newFeedChanges(),
    rows: async <Row>(statement: Sql): Promise<Row[]> => {
      const text = textOf(statement);
      if (text.includes('number_series') || text.includes('feed_entry')) {
        keep(statement);
        // Numbers of the series are taken for real only when the statements are sent.
        return text.includes('number_series') ? ([{ series: 'B1-1', last_number: 0 }] as Row[]) : [];
      }
      if (!text.includes('for no key update of l')) return real.rows<Row>(statement);
      keep(statement);
      const rows = await real.rows<Record<string, unknown>>(statement);
      return rows.map((row) => keeper.levels.get(`${row.location_id} ${row.variant_id}`) ?? row) as Row[];
    },
    row: (statement) => real.row(statement),
    run: async (statement) => {
      keep(statement);
      return 0;
    },
    later: (statement) => {
      const text = keep(statement);
      if (text.includes('update inventory.stock_level')) rememberLevels(statement, keeper.levels);
    },
    flush: async () => undefined,
  };
}

const levelColumns = [
  'location_id',
  'variant_id',
  'sellable',
  'quality_control',
  'damaged',
  'expired',
  'on_hold',
  'committed',
  'held',
  'staged',
  'in_transit',
  'on_order',
  'value_amount',
  'last_unit_cost',
  'entries',
];

function rememberLevels(statement: Sql, levels: Recorded['levels']): void {
  const columns = statement.values.slice(0, levelColumns.length) as unknown[][];
  columns[0]?.forEach((_, index) => {
    const row = Object.fromEntries(levelColumns.map((name, column) => [name, columns[column]?.[index]]));
    levels.set(`${row.location_id} ${row.variant_id}`, row);
  });
}

const hashes = new Map<string, number>();
function hashOf(text: string): number {
  if (!hashes.has(text)) hashes.set(text, hashes.size);
  return hashes.get(text) ?? 0;
}
