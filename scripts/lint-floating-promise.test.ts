/** A floating promise is a lost write: the lint must fail on a database call that nobody waits for. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';

// Each test starts the linter, which takes its time where other tests run beside it.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, '..');
const folder = join(root, `apps/server/src/modules/planted-${process.pid}`);
const planted = join(folder, 'lose.ts');

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lint(body: string): { status: number | null; output: string } {
  const imports = [
    "import type { Pool } from 'pg';",
    "import { readAs, type Tx } from '../../platform/transaction.ts';",
    "import { sql } from '../../platform/sql.ts';",
    "import { call } from '@tandem/contract/client.ts';",
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    planted,
    `${imports.join('\n')}\nexport const used = [readAs, sql, call];\n${body}\nexport type Used = [Pool, Tx];\n`,
  );
  const oxlint = join(root, 'node_modules/.bin/oxlint');
  const { status, stdout, stderr } = spawnSync(oxlint, ['--type-aware', '--format', 'unix', planted], {
    cwd: root,
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, output: stdout + stderr };
}

const lost: readonly (readonly [what: string, body: string])[] = [
  ['a statement in a transaction', 'export async function lose(tx: Tx) {\n  tx.run(sql`select 1`);\n}'],
  ['a query on the pool', "export async function lose(pool: Pool) {\n  pool.query('select 1');\n}"],
  [
    'a call of a function that asks the database',
    'export async function lose(pool: Pool) {\n  readAs(pool, "x", async (tx) => await tx.rows(sql`select 1`));\n}',
  ],
  [
    'a function whose promise has its type from the driver',
    "const ask = (pool: Pool) => pool.query('select 1');\nexport async function lose(pool: Pool) {\n  ask(pool);\n}",
  ],
  ['a function of another workspace', "export async function lose() {\n  call('GET /api/setup', {});\n}"],
  ['a promise thrown away on purpose', 'export async function lose(tx: Tx) {\n  void tx.run(sql`select 1`);\n}'],
];

test.each(lost)('%s that nobody waits for fails the lint', (_what, body) => {
  const { status, output } = lint(body);

  expect(output).toContain('no-floating-promises');
  expect(status).toBe(1);
});

test('a loop that does not wait for its statements fails the lint', () => {
  const { status, output } = lint(
    'export function lose(tx: Tx, ids: string[]) {\n  ids.forEach(async () => { await tx.run(sql`select 1`); });\n}',
  );

  expect(output).toContain('no-misused-promises');
  expect(status).toBe(1);
});

test('the same statements, waited for, pass the lint', () => {
  const { status, output } = lint(
    'export async function keep(tx: Tx, pool: Pool) {\n  await tx.run(sql`select 1`);\n  await pool.query("select 1");\n}',
  );

  expect(output).not.toContain('problem');
  expect(status).toBe(0);
});
