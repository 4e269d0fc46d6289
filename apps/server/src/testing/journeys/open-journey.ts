/** The real application and a real browser, for journeys of people through the three faces. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type App, buildApp } from '../../app.ts';
import { newLog } from '../../platform/log.ts';
import type { TestDatabase } from '../../platform/testing/test-database.ts';
import { launchBrowser } from '../launch-browser.ts';

export interface Journey {
  app: App;
  /** A page of somebody of their own: no cookie and no storage is shared with the others. Paths are of the application. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** What broke in any page: errors of scripts, and whatever the browser itself refused, such as a broken policy. */
  complaints: readonly string[];
  close(): Promise<void>;
}

/** What the browser writes for any answer that is no success; a refusal is an answer like others. */
const ordinaryAnswer = /^Failed to load resource:/;

/** Listens on a port of its own, without jobs. The faces must have been built. Call `close` in `afterAll`. */
export async function openJourney({ target }: TestDatabase): Promise<Journey> {
  const config = { host: '127.0.0.1', port: 0 };
  const app = await buildApp({ config, target, log: newLog('silent'), withJobs: false });
  // Cookies that belong to one host alone are taken without TLS on `localhost` only.
  const baseURL = (await app.listen()).replace('127.0.0.1', 'localhost');
  const browser = await launchBrowser();
  const complaints: string[] = [];
  return {
    app,
    complaints,
    newPage: async (options = {}) => {
      const context = await browser.newContext({ baseURL, locale: 'en-GB', reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(20_000);
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !ordinaryAnswer.test(message.text())) complaints.push(message.text());
      });
      return page;
    },
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}
