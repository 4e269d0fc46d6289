/**
 * One batch is one transaction: read which commands are known, decide the rest, append the feeds, remember the answers,
 * commit. The ids are claimed by the insert at the end: if another process claimed one meanwhile, everything rolls back
 * and the batch runs again, now finding the first answer (ADR 0010).
 */
import { TooLarge } from '@tandem/domain/assert.ts';
import type { Pool, PoolClient } from 'pg';
import { appendFeed, type Moved } from '../feeds/append-feed.ts';
import { RefusalError } from '../refusal.ts';
import { sql } from '../sql.ts';
import { beginWriting, type Tx, txOn } from '../transaction.ts';
import type { Outcome } from './batcher.ts';
import type { Command, CommandKind, Verdict } from './command.ts';

export interface Submitted {
  command: Command<unknown>;
  requestHash: Buffer;
}

export interface BatchPorts {
  pool: Pool;
  onCommit(merchantId: string, moved: readonly Moved[]): void;
  onBug(kind: string, commandId: string, error: unknown): void;
}

type Kind = CommandKind<unknown, unknown>;
interface Known {
  id: string;
  request_hash: Buffer;
  status: number;
  answer: unknown;
}

const attemptsMax = 8;
/** A key that is taken even after looking twice was not taken by this command. */
const doubledMax = 2;
// Serialisation failure, deadlock, lock not available: the same commands may simply be decided again.
const retryable = new Set(['40001', '40P01', '55P03']);

/** Executes the batch; a bug in one command is found by running each alone, and only that one fails. */
export async function executeBatch(
  ports: BatchPorts,
  merchantId: string,
  kind: Kind,
  batch: Submitted[],
): Promise<Outcome<unknown>[]> {
  try {
    return await attempt(ports, merchantId, kind, batch);
  } catch (thrown) {
    const error = thrown instanceof TooLarge ? refusalOf(thrown) : thrown;
    if (isOutage(error)) throw error;
    if (error instanceof RefusalError && batch.length === 1)
      return [await remember(ports, merchantId, kind, batch[0] as Submitted, error)];
    if (batch.length === 1) {
      ports.onBug(kind.kind, batch[0]?.command.id ?? '', error);
      return [{ error }];
    }
    const outcomes: Outcome<unknown>[] = [];
    for (const one of batch) {
      outcomes.push(
        ...(await executeBatch(ports, merchantId, kind, [one]).catch((alone: unknown) => [{ error: alone }])),
      );
    }
    return outcomes;
  }
}

/** Amounts and quantities that are allowed one by one may still be beyond all counting together. */
function refusalOf({ message }: TooLarge): RefusalError {
  return new RefusalError({ code: 'amount.too_large', status: 422, detail: `The figures are too large: ${message}.` });
}

/**
 * Duplicates are rare, so a batch is first decided as if all its commands were new; the claim tells whether that was so.
 * Commands that are decided alone look first: what they refuse on a second coming would be the refusal of the second.
 */
async function attempt(
  ports: BatchPorts,
  merchantId: string,
  kind: Kind,
  batch: Submitted[],
): Promise<Outcome<unknown>[]> {
  let looksFirst = kind.batchMax === 1;
  let doubled = 0;
  for (let tries = 1; ; tries += 1) {
    const outcomes = await inTransaction(ports, merchantId, (tx) => decideAndClaim(tx, kind, batch, looksFirst)).catch(
      (error: unknown) => {
        const { code = '' } = error as { code?: string };
        // A row that is named after its command is doubled before the claim is: looking again tells the two apart.
        if (code === uniqueViolation) doubled += 1;
        const isClaimed = code === uniqueViolation && doubled <= doubledMax;
        if (!isClaimed && !retryable.has(code) && !isOurClaim(error)) throw error;
        if (tries < attemptsMax) return undefined;
        throw new RefusalError({
          code: 'server.busy',
          status: 503,
          detail: 'Too many wrote at once. Send it again with the same id.',
        });
      },
    );
    if (outcomes !== undefined) return outcomes;
    looksFirst = true;
  }
}

const uniqueViolation = '23505';

/** Another process claimed one of the ids in the meantime. */
function isOurClaim(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === uniqueViolation && constraint === 'command_pkey';
}

