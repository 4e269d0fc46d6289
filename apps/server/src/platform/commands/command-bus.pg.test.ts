/** Commands on a real database: one verdict each, one effect each, whatever their neighbours and other processes do. */

import { TooLarge } from '@tandem/domain/assert.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { RefusalError } from '../refusal.ts';
import { sql } from '../sql.ts';
import { batchedNotes, type Note, singleNotes } from '../testing/note-commands.ts';
import { openNodes, type TestNode } from '../testing/open-nodes.ts';
import type { Tx } from '../transaction.ts';
import { type Command, type CommandKind, singleKind } from './command.ts';
import { isOutage } from './execute-batch.ts';

let here: TestNode;
let there: TestNode;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ first: here, second: there, close } = await openNodes());
});
afterAll(() => close());

const merchantId = newId();
const system = { kind: 'system' as const };
const run = <B, A>(at: TestNode, kind: CommandKind<B, A>, body: B, id = newId(), merchant = merchantId) =>
  at.platform.bus.run(kind, { merchantId: merchant, id, body, actor: system });
const notesOf = async (ids: readonly string[]): Promise<number> =>
  (
    await here.database.adminPool.query(
      "select count(*) as n from platform.audit_entry where action = 'test.note' and subject_id = any ($1)",
      [ids],
    )
  ).rows[0].n;
const remembered = async (ids: readonly string[]): Promise<number[]> =>
  (
    await here.database.adminPool.query('select status from platform.command where id = any ($1) order by status', [
      ids,
    ])
  ).rows.map((row) => row.status);
const told = (outcome: PromiseSettledResult<unknown>): string => {
  if (outcome.status === 'fulfilled') return 'done';
  return outcome.reason instanceof RefusalError ? outcome.reason.refusal.code : (outcome.reason as Error).message;
};

describe('neighbours in a batch', () => {
  test('are disturbed neither by a refusal, nor by a duplicate, nor by a bug, which is reported', async () => {
    const seen: number[] = [];
    const kind = batchedNotes(seen, 'test.neighbours');
    const ids = Array.from({ length: 30 }, () => newId());
    const faultOf = (index: number): Partial<Note> =>
      index === 7 ? { fault: 'bug' } : index % 10 === 3 ? { fault: 'refused' } : {};
    const bodies = ids.map((_, index): Note => ({ text: `note ${index}`, ...faultOf(index) }));
    const outcomes = await Promise.allSettled([
      ...ids.map((id, index) => run(here, kind, bodies[index] as Note, id)),
      run(here, kind, bodies[0] as Note, ids[0]),
      run(here, kind, { text: 'another' }, ids[1]),
    ]);

    expect(seen[0]).toBe(30);
    expect(outcomes.slice(0, 30).map(told)).toEqual(
      ids.map((_, index) => (index === 7 ? 'A planted bug' : index % 10 === 3 ? 'test.refused' : 'done')),
    );
    expect(outcomes.slice(30).map(told)).toEqual(['done', 'command.id_reused']);
    expect(outcomes[30]).toEqual(outcomes[0]);
    expect(await notesOf(ids)).toBe(26);
    expect(await remembered(ids)).toEqual([...Array(26).fill(200), 422, 422, 422]);
    expect(
      here.errors.filter((line) => line.includes('bug in a command')).map((line) => JSON.parse(line).commandId),
    ).toEqual([ids[7]]);
  });

  test('of another merchant have a queue of their own', async () => {
    let open: () => void = () => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting: CommandKind<object, number> = {
      kind: 'test.waiting',
      batchMax: 1,
      decide: async (tx, commands) =>
        tx.merchantId === merchantId
          ? opened.then(() => commands.map(() => ({ ok: true, answer: 1 })))
          : commands.map(() => ({ ok: true, answer: 2 })),
    };
    const slow = Array.from({ length: 8 }, () => run(here, waiting, {}));
    expect(await run(here, waiting, {}, newId(), newId())).toBe(2);
    open();
    expect(await Promise.all(slow)).toEqual(Array(8).fill(1));
  });
});

