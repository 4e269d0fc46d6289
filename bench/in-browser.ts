/** Runs an entry file of the repository in a real browser, on a blank page. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const browserPath = process.env.CHROMIUM_PATH || (places.find((place) => existsSync(place)) ?? '/usr/bin/chromium');

/** The value of `expression`, in which `bundle` is what the entry file exports. It must be plain JSON. */
export async function runInBrowser<Value>(entry: string, expression: string): Promise<Value> {
  const code = await bundle(entry);
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    return await page.evaluate<Value>(expression);
  } finally {
    await browser.close();
  }
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'bundle' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`${entry} was not bundled`);
  return chunk.code;
}