async function decideAndClaim(
  tx: Tx,
  kind: Kind,
  batch: Submitted[],
  looksFirst: boolean,
): Promise<Outcome<unknown>[]> {
  const known = looksFirst ? await readKnown(tx, batch) : new Map<string, Known>();
  const fresh = new Map<string, Submitted>();
  for (const one of batch) if (!known.has(one.command.id) && !fresh.has(one.command.id)) fresh.set(one.command.id, one);
  const taken = [...fresh.values()];
  const verdicts =
    taken.length === 0
      ? []
      : await kind.decide(
          tx,
          taken.map((one) => one.command),
        );
  if (verdicts.length !== taken.length)
    throw new Error(`${kind.kind} gave ${verdicts.length} verdicts for ${taken.length} commands`);
  claim(tx, kind.kind, taken, verdicts);
  taken.forEach((one, index) => {
    const verdict = verdicts[index] as Verdict<unknown>;
    known.set(one.command.id, {
      id: one.command.id,
      request_hash: one.requestHash,
      status: verdict.ok ? 200 : verdict.refusal.status,
      answer: verdict.ok ? verdict.answer : verdict.refusal,
    });
  });
  return batch.map((one) => outcomeOf(one, known.get(one.command.id) as Known));
}

async function readKnown(tx: Tx, batch: Submitted[]): Promise<Map<string, Known>> {
  const rows = await tx.rows<Known>(sql`
    select id, request_hash, status, answer from platform.command
    where merchant_id = ${tx.merchantId} and id = any (${batch.map((one) => one.command.id)}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The unique key is the claim: of two processes with the same id one waits here and then decides again. */
function claim(tx: Tx, kind: string, taken: Submitted[], verdicts: Verdict<unknown>[]): void {
  if (taken.length === 0) return;
  tx.later(sql`
    insert into platform.command (merchant_id, id, kind, request_hash, status, answer)
    select ${tx.merchantId}::uuid, id, ${kind}, request_hash, status, answer
    from unnest(
      ${taken.map((one) => one.command.id)}::uuid[], ${taken.map((one) => one.requestHash)}::bytea[],
      ${verdicts.map((verdict) => (verdict.ok ? 200 : verdict.refusal.status))}::smallint[],
      ${verdicts.map((verdict) => JSON.stringify(verdict.ok ? (verdict.answer ?? null) : verdict.refusal))}::jsonb[]
    ) as c (id, request_hash, status, answer)
    order by id`);
}

function outcomeOf(one: Submitted, known: Known): Outcome<unknown> {
  if (!known.request_hash.equals(one.requestHash)) {
    return {
      error: new RefusalError({
        code: 'command.id_reused',
        status: 422,
        detail: 'This Idempotency-Key was used for another request.',
        field: 'idempotency-key',
      }),
    };
  }
  return known.status === 200
    ? { answer: known.answer }
    : { error: new RefusalError(known.answer as RefusalError['refusal']) };
}

/** A single command that threw its refusal: what it wrote is undone, the refusal is its answer for ever. */
async function remember(
  ports: BatchPorts,
  merchantId: string,
  kind: Kind,
  one: Submitted,
  error: RefusalError,
): Promise<Outcome<unknown>> {
  if (error.refusal.status === 503) return { error };
  const refusing: Kind = { ...kind, decide: async () => [{ ok: false, refusal: error.refusal }] };
  const outcomes = await attempt(ports, merchantId, refusing, [one]);
  return outcomes[0] as Outcome<unknown>;
}

async function inTransaction<T>(ports: BatchPorts, merchantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client: PoolClient = await ports.pool.connect();
  let moved: Moved[] = [];
  let result: T;
  try {
    const begun = client.query(beginWriting(merchantId));
    begun.catch(() => undefined);
    const tx = txOn(client, merchantId);
    result = await work(tx);
    await begun;
    moved = await commit(client, tx);
    client.release();
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
  if (moved.length > 0) ports.onCommit(merchantId, moved);
  return result;
}

/** The last writes, the feed and the commit in one flight. PostgreSQL commits nothing of a transaction that failed. */
async function commit(client: PoolClient, tx: Tx): Promise<Moved[]> {
  if (tx.changes.streams.size === 0) {
    const flushed = tx.flush();
    const committed = client.query('commit');
    committed.catch(() => undefined);
    await flushed;
    await committed;
    return [];
  }
  const appended = appendFeed(tx);
  const committed = client.query('commit');
  committed.catch(() => undefined);
  const moved = await appended;
  await committed;
  return moved;
}

/** The database is gone or shutting down: the caller retries with the same id. */
export function isOutage(error: unknown): boolean {
  if (error instanceof RefusalError) return error.refusal.status === 503;
  const code = (error as { code?: string })?.code ?? '';
  if (
    /^(08|57P|53)/.test(code) ||
    code === 'ECONNREFUSED' ||
    code === 'ENOENT' ||
    code === 'ECONNRESET' ||
    code === 'EPIPE'
  )
    return true;
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(error.message)
  );
}
