/** The store in a real browser: bought without and with JavaScript, live, accessible, and quiet in the console. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../app.ts';
import { newId } from '../../platform/ids.ts';
import { newLog } from '../../platform/log.ts';
import { launchBrowser } from '../../testing/launch-browser.ts';
import { makeBundle } from '../../testing/make-bundle.ts';
import { createTestWorld, saleOf, type TestWorld } from '../../testing/test-world.ts';
import { verifyBooks } from '../../verify/verify-books.ts';
import { recordSales } from '../orders/index.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let world: TestWorld;
let app: App;
let origin = '';
let browser: Browser;

beforeAll(async () => {
  world = await createTestWorld({ products: 6, ratePpm: 50_000 });
  app = await buildApp({
    config: { host: '127.0.0.1', port: 0 },
    target: world.database.target,
    log: newLog('silent'),
    withJobs: false,
  });
  origin = (await app.listen()).replace('127.0.0.1', 'localhost');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await world?.close();
});

/** Runs with a page of its own; anything in its console, such as a broken policy, fails the test. */
async function withPage(options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await run(page);
  await context.close();
  expect(complaints).toEqual([]);
}

async function buy(page: Page): Promise<void> {
  await page.goto(`${origin}/checkout`);
  await page.fill('[name=name]', 'Kim Lee');
  await page.fill('[name=email]', 'kim@example.com');
  await page.fill('[name=line1]', '1 Harbour Road');
  await page.click('form.details button');
  await page.getByRole('button', { name: 'Place order · HK$200' }).click();
  await expect.poll(() => page.textContent('h1')).toBe('Thank you, Kim Lee.');
}

/** Whole pieces of a product of the world that a shopper may have sent. */
async function left(index: number): Promise<number> {
  const path = `/api/shop/products/${world.variants[index]?.productId}/availability`;
  const { items } = (await (await fetch(`${origin}${path}`)).json()) as { items: { ship: number }[] };
  return (items[0]?.ship ?? 0) / 1000;
}

async function openOrders(): Promise<number> {
  const { rows } = await world.database.adminPool.query(
    'select count(*)::int as count from orders."order" where state = \'placed\'',
  );
  return rows[0].count;
}

