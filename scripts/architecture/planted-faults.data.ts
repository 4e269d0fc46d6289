/** For every rule a fault to plant in the sound tree, with what the check must then say; and what must stay allowed. */
import { graph } from './sound-tree.data.ts';

const server = 'apps/server/src';
const long = (lines: number) => 'export const line = 1;\n'.repeat(lines);
const body = (lines: number) => '  count += 1;\n'.repeat(lines);

export const planted: readonly (readonly [fault: string, path: string, text: string, expected: readonly string[]])[] = [
  [
    'a circle in the graph',
    `${server}/modules.ts`,
    graph({ catalog: ['tills'], orders: ['catalog'], tills: ['orders'], reports: [] }),
    [`${server}/modules.ts:1 the graph has a circle: catalog -> tills -> orders -> catalog`],
  ],
  [
    'a module of the graph that does not exist',
    `${server}/modules.ts`,
    graph({ catalog: [], orders: ['catalog', 'stock'], tills: [], reports: [] }),
    [`${server}/modules.ts:1 orders calls stock, which is no module`],
  ],
  [
    'a folder that is not in the graph',
    `${server}/modules/gifts/index.ts`,
    'export const gift = 1;\n',
    [`${server}/modules.ts:1 the folder modules/gifts is not in the graph`],
  ],
  [
    'an import past the index of another module',
    `${server}/modules/orders/price.ts`,
    "import { pool } from '../../platform/pool.ts';\nimport { x } from '../catalog/list-products.ts';\n",
    [`${server}/modules/orders/price.ts:2 reaches into catalog past its index.ts: ../catalog/list-products.ts`],
  ],
  [
    'a test that reaches past an index',
    `${server}/modules/orders/price.test.ts`,
    "import { x } from '../catalog/list-products.ts';\n",
    [`${server}/modules/orders/price.test.ts:1 reaches into catalog past its index.ts: ../catalog/list-products.ts`],
  ],
  [
    'an import upwards',
    `${server}/modules/catalog/ask.ts`,
    "import { placeOrder } from '../orders/index.ts';\n",
    [`${server}/modules/catalog/ask.ts:1 catalog may not call orders: it does not stand below it`],
  ],
  [
    'an import upwards under the package name',
    `${server}/modules/catalog/ask.ts`,
    "export * from '@tandem/server/modules/orders/index.ts';\n",
    [`${server}/modules/catalog/ask.ts:1 catalog may not call orders: it does not stand below it`],
  ],
  [
    'an import sideways, made at run time',
    `${server}/modules/tills/ask.ts`,
    "export const ask = async () => await import('../reports/index.ts');\n",
    [`${server}/modules/tills/ask.ts:1 tills may not call reports: it does not stand below it`],
  ],
  [
    'a platform that knows a module',
    `${server}/platform/seed.ts`,
    "import type { x } from '../modules/catalog/index.ts';\n",
    [`${server}/platform/seed.ts:1 the platform knows no module, but imports ../modules/catalog/index.ts`],
  ],
  [
    'a module that knows the whole application',
    `${server}/modules/orders/whole.ts`,
    "import { app } from '../../app.ts';\n",
    [`${server}/modules/orders/whole.ts:1 orders may not import ../../app.ts, which knows every module`],
  ],
  [
    'a file of the server that stands nowhere',
    `${server}/extra/thing.ts`,
    'export const thing = 1;\n',
    [
      `${server}/extra/thing.ts:1 stands in no module, not in the platform, and is not named as a composer in modules.ts`,
    ],
  ],
  [
    "SQL that reads another module's schema",
    `${server}/modules/orders/peek.ts`,
    'export const peek = sql`\n  select name\n  from catalog.product\n`;\n',
    [`${server}/modules/orders/peek.ts:3 orders reads the schema catalog`],
  ],
  [
    "SQL in a plain string that writes in another module's schema",
    `${server}/modules/orders/peek.ts`,
    `export const poke = (id: string) => \`delete from catalog."product" where id = \${id}\`;\n`,
    [`${server}/modules/orders/peek.ts:1 orders writes in the schema catalog`],
  ],
  [
    'a fragment of SQL that joins another schema',
    `${server}/modules/orders/peek.ts`,
    `export const part = (a: string) => sql\`\${a}, catalog.product p\`;\n`,
    [`${server}/modules/orders/peek.ts:1 orders reads the schema catalog`],
  ],
  [
    'reports that write where they may only read',
    `${server}/modules/reports/fix.ts`,
    'export const fix = `update orders.order set total = 0`;\n',
    [`${server}/modules/reports/fix.ts:1 reports writes in the schema orders`],
  ],
  [
    "a platform that reads a module's schema",
    `${server}/platform/peek.ts`,
    'export const peek = `select 1 from orders.order`;\n',
    [`${server}/platform/peek.ts:1 platform reads the schema orders`],
  ],
  [
    'a migration that makes a table in another schema',
    'apps/server/migrations/0004_orders_more.sql',
    'create table orders.line (id uuid);\ncreate table catalog.brand (id uuid);\n',
    ['apps/server/migrations/0004_orders_more.sql:2 orders makes or changes catalog.brand'],
  ],
  [
    'a foreign key upwards',
    'apps/server/migrations/0004_catalog_more.sql',
    'create table catalog.hit (order_id uuid,\n  foreign key (order_id) references orders."order" (id));\n',
    ['apps/server/migrations/0004_catalog_more.sql:2 catalog leans on orders.order, which does not stand below it'],
  ],
  [
    'a foreign key from reports to the facts',
    'apps/server/migrations/0004_reports_more.sql',
    'create table reports.day (order_id uuid references orders."order");\n',
    ['apps/server/migrations/0004_reports_more.sql:1 reports leans on orders.order, which does not stand below it'],
  ],
  [
    'a migration of an unknown module',
    'apps/server/migrations/0004_gifts.sql',
    'select 1;\n',
    [
      'apps/server/migrations/0004_gifts.sql:1 is not named 0000_module.sql or 0000_module_what.sql after a module of the graph',
    ],
  ],
  [
    'two migrations with one number',
    'apps/server/migrations/0002_tills.sql',
    'select 1;\n',
    ['apps/server/migrations/0002_tills.sql:1 the number 0002 is taken twice'],
  ],
  [
    'a table in the plural and a table without a schema',
    'apps/server/migrations/0004_tills.sql',
    'create table tills.registers (id uuid);\ncreate table shift (id uuid);\n',
    [
      'apps/server/migrations/0004_tills.sql:1 the table tills.registers is not in the singular',
      'apps/server/migrations/0004_tills.sql:2 the table shift is not named schema.snake_case',
    ],
  ],
  [
    'a domain that imports',
    'packages/domain/src/tax.ts',
    "import { createHash } from 'node:crypto';\n",
    ['packages/domain/src/tax.ts:1 the domain stands alone, but imports node:crypto'],
  ],
  ...[
    ['Date.now()', 'reads the clock: Date.now'],
    ['new Date()', 'reads the clock: new Date()'],
    ['new Date', 'reads the clock: new Date'],
    ['Temporal.Now.instant()', 'reads the clock: Temporal.Now'],
    ['performance.now()', 'reads the clock: performance.'],
    ['Math.random()', 'draws at random: Math.random'],
    ['crypto.randomUUID()', 'draws at random: crypto.'],
    ['process.env', 'reads the process: process.'],
    ["fetch('/x')", 'uses the network: fetch('],
    ['setTimeout(() => 1)', 'waits: setTimeout('],
  ].map(
    ([code, message]) =>
      [
        `a domain that says ${code}`,
        'packages/domain/src/tax.ts',
        `export const tax = [1, ${code}];\n`,
        [`packages/domain/src/tax.ts:1 ${message}`],
      ] as const,
  ),
  [
    "randomness in the server outside the platform's ids",
    `${server}/modules/orders/draw.ts`,
    'export const draw = () => Math.random();\n',
    [`${server}/modules/orders/draw.ts:1 draws at random: Math.random`],
  ],
  [
    'a contract that uses more than types of the domain',
    'packages/contract/src/money.ts',
    "import { type Money, roundHalfAway } from '@tandem/domain';\n",
    ['packages/contract/src/money.ts:1 the contract imports only typebox and types of the domain, not @tandem/domain'],
  ],
  [
    'a design system that knows a face',
    'packages/ui/src/shell.tsx',
    "import { Page } from '@tandem/admin/main.tsx';\n",
    ['packages/ui/src/shell.tsx:1 packages/ui stands on packages only, but imports @tandem/admin/main.tsx'],
  ],
  [
    'a face that knows the server',
    'apps/pos/src/sell.ts',
    "import { app } from '@tandem/server/app.ts';\n",
    ['apps/pos/src/sell.ts:1 apps/pos stands on packages only, but imports @tandem/server/app.ts'],
  ],
  [
    'a face that reaches out by a relative path',
    'apps/pos/src/sell.ts',
    "import { Page } from '../../admin/src/main.tsx';\n",
    ['apps/pos/src/sell.ts:1 leaves its workspace by a relative path: ../../admin/src/main.tsx'],
  ],
  [
    "a module that renders the shop's pages",
    `${server}/modules/orders/page.ts`,
    "import { page } from '@tandem/storefront/pages.tsx';\n",
    [`${server}/modules/orders/page.ts:1 the server may not import @tandem/storefront/pages.tsx here`],
  ],
  [
    'a file of 301 lines',
    'packages/ui/src/long.ts',
    long(301),
    ['packages/ui/src/long.ts:1 has 301 lines, more than 300'],
  ],
  [
    'a function of 71 lines',
    'packages/ui/src/long.ts',
    `export function sum(a: { b: number }): { c: number } {\n${body(69)}}\n`,
    ['packages/ui/src/long.ts:1 sum has 71 lines, more than 70'],
  ],
  [
    'an arrow function and a method of 71 lines',
    'packages/ui/src/long.ts',
    `const add = async <T,>(a: T): Promise<Map<T, { b: 1 }>> => {\n${body(69)}};\nclass A {\n  take(a = f(1)) {\n${body(69)}  }\n}\n`,
    [
      'packages/ui/src/long.ts:1 add has 71 lines, more than 70',
      'packages/ui/src/long.ts:73 take has 71 lines, more than 70',
    ],
  ],
  [
    'an empty word in the name of a file',
    'packages/ui/src/price-utils.ts',
    'export const price = 1;\n',
    ['packages/ui/src/price-utils.ts:1 the word "utils" says nothing: name the trade\'s thing or act'],
  ],
  [
    'an empty word in the name of an export',
    'packages/ui/src/price.ts',
    '\nexport class PriceManager {}\n',
    ['packages/ui/src/price.ts:2 the word "manager" in PriceManager says nothing'],
  ],
  [
    'a dependency without a reason',
    'apps/pos/package.json',
    '{\n  "devDependencies": { "left-pad": "1.0.0" }\n}\n',
    ['apps/pos/package.json:2 left-pad has no line of reason in docs/adr'],
  ],
  ['unfinished work', 'docs/plan.md', `\n${'TO'}${'DO'}: more\n`, [`docs/plan.md:2 ${'TO'}${'DO'} is unfinished`]],
  ['a path of one machine', 'run.sh', `cd ${'/ro'}ot/shop\n`, [`run.sh:1 ${'/ro'}ot/ is a path of one machine`]],
  [
    'the host of a registry',
    'package-lock.json',
    `{ "resolved": "https://registry${'.npmjs'}.org/x" }\n`,
    [`package-lock.json:1 registry${'.npmjs'} is the host of a registry`],
  ],
  [
    'a line left from a search for a fault',
    'apps/pos/src/sell.ts',
    `conso${'le'}.log(1);\n`,
    [`apps/pos/src/sell.ts:1 conso${'le'}.log( is left from a search for a fault`],
  ],
];

export const allowed: readonly (readonly [what: string, path: string, text: string])[] = [
  ['a long catalogue of messages', 'apps/pos/src/messages/en.ts', long(400)],
  ['a long file of pure data', `${server}/modules/catalog/names.data.ts`, long(400)],
  ['a long component', 'apps/pos/src/sell.tsx', `export function Sell() {\n${body(200)}}\n`],
  ['a long test', 'packages/ui/src/a.test.ts', `test('a', () => {\n${body(200)}});\n`],
  ['a file of 300 lines', 'packages/ui/src/long.ts', long(300)],
  ['a function of 70 lines', 'packages/ui/src/long.ts', `export function sum(): number {\n${body(68)}}\n`],
  ['a call behind a question mark', 'packages/ui/src/a.ts', `const a = b ? c(1) : {\n${'  d: 1,\n'.repeat(80)}};\n`],
  [
    'a property test of the domain',
    'packages/domain/src/a.test.ts',
    "import fc from 'fast-check';\nimport { test } from 'vitest';\n",
  ],
  ['an address that looks like a path', 'docs/a.md', 'See https://example.org/work/shop.\n'],
];
