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

/** What axe has to say of the page, and by how much it is wider than its window. */
async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found = (await page.evaluate(
    "axe.run().then((result) => result.violations.map((one) => one.id + ': ' + one.nodes[0].html))",
  )) as string[];
  const overflow = (await page.evaluate('document.documentElement.scrollWidth - innerWidth')) as number;
  return overflow > 0 ? [...found, `${overflow} pixels too wide`] : found;
}
