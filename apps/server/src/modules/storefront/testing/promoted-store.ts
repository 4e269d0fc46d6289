/** A store on a database of its own whose clock a test sets ahead, with a back office that publishes promotions over HTTP. */
import type { PromotionBody } from '@tandem/contract/promotions.ts';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type App, buildApp } from '../../../app.ts';
import { newId } from '../../../platform/ids.ts';
import { newLog } from '../../../platform/log.ts';
import { launchBrowser } from '../../../testing/launch-browser.ts';
import { everything, samplePromotion } from '../../../testing/sample-promotion.ts';
import { createTestWorld, type TestWorld } from '../../../testing/test-world.ts';

export const timeZone = 'Asia/Hong_Kong';
export const minuteMs = 60_000;

export interface PromotedStore {
  world: TestWorld;
  app: App;
  origin: string;
  browser: Browser;
  /** The shop's clock: it runs on, ahead of the machine's by what the test says. */
  clock: { now(): number; aheadMs: number };
  /** Publishes ten percent off, with whatever is to be otherwise; gives the id. */
  publish(more: Partial<PromotionBody>): Promise<string>;
  /** Ends what was published and is not over. */
  endAll(): Promise<void>;
  /** All goods of a product of the world. */
  product(index: number): typeof everything;
  /** Runs with a page of its own; anything in its console fails the test. */
  withPage(options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The shop's local time of an instant (ms), to the minute. */
export function local(instant: number): string {
  return new Date(instant + 8 * 60 * minuteMs).toISOString().slice(0, 16);
}

export async function openPromotedStore(): Promise<PromotedStore> {
  const clock = { aheadMs: 0, now: () => Date.now() + clock.aheadMs };
  const world = await createTestWorld({ products: 6, clock });
  await world.database.adminPool.query(
    'update merchants.channel set shipping_amount = 4000, free_shipping_from_amount = 24000 where id = $1',
    [world.shopId],
  );
  const app = await buildApp({
    config: { host: '127.0.0.1', port: 0 },
    target: world.database.target,
    log: newLog('silent'),
    clock,
    withJobs: false,
  });
  const origin = (await app.listen()).replace('127.0.0.1', 'localhost');
  const office = await signIn(origin, `owner-${world.merchantId}@example.test`);
  const browser = await launchBrowser();
  const live = new Set<string>();
  return {
    world,
    app,
    origin,
    browser,
    clock,
    publish: async (more) => {
      const { id } = await office('/api/promotions', samplePromotion(more));
      await office(`/api/promotions/${id}/publication`);
      live.add(id);
      return id;
    },
    endAll: async () => {
      for (const id of live) await office(`/api/promotions/${id}/ending`);
      live.clear();
    },
    product: (index) => ({ ...everything, products: [world.variants[index]?.productId ?? ''] }),
    withPage: (options, run) => withPage(browser, options, run),
    close: async () => {
      await browser.close();
      await app.close();
      await world.close();
    },
  };
}

/** Signs the owner in; gives what sends as the back office does. */
async function signIn(origin: string, email: string) {
  const headers = { 'content-type': 'application/json', origin };
  const body = JSON.stringify({ email, password: 'correct horse battery' });
  const session = await fetch(`${origin}/api/session`, { method: 'POST', headers, body });
  expect(session.status).toBe(200);
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (path: string, content: object = {}): Promise<{ id: string }> => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, cookie, 'idempotency-key': newId() },
      body: JSON.stringify(content),
    });
    const answer = (await response.json()) as { id: string };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
}

async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  run: (page: Page) => Promise<void>,
): Promise<void> {
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
