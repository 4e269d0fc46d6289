import { configDefaults, defineConfig } from 'vitest/config';
import { SlowFirst } from './scripts/slow-first.ts';

const exclude = [...configDefaults.exclude, '**/dist/**', '**/.tandem/**'];
const databaseTests = '**/*.pg.test.{ts,tsx}';
const browserTests = '**/*.web.test.{ts,tsx}';
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
        },
      },
      {
        test: {
          name: 'database',
          include: [databaseTests],
          exclude,
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [browserTests],
          exclude,
          globalSetup,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
