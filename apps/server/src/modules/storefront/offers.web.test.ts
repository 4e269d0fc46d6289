/** Promotions in the store, in a real browser: on time on an open page, codes without JavaScript, gifts, the way to free delivery. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type App, buildApp } from '../../app.ts';
import { newId } from '../../platform/ids.ts';
import { newLog } from '../../platform/log.ts';
import { everything, samplePromotion } from '../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../testing/test-world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const timeZone = 'Asia/Hong_Kong';
const minuteMs = 60_000;

/** The shop's clock runs on, and is set ahead by the test; the browser's own is another. */
let aheadMs = 0;
const clock = { now: () => Date.now() + aheadMs };
let world: TestWorld;
let app: App;
let origin = '';
let cookie = '';
let browser: Browser;
const live: string[] = [];

beforeAll(async () => {
  world = await createTestWorld({ products: 6, clock });
  await world.database.adminPool.query(
    'update merchants.channel set shipping_amount = 4000, free_shipping_from_amount = 24000 where id = $1',
    [world.shopId],
  );
  app = await buildApp({
    config: { host: '127.0.0.1', port: 0 },
    target: world.database.target,
    log: newLog('silent'),
    clock,
    withJobs: false,
  });
  origin = (await app.listen()).replace('127.0.0.1', 'localhost');
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: `owner-${world.merchantId}@example.test`, password: 'correct horse battery' }),
  });
  expect(answer.status).toBe(200);
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
afterEach(async () => {
  for (const id of live.splice(0)) await office(`/api/promotions/${id}/ending`);
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await world?.close();
});

/** What the back office sends; gives the answer. */
async function office(path: string, body: object = {}): Promise<{ id: string }> {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie, 'idempotency-key': newId() },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { id: string };
  expect([response.status, answer]).toEqual([response.status < 300 ? response.status : 'success', answer]);
  return answer;
}

async function publish(more: Partial<PromotionBody>): Promise<string> {
  const { id } = await office('/api/promotions', samplePromotion(more));
  await office(`/api/promotions/${id}/publication`);
  live.push(id);
  return id;
}

const product = (index: number) => ({ ...everything, products: [world.variants[index]?.productId ?? ''] });

/** The shop's local time of an instant, to the minute. */
function local(instant: number): string {
  return new Date(instant + 8 * 60 * minuteMs).toISOString().slice(0, 16);
}

async function withPage(options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await run(page);
  await context.close();
  // A form that is refused is answered 422, which browsers note.
  expect(complaints.filter((text) => !text.includes('status of 422'))).toEqual([]);
}

/** Puts so many pieces of a product into the basket and looks at it. */
async function basketWith(page: Page, index: number, pieces = 1): Promise<void> {
  await page.goto(`${origin}/p/product-${index + 1}`);
  await page.fill('[name=quantity]', String(pieces));
  await page.click('.buy button');
  await page.waitForURL('**/basket');
}

it.each(['/p/product-1', '/'])(
  'changes %s while it is open, at the instant of the start, and back at the end',
  async (path) => {
    aheadMs = 0;
    const start = Math.ceil((Date.now() + minuteMs) / minuteMs) * minuteMs;
    const end = start + minuteMs;
    await publish({
      phase: 'line',
      action: { kind: 'percent_off', basisPoints: 2000, items: product(0), units: { which: 'all' } },
      schedule: { start: local(start), end: local(end), zone: timeZone, weekdays: null, hours: null },
    });
    const price = path === '/' ? '.tile[href="/p/product-1"] .tile-price' : '.price strong';
    await withPage({}, async (page) => {
      let loads = 0;
      page.on('load', () => {
        loads += 1;
      });
      await page.clock.install();
      aheadMs = start - Date.now() - 2500;
      await page.goto(`${origin}${path}`);
      expect(await page.textContent(price)).toBe('HK$100');
      await page.waitForTimeout(start - clock.now() - 500);
      expect(await page.textContent(price)).toBe('HK$100');
      await expect.poll(() => page.textContent(price), { timeout: 1500, interval: 20 }).toContain('HK$80');
      expect(clock.now() - start).toBeLessThan(1000);
      await page.getByText('−20 %').first().waitFor();
      await page
        .getByText(/Ends in 00:00:\d\d/)
        .first()
        .waitFor();
      const jumped = end - clock.now() - 2500;
      aheadMs += jumped;
      await page.clock.fastForward(jumped);
      await page.waitForTimeout(end - clock.now() - 500);
      expect(await page.textContent(price)).toContain('HK$80');
      await expect.poll(() => page.textContent(price), { timeout: 1500, interval: 20 }).toBe('HK$100');
      expect(clock.now() - end).toBeLessThan(1000);
      expect(await page.getByText('−20 %').count()).toBe(0);
      expect(loads).toBe(1);
    });
    aheadMs = 0;
  },
);

