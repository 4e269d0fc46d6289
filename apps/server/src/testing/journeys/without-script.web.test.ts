/** The online store in a browser that runs no script: every step is a plain page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBooks } from '../../verify/verify-books.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';
import { type Journey, openJourney } from './open-journey.ts';
import { orderForPickup } from './store-acts.ts';

let world: TestWorld;
let journey: Journey;

beforeAll(async () => {
  world = await createTestWorld({ ratePpm: 50_000 });
  journey = await openJourney(world.database);
});
afterAll(async () => {
  await journey?.close();
  await world?.close();
});

it('finds a product, changes the basket, orders, and comes back to the order by its address', async () => {
  const store = await journey.newPage({ javaScriptEnabled: false });
  await store.goto('/');
  await store.getByRole('link', { name: 'Product 2' }).first().click();
  await store.getByRole('button', { name: 'Add to basket' }).click();
  await store.getByRole('spinbutton', { name: 'Quantity of Product 2' }).fill('3');
  await store.getByRole('button', { name: 'Update' }).click();
  expect(await store.getByRole('spinbutton', { name: 'Quantity of Product 2' }).inputValue()).toBe('3');

  const number = await orderForPickup(store, { name: 'Kim Lee', email: 'kim@example.test' });
  const address = store.url();
  await store.getByRole('link', { name: 'Receipt' }).click();
  await store.getByRole('heading', { name: new RegExp(number) }).waitFor();

  const elsewhere = await journey.newPage({ javaScriptEnabled: false });
  await elsewhere.goto(address);
  await elsewhere.getByText(`Order ${number}`).first().waitFor();
  await elsewhere.goto('/p/product-2');
  await elsewhere.getByText('47 there', { exact: true }).waitFor();

  const { rows } = await world.database.adminPool.query(
    'select number, total_amount::int as total, state from orders."order"',
  );
  expect(rows).toEqual([{ number, total: 30_000, state: 'placed' }]);
  const checks = await verifyBooks(journey.app.platform.pool, world.merchantId);
  expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  expect(journey.complaints).toEqual([]);
});
