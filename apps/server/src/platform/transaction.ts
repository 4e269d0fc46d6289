/** Transactions of one tenant: merchant and row-level security are set in the same round trip as `begin`. */
import type { Pool, PoolClient, QueryResult } from 'pg';
import { type FeedChanges, newFeedChanges } from './feeds/feed-changes.ts';
import { type Sql, textOf } from './sql.ts';

export interface Tx {
  readonly merchantId: string;
  /** What the transaction will append to the feeds as its last statement. */
  readonly changes: FeedChanges;
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, or undefined. */
  row<Row>(statement: Sql): Promise<Row | undefined>;
  /** The number of rows that were changed. */
  run(statement: Sql): Promise<number>;
  /**
   * A write whose answer nobody needs: it is sent with the next statement that waits, or with the commit, in one flight.
   * What goes wrong with it is thrown there.
   */
  later(statement: Sql): void;
  /** Sends what is waiting; resolves when all of it succeeded. */
  flush(): Promise<void>;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The statement that opens a tenant's transaction. `SET LOCAL` and not set_config: it also reaches the workers of Citus. */
export function beginStatement(merchantId: string): string {
  if (!uuid.test(merchantId)) throw new Error('A merchant id is no UUID');
  return `begin; set local tandem.merchant_id = '${merchantId}'`;
}

/**
 * The same for commands, which touch few rows by key. Plans are kept per connection, and one made while a table was young
 * would go on reading it whole: a foreign key's check cost 250 µs instead of 8.
 */
export function beginWriting(merchantId: string): string {
  return `${beginStatement(merchantId)}; set local enable_seqscan = off`;
}

/** A transaction's statements on an open connection; every text is prepared once per connection under its own name. */
export function txOn(client: PoolClient, merchantId: string): Tx {
  const waiting: Sql[] = [];
  const sent: Promise<unknown>[] = [];
  const send = (): void => {
    for (const statement of waiting.splice(0)) sent.push(quietly(client.query(prepared(statement))));
  };
  const ask = async (statement: Sql): Promise<QueryResult> => {
    send();
    const answer = client.query(prepared(statement));
    // The first failure is the cause; those behind it only say that the transaction is over.
    for (const earlier of sent.splice(0)) await quietly(earlier, answer);
    return answer;
  };
  return {
    merchantId,
    changes: newFeedChanges(),
    rows: async (statement) => (await ask(statement)).rows,
    row: async (statement) => (await ask(statement)).rows[0],
    run: async (statement) => (await ask(statement)).rowCount ?? 0,
    later: (statement) => void waiting.push(statement),
    flush: async () => {
      send();
      for (const earlier of sent.splice(0)) await earlier;
    },
  };
}

/** Waits for the first; whatever fails is heard by whoever awaits it, so none of it is "unhandled" meanwhile. */
function quietly<T>(first: Promise<T>, ...others: Promise<unknown>[]): Promise<T> {
  for (const promise of [first, ...others]) promise.catch(() => undefined);
  return first;
}

/** Reads in one transaction of the tenant. Writes belong in commands, which append to the feeds. */
export async function readAs<T>(pool: Pool, merchantId: string, read: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const begun = quietly(client.query(beginStatement(merchantId)));
    const tx = txOn(client, merchantId);
    const answer = await read(tx);
    await begun;
    await tx.flush();
    await client.query('commit');
    client.release();
    return answer;
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

const names = new Map<string, string>();
const namesMax = 2000;

function prepared(statement: Sql): { name?: string; text: string; values: unknown[] } {
  const text = textOf(statement);
  let name = names.get(text);
  if (name === undefined && names.size < namesMax) {
    name = `t${names.size}`;
    names.set(text, name);
  }
  const values = statement.values as unknown[];
  return name === undefined ? { text, values } : { name, text, values };
}
