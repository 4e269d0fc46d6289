import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Batcher, type BatcherLimits, type Outcome } from './batcher.ts';

/** A batcher whose batches stay open until they are answered. */
function openBatcher(limits: Partial<BatcherLimits> = {}) {
  const batches: { works: number[]; answer: (outcomes: Outcome<string>[]) => void; fail: (error: Error) => void }[] =
    [];
  const run = (works: number[]) =>
    new Promise<Outcome<string>[]>((answer, fail) => batches.push({ works, answer, fail }));
  const batcher = new Batcher<number, string>(run, { batchMax: 4, inFlightMax: 2, queueMax: 10, ...limits });
  const answer = (index: number) =>
    batches[index]?.answer(batches[index].works.map((work) => ({ answer: `answer ${work}` })));
  return { batcher, batches, answer, works: () => batches.map((batch) => batch.works) };
}

describe('a batcher', () => {
  test('takes what arrives in one turn together, and a lonely piece of work at once', async () => {
    const { batcher, works, answer } = openBatcher();
    const answers = [1, 2, 3].map((work) => batcher.submit(work));
    await turn();
    expect(works()).toEqual([[1, 2, 3]]);
    answer(0);
    expect(await Promise.all(answers)).toEqual(['answer 1', 'answer 2', 'answer 3']);

    const lonely = batcher.submit(4);
    await turn();
    answer(1);
    expect(await lonely).toBe('answer 4');
    await turn();
    expect(batcher.isIdle).toBe(true);
  });

  test('has at most so many batches under way, each of at most so many pieces, in the order they came', async () => {
    const { batcher, works, answer } = openBatcher();
    const answers = Array.from({ length: 10 }, (_, work) => batcher.submit(work));
    await turn();
    expect(works()).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
    expect(batcher.isIdle).toBe(false);
    answer(1);
    await turn();
    expect(works()[2]).toEqual([8, 9]);
    answer(0);
    answer(2);
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 10 }, (_, work) => `answer ${work}`));
  });

  test('refuses with 503 what its queue cannot hold, and takes it once there is room', async () => {
    const { batcher, works, answer } = openBatcher({ queueMax: 3 });
    const kept = [1, 2, 3].map((work) => batcher.submit(work));
    await expect(batcher.submit(4)).rejects.toMatchObject({ refusal: { code: 'server.busy', status: 503 } });
    await turn();
    const later = batcher.submit(4);
    await turn();
    expect(works()).toEqual([[1, 2, 3], [4]]);
    answer(0);
    answer(1);
    expect(await Promise.all([...kept, later])).toHaveLength(4);
  });

  test('gives each its own outcome, and one error to all of a batch that broke', async () => {
    const { batcher, batches } = openBatcher();
    const first = [1, 2, 3].map((work) => batcher.submit(work));
    await turn();
    const second = [4, 5].map((work) => batcher.submit(work));
    await turn();
    batches[0]?.answer([{ answer: 'good' }, { error: new Error('no') }]);
    batches[1]?.fail(new Error('gone'));

    const settled = await Promise.allSettled([...first, ...second]);
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message))).toEqual([
      'good',
      'no',
      'A batch gave fewer outcomes than commands',
      'gone',
      'gone',
    ]);
    const after = batcher.submit(6);
    await turn();
    batches[2]?.answer([{ answer: 'works on' }]);
    expect(await after).toBe('works on');
  });
});
