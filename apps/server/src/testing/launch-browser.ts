/** The browser of the browser tests. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian puts them; the shell has no windows and takes a quarter less of the processor. */
const places = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** Starts the Chromium named by CHROMIUM_PATH, else the one on the machine. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || (places.find((place) => existsSync(place)) ?? '/usr/bin/chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
