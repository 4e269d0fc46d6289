/** Browsers that lack something: one without script, one on a slow line, one that was given a plain http address. */
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

it('never has more than 15 kB of script to fetch for a page of the store', async () => {
  const store = await journey.newPage();
  const bytes = new Map<string, number>();
  const fetched: Promise<void>[] = [];
  store.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    fetched.push(request.sizes().then((sizes) => void bytes.set(request.url(), sizes.responseBodySize)));
  });

  await store.goto('/p/product-3');
  // The script that every page has, and the one of the box where a product is bought.
  await expect.poll(() => bytes.size, { timeout: 20_000 }).toBe(2);
  await Promise.all(fetched);

  expect([...bytes.values()].every((size) => size > 0)).toBe(true);
  expect([...bytes.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000);
});

it('is told at the till and in the back office when its address is not secure, before anything is typed', async () => {
  const page = await journey.newPage();
  await page.addInitScript(`Object.defineProperty(window, 'isSecureContext', { value: false })`);

  await page.goto('/pos');
  await page.getByText('This address is not secure').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);

  await page.goto('/admin');
  await page.getByText('This address is not secure').waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
});
