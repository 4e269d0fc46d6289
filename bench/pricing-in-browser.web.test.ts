import { fileURLToPath } from 'node:url';
import { hashesOfCases } from '@tandem/domain/pricing/cases/price-cases.ts';
import { expect, it } from 'vitest';
import { runInBrowser } from './in-browser.ts';

const entry = fileURLToPath(import.meta.resolve('@tandem/domain/pricing/cases/price-cases.ts'));

it('prices every worked case in a browser to the same hash as in Node', async () => {
  const here = hashesOfCases();
  const there = await runInBrowser<Record<string, string>>(entry, 'bundle.hashesOfCases()');

  expect(Object.keys(here).length).toBeGreaterThanOrEqual(577);
  expect(there).toEqual(here);
});
