/** Jobs on a real queue: done once by whichever process is there, and by this one where no queue runs. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Jobs, newJobs } from './jobs.ts';
import { newLog } from './log.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
const running: Jobs[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  await database.drop();
});

const open = (): Jobs => newJobs(database.target, newLog('silent'));

it('is done by this process, behind the answer, where no queue runs', async () => {
  const jobs = open();
  const done = new Promise<object>((resolve) => jobs.handle('test.work', async (payload) => resolve(payload)));
  await jobs.send('test.work', { n: 1 });
  expect(await done).toEqual({ n: 1 });
  await expect(jobs.send('test.nobody', {})).rejects.toThrow('No work is registered for the queue test.nobody');
});

it('is done once, whichever of two processes it was sent by, and again where it failed', async () => {
  const done: [process: number, n: number][] = [];
  let failures = 1;
  const all = Promise.withResolvers<void>();
  for (const process of [0, 1]) {
    const jobs = open();
    running.push(jobs);
    jobs.handle<{ n: number }>('test.work', async ({ n }) => {
      if (n === 3 && failures-- > 0) throw new Error('the first try fails');
      done.push([process, n]);
      if (done.length === 4) all.resolve();
    });
    await jobs.start();
  }
  for (const n of [1, 2, 3, 4]) await running[n % 2]?.send('test.work', { n });
  await all.promise;
  expect(done.map(([, n]) => n).sort()).toEqual([1, 2, 3, 4]);
});