it('shows within a second what is published while a page is open, and takes it back when it is ended', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${origin}/p/product-2`);
    await expect.poll(() => app.platform.metrics.openStreams.get().then((metric) => metric.values[0]?.value)).toBe(1);
    const id = await publish({
      phase: 'set',
      name: { en: 'Three for two fifty', 'zh-Hant': '三件二百五' },
      action: { kind: 'n_for_price', n: 3, amount: 25_000, fill: 'dearest_first', items: product(1) },
    });
    await page.getByText('3 for HK$250').waitFor({ timeout: 1000 });
    await office(`/api/promotions/${id}/ending`);
    live.pop();
    await expect.poll(() => page.getByText('3 for HK$250').count(), { timeout: 1000 }).toBe(0);
  });
});

it('takes a code, refuses another with its reason, and lets it go again, without JavaScript', async () => {
  await publish({ trigger: { kind: 'code', sharedCodes: ['SPRING'] }, phase: 'coupon' });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await basketWith(page, 0, 2);
    await page.fill('#code', 'nothing');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('There is no code nothing').first().waitFor();
    await page.fill('#code', ' spring ');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('You save HK$20').waitFor();
    expect(await page.textContent('.line-amount')).toContain('HK$180');
    await page.getByRole('button', { name: 'Remove the code spring' }).click();
    expect(await page.getByText('You save').count()).toBe(0);
    expect(await page.textContent('.sum-total dd')).toBe('HK$200');
  });
});

it('lets a gift be chosen, and charges what was shown', async () => {
  const gift = world.variants[4]?.id ?? '';
  await publish({
    phase: 'gift',
    name: { en: 'A gift with product one', 'zh-Hant': '買一送禮' },
    action: {
      kind: 'gift',
      steps: [{ minAmount: 15_000, minCount: null, choices: [gift], count: 1 }],
      items: product(0),
    },
  });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await basketWith(page, 0, 1);
    expect(await page.getByText('Choose your gift').count()).toBe(0);
    await page.getByText('Spend HK$50.00 more').first().waitFor();
    await page.fill('.line [name=quantity]', '2');
    await page.click('.line-change button');
    await page.getByText('Choose your gift').waitFor();
    await page.getByRole('button', { name: 'Take it: Product 5' }).click();
    expect(await page.locator('.line').count()).toBe(2);
    expect(await page.textContent('.line:nth-child(2) .line-amount')).toContain('HK$0');
    expect(await page.getByText('Choose your gift').count()).toBe(0);
    await page.getByRole('link', { name: 'Checkout' }).click();
    await page.fill('[name=name]', 'Kim Lee');
    await page.fill('[name=email]', 'kim@example.com');
    await page.click('label:has([value=pickup])');
    await page.click('form.details button');
    await page.getByRole('button', { name: 'Place order · HK$200' }).click();
    await page.getByText('Thank you, Kim Lee.').waitFor();
    await page.getByText('You saved HK$100').waitFor();
    expect(await page.textContent('.order-lines')).toContain('A gift with product one');
    await page.getByRole('link', { name: 'Receipt' }).click();
    await page.getByText('You saved HK$100').waitFor();
  });
});

it('says when the price changed between the steps, and charges only what was seen', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await basketWith(page, 2, 1);
    await publish({ phase: 'line' });
    await page.getByRole('link', { name: 'Checkout' }).click();
    await page.getByRole('alert').getByText('The total has changed').waitFor();
    await page.fill('[name=name]', 'Kim Lee');
    await page.fill('[name=email]', 'kim@example.com');
    await page.click('label:has([value=pickup])');
    await page.click('form.details button');
    await page.getByRole('button', { name: 'Place order · HK$90' }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    for (const id of live.splice(0)) await office(`/api/promotions/${id}/ending`);
    await page.getByRole('button', { name: 'Place order · HK$90' }).click();
    await page.getByRole('alert').getByText('The total has changed').waitFor();
    await page.getByRole('button', { name: 'Place order · HK$100' }).click();
    await page.getByText('Thank you, Kim Lee.').waitFor();
  });
});

it('shows how far it is to free delivery', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await basketWith(page, 3, 2);
    await page.getByText('HK$40 more for free delivery').waitFor();
    expect(await page.getAttribute('[data-hint=shipping] progress', 'value')).toBe('20000');
    expect(await page.getAttribute('[data-hint=shipping] progress', 'max')).toBe('24000');
    await page.fill('.line [name=quantity]', '3');
    await page.click('.line-change button');
    expect(await page.locator('[data-hint=shipping]').count()).toBe(0);
  });
});

it.each(['light', 'dark'] as const)(
  'is accessible with offers of every kind and fits a phone, %s, in both languages',
  async (colorScheme) => {
    const gift = world.variants[5]?.id ?? '';
    const schedule = {
      start: null,
      end: local(clock.now() + 600 * minuteMs),
      zone: timeZone,
      weekdays: null,
      hours: null,
    };
    const breaks = [{ min: 2000, reward: { kind: 'percent' as const, basisPoints: 1000 } }];
    await publish({
      phase: 'line',
      action: { kind: 'percent_off', basisPoints: 2000, items: product(0), units: { which: 'all' } },
      schedule,
    });
    await publish({ phase: 'line', action: { kind: 'quantity_breaks', breaks, counted: 'line', items: product(0) } });
    await publish({
      phase: 'gift',
      action: {
        kind: 'gift',
        steps: [{ minAmount: 5000, minCount: null, choices: [gift], count: 1 }],
        items: everything,
      },
    });
    await publish({ trigger: { kind: 'code', sharedCodes: ['DEEP'] }, phase: 'coupon' });
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 390, height: 844 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    const faults: Record<string, string[]> = {};
    for (const prefix of ['', '/zh-hant']) {
      const look = async (path: string) => {
        await page.goto(`${origin}${prefix}${path}`);
        const details = page.locator('details.why summary');
        if ((await details.count()) > 0) await details.click();
        faults[`${prefix}${path}`] = await faultsOf(page);
      };
      await look('/p/product-1');
      expect(await page.locator('.breaks tbody tr').count()).toBe(1);
      await page.click('.buy button');
      await page.locator('.told a').waitFor();
      await page.goto(`${origin}${prefix}/basket`);
      for (const code of ['DEEP', 'NONE']) {
        await page.fill('#code', code);
        await page.click('.code-row button');
        await page.locator('.codes').getByText(code, { exact: true }).waitFor();
      }
      await look('/basket');
      await look('/checkout');
      await look('/');
    }
    await context.close();
    expect(faults).toEqual(Object.fromEntries(Object.keys(faults).map((path) => [path, []])));
  },
);

/** What axe has to say of the page, and by how much it is wider than its window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    "axe.run().then((result) => result.violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  )) as string[];
  const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return overflow > 0 ? [...found, `${overflow} pixels too wide`] : found;
}
