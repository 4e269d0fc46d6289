/** What axe can check of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './settled.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const other = { light: 'dark', dark: 'light' } as const;
type Scheme = keyof typeof other;

/** What axe finds on the page in light and in dark: as it stands, and then as when the device turns from day to night. */
export async function faultsByDayAndNight(page: Page, screen: string): Promise<string[]> {
  const isDark = await page.evaluate(`matchMedia('(prefers-color-scheme: dark)').matches`);
  const scheme: Scheme = isDark === true ? 'dark' : 'light';
  const faults = await faultsOf(page, `${screen}, ${scheme}`);
  await turnTo(page, other[scheme]);
  return [...faults, ...(await faultsOf(page, `${screen}, ${other[scheme]}`))];
}

/** What axe finds on the page as it stands, once nothing moves and nothing is a placeholder any more. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate(`'axe' in globalThis`))) await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run().then((result) => result.violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 300))))`,
  );
  return (found as string[]).map((fault) => `${screen}: ${fault}`);
}

/** Over when the page has followed: the online store does by its style alone, the other faces mark their root. */
async function turnTo(page: Page, scheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await expect
    .poll(() => page.evaluate(`document.documentElement.dataset.mantineColorScheme ?? '${scheme}'`), {
      timeout: 20_000,
      interval: 25,
    })
    .toBe(scheme);
  // Colours that flow from one to the other have arrived.
  await page.evaluate(`document.getAnimations().forEach((one) => one.transitionProperty && one.finish())`);
}
