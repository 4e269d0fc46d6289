/** A changed setting reaches the shared pages of every process on the database without anybody asking. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, buildApp } from '../../app.ts';
import { newLog } from '../../platform/log.ts';
import { createTestApp, headersFor, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let other: App;
beforeAll(async () => {
  test = await createTestApp();
  other = await buildApp({
    config: { host: '127.0.0.1', port: 0 },
    target: test.database.target,
    log: newLog('silent'),
    withJobs: false,
  });
  await other.listen();
});
afterAll(async () => {
  await other?.close();
  await test?.close();
});

it('shows the merchant’s new name on a page that another process has drawn before', async () => {
  const { host, credentials } = test.first;
  const page = async () => (await other.http.inject({ url: '/', headers: { host } })).body;
  expect(await page()).not.toContain('Harbour Lights');

  const headers = headersFor('staff', credentials);
  const changed = await test.send({ method: 'PATCH', url: '/api/merchant', body: { name: 'Harbour Lights' }, headers });
  expect(changed.status).toBe(200);

  await expect.poll(page, { timeout: 10_000, interval: 50 }).toContain('Harbour Lights');
});
