/** The picture of the server as data: which module may call which. `scripts/check-architecture.ts` holds the code to it. */

/**
 * Each module with the modules it may call, through their `index.ts` and in the caller's transaction. Every module may
 * use the platform; the platform knows none of them. What is not listed here travels as an event, through a feed.
 * The name of a module is also the name of its folder and of the PostgreSQL schema it owns.
 */
export const modules = {
  merchants: [],
  catalog: ['merchants'],
  members: ['catalog', 'merchants'],
  inventory: ['catalog', 'merchants'],
  pricing: ['members', 'catalog', 'merchants'],
  promotions: ['pricing', 'members', 'catalog', 'merchants'],
  orders: ['promotions', 'pricing', 'inventory', 'members', 'catalog', 'merchants'],
  tills: ['orders', 'promotions', 'pricing', 'inventory', 'members', 'catalog', 'merchants'],
  marketing: ['orders', 'promotions', 'pricing', 'inventory', 'members', 'catalog', 'merchants'],
  storefront: ['orders', 'promotions', 'pricing', 'inventory', 'members', 'catalog', 'merchants'],
  imports: ['orders', 'promotions', 'pricing', 'inventory', 'members', 'catalog', 'merchants'],
  reports: ['merchants'],
} as const satisfies Record<string, readonly string[]>;

export type ModuleName = keyof typeof modules;

/** Modules that may read every schema, through SQL alone; they write only in their own. */
export const readers: readonly ModuleName[] = ['reports'];

/** Files and folders of `src/` that put modules together and may therefore know all of them. */
export const composers: readonly string[] = [
  'main.ts',
  'app.ts',
  'setup.ts',
  'setup-routes.ts',
  'cli',
  'demo',
  'verify',
  'testing',
];

/** Files and folders of `src/` that may render the online store's pages (`@tandem/storefront`). */
export const pageHosts: readonly string[] = ['app.ts', 'modules/storefront'];
