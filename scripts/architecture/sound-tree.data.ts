/** A small sound tree that keeps every rule of the architecture. */

/** The text of a `modules.ts` with this graph. */
export const graph = (modules: Record<string, readonly string[]>) =>
  `export const modules = ${JSON.stringify(modules)};
export const readers = ['reports'];
export const composers = ['main.ts', 'app.ts', 'testing'];
export const pageHosts = ['app.ts'];\n`;

/** Path and text of each file. */
export const sound: Readonly<Record<string, string>> = {
  'packages/domain/src/index.ts': "export { roundHalfAway } from './money/round.ts';\n",
  'packages/domain/src/money/round.ts': `/** Never new Date(), never Math.random(). */
export function roundHalfAway(amount: number): number {
  const day = new Date(0).getTime();
  return amount + day;
}
`,
  'packages/contract/src/index.ts':
    "import { Type } from 'typebox';\nimport type { Money } from '@tandem/domain';\nexport { Type };\n",
  'packages/ui/src/index.ts': "import { roundHalfAway } from '@tandem/domain';\nexport const round = roundHalfAway;\n",
  'apps/admin/src/main.tsx': `import { round } from '@tandem/ui';
export function Page() {
  return <p title="don't">It's {round(1)} / 2</p>;
}
`,
  'apps/pos/src/main.tsx': "import '@tandem/ui/tokens.css';\n",
  'apps/storefront/src/pages.tsx': "import { h } from 'preact';\nexport const page = h;\n",
  'apps/storefront/src/pages.web.test.tsx':
    "import { app } from '@tandem/server/app.ts';\nexport const started = app;\n",
  'apps/server/src/modules.ts': graph({ catalog: [], orders: ['catalog'], tills: ['orders', 'catalog'], reports: [] }),
  'apps/server/src/app.ts': `import { listProducts } from './modules/catalog/index.ts';
import { pool } from './platform/pool.ts';
import { page } from '@tandem/storefront/pages.tsx';
export const app = [listProducts, pool, page];
`,
  'apps/server/src/platform/pool.ts': 'export const pool = `select 1 from platform.stream`;\n',
  'apps/server/src/modules/catalog/index.ts': "export { listProducts } from './list-products.ts';\n",
  'apps/server/src/modules/catalog/list-products.ts': `import { pool } from '../../platform/pool.ts';
export const listProducts = (order: string) => [pool, sql\`select * from catalog.product p where p.kind = 'orders.order' \${order}\`];
`,
  'apps/server/src/modules/catalog/list-products.pg.test.ts': `import { app } from '../../app.ts';
import { placeOrder } from '../orders/index.ts';
export const seen = [app, placeOrder, 'select * from orders.order'];
`,
  'apps/server/src/modules/orders/index.ts': `import { listProducts } from '../catalog/index.ts';
export const placeOrder = listProducts;
export const placed = 'orders.placed';
`,
  'apps/server/src/modules/reports/index.ts': 'export const sales = `select * from orders.order`;\n',
  'apps/server/migrations/0001_catalog.sql': `create schema catalog;
create table catalog.product (id uuid primary key);
-- orders.order refers to it
`,
  'apps/server/migrations/0002_orders.sql': `create table orders."order" (product_id uuid references catalog.product (id));
create index order_product on orders."order" (product_id);
`,
  'apps/server/migrations/0003_reports.sql': 'create view reports.sales as select * from orders."order";\n',
  'package.json': '{ "dependencies": { "pg": "8.0.0", "@tandem/domain": "*" } }\n',
  'docs/adr/0001-each-dependency-has-a-reason.md': 'The driver is `pg`.\n',
  'README.md': 'A small sound tree.\n',
};
