/** Waiting until a screen is what it will be. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const placeholders = '.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy=true]';

/**
 * Over when nothing on the page is a placeholder and nothing moves any more.
 *
 * Asked again from outside: `waitForFunction` evaluates text inside the page, where the security policy refuses it from the
 * second look on, so that it fails exactly when there is something to wait for. The architecture check refuses it.
 */
export async function settled(page: Page): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(`!document.querySelector('${placeholders}') && document.getAnimations()
          .every((one) => one.playState !== 'running' || one.effect.getTiming().iterations === Infinity)`),
      { timeout: 20_000, interval: 25, message: `${page.url()} comes to rest` },
    )
    .toBe(true);
}
