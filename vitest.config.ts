import { configDefaults, defineConfig } from 'vitest/config';
import { SlowFirst } from './scripts/slow-first.ts';

const exclude = [...configDefaults.exclude, '**/dist/**', '**/.tandem/**'];
const databaseTests = '**/*.pg.test.{ts,tsx}';
const browserTests = '**/*.web.test.{ts,tsx}';
/** A busy machine is no fault: what takes a tenth of a second at one desk takes ten at another. Over a minute it hangs. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } };
const globalSetup = './apps/server/src/platform/testing/global-setup.ts';

/** A test's name says what it needs: `.test.ts` nothing, `.pg.test.ts` a database, `.web.test.ts` a browser. */
export default defineConfig({
  test: {
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...exclude, databaseTests, browserTests],
          ...patience,
        },
      },
      {
        test: {
          name: 'database',
          include: [databaseTests],
          exclude,
          globalSetup,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          exclude,
          globalSetup,
          ...patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