describe('the same id', () => {
  test.each([
    ['batched', batchedNotes([], 'test.twice')],
    ['single', singleNotes],
  ] as const)('in two processes at once has one effect and one answer (%s)', async (_, kind) => {
    const ids = Array.from({ length: 40 }, () => newId());
    const answers = await Promise.all(
      ids.map((id) => Promise.all([here, there, here, there].map((at) => run(at, kind, { text: 'once' }, id)))),
    );

    for (const [first, ...others] of answers) for (const other of others) expect(other).toEqual(first);
    expect(new Set(answers.map(([first]) => first?.decision)).size).toBe(40);
    expect(await notesOf(ids)).toBe(40);
  });

  test('twice at once gives one answer where the document is named after its command', async () => {
    const document = singleKind('test.document', async (tx: Tx, command: Command<object>) => {
      await tx.rows(sql`select pg_sleep(0.05)`);
      await tx.run(
        sql`insert into platform.audit_entry (merchant_id, id, action, detail) values (${tx.merchantId}, ${command.id}, 'test.document', '{}')`,
      );
      return { decision: newId() };
    });
    const errorsBefore = here.errors.length + there.errors.length;
    const id = newId();

    const answers = await Promise.all([
      run(here, document, {}, id),
      run(here, document, {}, id),
      run(there, document, {}, id),
    ]);

    expect(new Set(answers.map((answer) => answer.decision)).size).toBe(1);
    expect(here.errors.length + there.errors.length).toBe(errorsBefore);
    await here.database.adminPool.query('delete from platform.command where id = $1', [id]);
    await expect(run(here, document, {}, id)).rejects.toMatchObject({ code: '23505' });
  });

  test('long after gives the first answer, also when that was a refusal', async () => {
    const [done, refused] = [newId(), newId()];
    const first = await run(here, singleNotes, { text: 'kept' }, done);
    await expect(run(here, singleNotes, { text: 'no', fault: 'refused' }, refused)).rejects.toThrow('test.refused');

    expect(await run(there, singleNotes, { text: 'kept' }, done.toUpperCase())).toEqual(first);
    await expect(run(there, singleNotes, { text: 'no', fault: 'refused' }, refused)).rejects.toMatchObject({
      refusal: { code: 'test.refused', detail: 'no' },
    });
    expect([await notesOf([done]), await notesOf([refused])]).toEqual([1, 0]);
  });

  test('with another body, or of another kind, is refused and changes nothing', async () => {
    const id = newId();
    await run(here, singleNotes, { text: 'mine' }, id);
    for (const again of [
      () => run(here, singleNotes, { text: 'other' }, id),
      () => run(there, singleNotes, { text: 'other' }, id),
      () => run(there, batchedNotes(), { text: 'mine' }, id),
    ]) {
      await expect(again()).rejects.toMatchObject({
        refusal: { code: 'command.id_reused', status: 422, field: 'idempotency-key' },
      });
    }
    expect(await notesOf([id])).toBe(1);
  });

  test('of another merchant is another command', async () => {
    const id = newId();
    const [one, two] = await Promise.all([
      run(here, singleNotes, { text: 'same' }, id),
      run(there, singleNotes, { text: 'same' }, id, newId()),
    ]);
    expect(one.decision).not.toBe(two.decision);
  });

  test('after a bug is free again', async () => {
    const id = newId();
    await expect(run(here, singleNotes, { text: 'x', fault: 'bug' }, id)).rejects.toThrow('A planted bug');
    expect([await notesOf([id]), await remembered([id])]).toEqual([0, []]);
    await run(here, singleNotes, { text: 'x' }, id);
    expect(await notesOf([id])).toBe(1);
  });
});

describe('what the database refuses for the moment', () => {
  const failing = (name: string, times: number, error: () => Error): [CommandKind<Note, unknown>, () => number] => {
    let tries = 0;
    const inner = batchedNotes([], name);
    return [
      {
        ...inner,
        decide: (tx, commands) => {
          tries += 1;
          return tries > times ? inner.decide(tx, commands) : Promise.reject(error());
        },
      },
      () => tries,
    ];
  };
  const deadlock = () => Object.assign(new Error('deadlock detected'), { code: '40P01' });

  test.each(['40P01', '40001', '55P03'])('with %s is decided again', async (code) => {
    const [kind, tries] = failing(`test.retry.${code}`, 3, () => Object.assign(new Error('again'), { code }));
    const id = newId();
    await run(here, kind, { text: 'patient' }, id);
    expect([tries(), await notesOf([id])]).toEqual([4, 1]);
  });

  test('and goes on refusing is an outage, not a bug', async () => {
    here.errors.length = 0;
    const [kind, tries] = failing('test.never', Number.POSITIVE_INFINITY, deadlock);
    const id = newId();
    await expect(run(here, kind, { text: 'never' }, id)).rejects.toMatchObject({
      refusal: { code: 'server.busy', status: 503 },
    });
    expect([tries(), here.errors, await remembered([id])]).toEqual([8, [], []]);
  });

  test('a real deadlock between two processes ends with both done', async () => {
    const nodes = ['left', 'right'];
    await here.database.adminPool.query(
      'insert into platform.heartbeat (merchant_id, node, at) select $1, node, now() from unnest($2::text[]) as node',
      [merchantId, nodes],
    );
    const crossing: CommandKind<{ order: string[] }, null> = {
      kind: 'test.crossing',
      batchMax: 1,
      decide: async (tx, [command]) => {
        for (const node of command?.body.order ?? []) {
          await tx.run(
            sql`update platform.heartbeat set at = now() where merchant_id = ${tx.merchantId} and node = ${node}`,
          );
          await tx.run(sql`select pg_sleep(0.2)`);
        }
        return [{ ok: true, answer: null }];
      },
    };
    const both = await Promise.all([
      run(here, crossing, { order: nodes }),
      run(there, crossing, { order: [...nodes].reverse() }),
    ]);
    expect(both).toEqual([null, null]);
  });

  test('a lost connection is told as an outage, and the same id works afterwards', async () => {
    let isCut = false;
    const cut: CommandKind<Note, unknown> = {
      ...singleNotes,
      kind: 'test.cut',
      decide: async (tx, commands) => {
        const verdicts = await singleNotes.decide(tx, commands);
        if (!isCut) {
          isCut = true;
          const own = await tx.row<{ pid: number }>(sql`select pg_backend_pid() as pid`);
          await here.database.adminPool.query('select pg_terminate_backend($1, 1000)', [own?.pid]);
          await tx.run(sql`select 1`);
        }
        return verdicts;
      },
    };
    const id = newId();
    here.errors.length = 0;
    const outage = await run(here, cut, { text: 'cut' }, id).catch((error: unknown) => error);
    expect(isOutage(outage)).toBe(true);
    expect([await notesOf([id]), here.errors]).toEqual([0, []]);
    await run(here, cut, { text: 'cut' }, id);
    expect(await notesOf([id])).toBe(1);
  });
});

test('figures that are too large together are refused, not a bug', async () => {
  const large: CommandKind<object, never> = {
    kind: 'test.large',
    batchMax: 8,
    decide: () => Promise.reject(new TooLarge('a total')),
  };
  here.errors.length = 0;
  await expect(run(here, large, {})).rejects.toMatchObject({ refusal: { code: 'amount.too_large', status: 422 } });
  expect(here.errors).toEqual([]);
});
