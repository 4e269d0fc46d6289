/** What axe can check of a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, once nothing moves and nothing is a placeholder any more. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  await settled(page);
  await page.evaluate(axeSource);
  const found = await page.evaluate(
    `axe.run().then((result) => result.violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 300))))`,
  );
  return (found as string[]).map((fault) => `${screen}: ${fault}`);
}