describe('buying', () => {
  it('works without JavaScript, from the product to the order', async () => {
    const before = await openOrders();
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/p/product-2`);
      await page.fill('[name=quantity]', '2');
      await page.click('.buy button');
      expect(new URL(page.url()).pathname).toBe('/basket');
      expect(await page.inputValue('.line [name=quantity]')).toBe('2');
      await buy(page);
    });
    expect(await openOrders()).toBe(before + 1);
  });

  it('stays on the page with JavaScript, and every page knows the number of pieces', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${origin}/p/product-3`);
      await page.fill('[name=quantity]', '2');
      await page.getByRole('button', { name: 'Add to basket' }).click();
      await page.getByText('In your basket.').waitFor();
      await page.goto(origin);
      expect(await page.textContent('[data-basket-pieces]')).toBe('2');
      await buy(page);
      await page.goto(origin);
      expect(await page.isVisible('[data-basket-pieces]')).toBe(false);
    });
  });

  it('takes a form that is sent twice as one order', async () => {
    const before = await openOrders();
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${origin}/p/product-4`);
      await page.click('.buy button');
      await page.goto(`${origin}/checkout`);
      await page.fill('[name=name]', 'Kim Lee');
      await page.fill('[name=email]', 'kim@example.com');
      await page.click('label:has([value=pickup])');
      await page.click('form.details button');
      const fields = await page
        .locator('form[action="/checkout/order"] input[type=hidden]')
        .evaluateAll((inputs) =>
          inputs.map((input) => [(input as { name?: string }).name ?? '', (input as { value?: string }).value ?? '']),
        );
      const form = { ...Object.fromEntries(fields), payment: 'in_store' };
      const answers = await Promise.all(
        [1, 2].map(() => page.request.post(`${origin}/checkout/order`, { form, maxRedirects: 0 })),
      );
      expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
      expect(answers[0]?.headers().location).toBe(answers[1]?.headers().location);
    });
    expect(await openOrders()).toBe(before + 1);
  });

  it('tells what is inside a bundle, sells it, and takes its contents from the stock', async () => {
    const made = world.variants[5]?.id ?? '';
    const [first, second] = [world.variants[3]?.id ?? '', world.variants[4]?.id ?? ''];
    await makeBundle({ platform: app.platform, merchantId: world.merchantId, ownerId: world.ownerId }, made, [
      { variantId: first, quantity: 2000 },
      { variantId: second, quantity: 1000 },
    ]);
    await withPage({ javaScriptEnabled: false }, async (page) => {
      const before = await Promise.all([left(3), left(4)]);
      await page.goto(`${origin}/p/product-6`);
      // As many as the contents allow.
      const most = Math.min(Math.floor((before[0] ?? 0) / 2), before[1] ?? 0);
      expect(await page.getAttribute('[data-ship]', 'data-ship')).toBe(String(most));
      const inside = page.locator('.inside');
      expect(await inside.getByRole('heading').textContent()).toBe('What’s inside');
      expect(
        await inside.getByRole('link').evaluateAll((links) => links.map(({ href }: { href?: string }) => href)),
      ).toEqual([`${origin}/p/product-4`, `${origin}/p/product-5`]);
      expect(await inside.locator('.inside-sum').textContent()).toBe('Bought separately HK$300You save HK$200');
      await page.fill('[name=quantity]', '2');
      await page.click('.buy button');
      await buy(page);
      expect(await page.locator('.contents li').allTextContents()).toEqual(['2 × Product 4', '1 × Product 5']);
      await expect.poll(() => Promise.all([left(3), left(4)])).toEqual([(before[0] ?? 0) - 4, (before[1] ?? 0) - 2]);
    });
    const checks = await verifyBooks(world.platform.pool, world.merchantId);
    expect(checks.filter((check) => check.differences > 0)).toEqual([]);
  });
});

it('shows on an open product page at once what a till has sold', async () => {
  const variant = world.variants[0]?.id ?? '';
  await withPage({}, async (page) => {
    await page.goto(`${origin}/p/product-1`);
    await page.locator('[data-pickup="50"]').waitFor();
    await expect.poll(() => app.platform.metrics.openStreams.get().then((metric) => metric.values[0]?.value)).toBe(1);
    const body = saleOf(world, [variant], { quantity: 3000 });
    await app.platform.bus.run(recordSales, {
      merchantId: world.merchantId,
      id: newId(),
      body,
      actor: { kind: 'register', registerId: world.registerId, locationId: world.storeId },
    });
    await page.locator('[data-pickup="47"]').waitFor();
  });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${origin}/p/product-1`);
    expect(await page.getAttribute('[data-pickup]', 'data-pickup')).toBe('47');
  });
});

/** What axe has to say of the page, and by how much it is wider than its window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    "axe.run().then((result) => result.violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  )) as string[];
  const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return overflow > 0 ? [...found, `${overflow} pixels too wide`] : found;
}

describe.each(['light', 'dark'] as const)('in a %s scheme', (colorScheme) => {
  const phone = { colorScheme, viewport: { width: 390, height: 844 }, bypassCSP: true };

  it.each([
    '/',
    '/zh-hant',
    '/search?q=product',
    '/p/product-1',
    '/zh-hant/p/product-1',
    '/basket',
    '/account',
    '/zh-hant/account?form=claim',
    '/nowhere',
  ])('%s is accessible and fits a phone', async (path) => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    const faults = await faultsOf(page);
    await context.close();
    expect(faults).toEqual([]);
  });

  it('every step to an order is accessible and fits a phone', async () => {
    const context = await browser.newContext(phone);
    const page = await context.newPage();
    await page.goto(`${origin}/p/product-5`);
    await page.getByRole('button', { name: 'Add to basket' }).click();
    await page.getByText('In your basket.').waitFor();
    const faults = {
      added: await faultsOf(page),
      basket: [''],
      details: [''],
      payment: [''],
      order: [''],
      receipt: [''],
    };
    await page.goto(`${origin}/basket`);
    faults.basket = await faultsOf(page);
    await page.goto(`${origin}/checkout`);
    faults.details = await faultsOf(page);
    await page.fill('[name=name]', 'Kim Lee');
    await page.fill('[name=email]', 'kim@example.com');
    await page.click('label:has([value=pickup])');
    await page.click('form.details button');
    await page.click('label:has([value=in_store])');
    faults.payment = await faultsOf(page);
    await page.getByRole('button', { name: 'Place order · HK$100' }).click();
    await page.getByText('To pay in the store: HK$100').waitFor();
    faults.order = await faultsOf(page);
    await page.getByRole('link', { name: 'Receipt' }).click();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    faults.receipt = await faultsOf(page);
    await context.close();
    expect(faults).toEqual({ added: [], basket: [], details: [], payment: [], order: [], receipt: [] });
  });
});
