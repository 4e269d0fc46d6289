/** A till whose sale arrived while the answer was lost: the person never waits, and the sale is counted once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBooks } from '../../verify/verify-books.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { newPairingCode, signIn } from './office-acts.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { openTill, sellOnePiece } from './till-acts.ts';

let world: TestWorld;
let journey: Journey;

beforeAll(async () => {
  world = await createTestWorld();
  journey = await openJourney(world.database);
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

it('sends a sale again whose answer was lost, and the books hold it once', async () => {
  const office = await journey.newPage();
  await signIn(office, { email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' });
  const till = await journey.newPage({ viewport: { width: 1280, height: 800 } });
  await openTill(till, await newPairingCode(office, 'TILL-1'), '1234');

  const sent: { commandId: string | undefined; status: number; body: string }[] = [];
  await till.route('**/api/till/sales', async (route, request) => {
    if (request.method() !== 'POST') return route.continue();
    const answer = await route.fetch();
    sent.push({ commandId: request.headers()['idempotency-key'], status: answer.status(), body: await answer.text() });
    return sent.length <= 2 ? route.abort('connectionreset') : route.fulfill({ response: answer });
  });
  await sellOnePiece(till, 'Product 1');
  await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(3);
  await till.getByRole('button', { name: 'Next sale' }).click();
  await till.getByRole('button', { name: 'Online', exact: true }).waitFor();

  expect(sent.map((one) => one.status)).toEqual([201, 201, 201]);
  expect(new Set(sent.map((one) => one.commandId)).size).toBe(1);
  expect(new Set(sent.map((one) => one.body)).size).toBe(1);
  const { rows } = await world.database.adminPool.query(
    'select (select count(*)::int from orders."order") as orders, (select sum(sellable)::int from inventory.stock_level) as left',
  );
  expect(rows).toEqual([{ orders: 1, left: 4 * 50_000 - 1000 }]);
  const checks = await verifyBooks(journey.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  expect(journey.complaints).toEqual([]);
});
