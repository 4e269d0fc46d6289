/** Every page with offers of every kind: held to axe, in both schemes and languages, on a phone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { everything } from '../../testing/sample-promotion.ts';
import { local, minuteMs, openPromotedStore, type PromotedStore, timeZone } from './testing/promoted-store.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let store: PromotedStore;
beforeAll(async () => {
  store = await openPromotedStore();
});
afterEach(() => store.endAll());
afterAll(() => store?.close());

it.each(['light', 'dark'] as const)(
  'is accessible with offers of every kind and fits a phone, %s, in both languages',
  async (colorScheme) => {
    const gift = store.world.variants[5]?.id ?? '';
    const schedule = {
      start: null,
      end: local(store.clock.now() + 600 * minuteMs),
      zone: timeZone,
      weekdays: null,
      hours: null,
    };
    const breaks = [{ min: 2000, reward: { kind: 'percent' as const, basisPoints: 1000 } }];
    await store.publish({
      phase: 'line',
      action: { kind: 'percent_off', basisPoints: 2000, items: store.product(0), units: { which: 'all' } },
      schedule,
    });
    await store.publish({
      phase: 'line',
      action: { kind: 'quantity_breaks', breaks, counted: 'line', items: store.product(0) },
    });
    await store.publish({
      phase: 'gift',
      action: {
        kind: 'gift',
        steps: [{ minAmount: 5000, minCount: null, choices: [gift], count: 1 }],
        items: everything,
      },
    });
    await store.publish({ trigger: { kind: 'code', sharedCodes: ['DEEP'] }, phase: 'coupon' });
    const context = await store.browser.newContext({
      colorScheme,
      viewport: { width: 390, height: 844 },
      bypassCSP: true,
    });
    const page = await context.newPage();
    const faults: Record<string, string[]> = {};
    for (const prefix of ['', '/zh-hant']) {
      const look = async (path: string) => {
        await page.goto(`${store.origin}${prefix}${path}`);
        const details = page.locator('details.why summary');
        if ((await details.count()) > 0) await details.click();
        faults[`${prefix}${path}`] = await faultsOf(page);
      };
      await look('/p/product-1');
      expect(await page.locator('.breaks tbody tr').count()).toBe(1);
      await page.click('.buy button');
      await page.locator('.told a').waitFor();
      await page.goto(`${store.origin}${prefix}/basket`);
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

it.each([{}, { javaScriptEnabled: false }])(
  'shows at checkout what each way to pay costs, and takes the order for it (%o)',
  async (options) => {
    await store.publish({ name: { en: 'Card week' }, condition: { kind: 'tender', tenders: ['test'] } });
    await store.withPage(options, async (page) => {
      await page.goto(`${store.origin}/p/product-1`);
      await page.getByRole('button', { name: 'Add to basket' }).click();
      if (options.javaScriptEnabled === undefined) await page.getByText('In your basket.').waitFor();
      await page.goto(`${store.origin}/checkout`);
      await page.getByLabel('Name').fill('Mei Chan');
      await page.getByLabel('E-mail').fill('mei@example.test');
      await page.getByRole('radio', { name: 'Collect in store' }).check({ force: true });
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      const ways = page.locator('.way');
      await page.getByRole('button', { name: 'Place order · HK$90' }).waitFor();
      expect(await ways.locator('.figures').allTextContents()).toEqual(['HK$90', 'HK$100', 'HK$90']);
      await page.getByText('Card week').waitFor();
      await ways.nth(1).click();
      // Without the script the other amount is told once, before anything is ordered.
      if (options.javaScriptEnabled === false) {
        await page.getByRole('button', { name: 'Place order' }).click();
        await page.getByRole('alert').getByText('The total has changed').waitFor();
      }
      await page.getByRole('button', { name: 'Place order · HK$100' }).waitFor();
      expect(await page.getByText('Card week').count()).toBe(0);
      expect(await page.locator('[data-live-note]').isVisible()).toBe(false);
      // A page that came of a refusal can be asked for again.
      if (options.javaScriptEnabled === false) await page.goto(page.url());
      else await ways.nth(0).click();
      await page.getByRole('button', { name: 'Place order · HK$90' }).click();
      await page.getByRole('heading', { name: 'Thank you, Mei Chan.' }).waitFor();
      await page.getByText('Card week').first().waitFor();
    });
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
