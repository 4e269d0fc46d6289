/** When more is waiting than can be done soon: refused at once with the word when to come again, and nothing is lost. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandKind } from '../platform/commands/command.ts';
import { newId } from '../platform/ids.ts';
import { createTestApp, headersFor, type TestApp } from './test-app.ts';

let tandem: TestApp;
beforeAll(async () => {
  tandem = await createTestApp();
});
afterAll(() => tandem.close());

it('a full queue answers 503 with Retry-After, and takes the same command later', async () => {
  const { first, app } = tandem;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  // Whoever hands in a kind of command first gives the queue its way of deciding: this one waits until it is let go.
  const slow: CommandKind<object, null> = {
    kind: 'pricing.add_tax_category',
    batchMax: 64,
    decide: async (_tx, commands) => opened.then(() => commands.map(() => ({ ok: true as const, answer: null }))),
  };
  const { merchantId } = first.world;
  const waiting = Array.from({ length: 4000 }, () =>
    app.platform.bus.run(slow, { merchantId, id: newId(), body: {}, actor: { kind: 'system' } }),
  );
  await expect(
    app.platform.bus.run(slow, { merchantId, id: newId(), body: {}, actor: { kind: 'system' } }),
  ).rejects.toMatchObject({ refusal: { code: 'server.busy', status: 503 } });
  await new Promise((resolve) => setImmediate(resolve));
  const more = Array.from({ length: 128 }, () =>
    app.platform.bus.run(slow, { merchantId, id: newId(), body: {}, actor: { kind: 'system' } }),
  );

  const request = (merchant = first) => ({
    method: 'POST',
    url: '/api/tax-categories',
    body: { code: 'late', name: 'Late' },
    headers: { ...headersFor('staff', merchant.credentials), 'idempotency-key': newId() },
  });
  const refused = await tandem.send(request());
  expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'server.busy', '1']);
  // Another merchant has a queue of its own.
  expect((await tandem.send(request(tandem.second))).status).toBe(201);

  open();
  const done = await Promise.allSettled([...waiting, ...more]);
  expect(done.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(4128);
  expect(tandem.errors).toEqual([]);
});
