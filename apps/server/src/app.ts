/** Puts the application together: platform, modules, HTTP and faces. */
import { join } from 'node:path';
import { catalogModule } from './modules/catalog/index.ts';
import { importsModule } from './modules/imports/index.ts';
import { anyHoldExpired, expireHolds, inventoryModule } from './modules/inventory/index.ts';
import { membersModule } from './modules/members/index.ts';
import { merchantsModule } from './modules/merchants/index.ts';
import { lastNumber, ordersModule } from './modules/orders/index.ts';
import { pricingModule } from './modules/pricing/index.ts';
import { anyClaimExpired, expireClaims, promotionsModule } from './modules/promotions/index.ts';
import { keepReports, reportsModule } from './modules/reports/index.ts';
import { storefrontModule } from './modules/storefront/index.ts';
import { tillStreams, tillsModule } from './modules/tills/index.ts';
import { buildPlatform } from './platform/build-platform.ts';
import { type Clock, isoNow } from './platform/clock.ts';
import type { DatabaseTarget } from './platform/database/target.ts';
import { parsePositions, readFeed } from './platform/feeds/read-feed.ts';
import { buildHttp } from './platform/http/build-http.ts';
import { addFace } from './platform/http/faces.ts';
import { type Implementation, implement } from './platform/http/implement.ts';
import { addMetaRoutes } from './platform/http/meta-routes.ts';
import { addPokesRoute } from './platform/http/pokes-route.ts';
import type { Principal } from './platform/http/principal.ts';
import { newId } from './platform/ids.ts';
import type { Log } from './platform/log.ts';
import type { Platform } from './platform/platform.ts';
import { refuse } from './platform/refusal.ts';
import { readAs } from './platform/transaction.ts';
import { setUpImplementations } from './setup-routes.ts';

export interface AppOptions {
  config: { host: string; port: number };
  target: DatabaseTarget;
  log: Log;
  clock?: Clock;
  /** Connections to the database. */
  poolMax?: number;
  /** Jobs run on a queue in the database; tests that need none leave them out. */
  withJobs?: boolean;
}

export interface App {
  /** Begins to serve; gives the address. */
  listen(): Promise<string>;
  /** Finishes what is under way, then stops. */
  close(): Promise<void>;
  http: Awaited<ReturnType<typeof buildHttp>>;
  platform: Platform;
}

const appsFolder = join(import.meta.dirname, '../..');

export async function buildApp(options: AppOptions): Promise<App> {
  const platform = await buildPlatform(options);
  const { pool, jobs, log } = platform;
  const state = { isServing: true };
  const merchants = merchantsModule(platform, { lastReceiptNumber: lastNumber });
  const catalog = catalogModule(platform, { merchantOf: merchants.tenants.merchantOf });
  const orders = ordersModule(platform);
  const imports = importsModule(platform);
  const storefront = storefrontModule(platform, {
    baskets: orders.baskets,
    resolveShop: merchants.tenants.resolveShop,
  });
  const promotions = promotionsModule(platform);
  const http = await buildHttp({
    log,
    authenticate: merchants.authenticate,
    plugins: [catalog.plugin],
    implementations: [
      ...merchants.implementations,
      ...catalog.implementations,
      ...membersModule(platform).implementations,
      ...pricingModule(platform).implementations,
      ...promotions.implementations,
      ...inventoryModule(platform).implementations,
      ...orders.implementations,
      ...tillsModule(platform).implementations,
      ...reportsModule(platform).implementations,
      ...imports.implementations,
      ...storefront.implementations,
      ...setUpImplementations(platform, {
        tenants: merchants.tenants,
        forget: merchants.forget,
        fillDemo: async (tell) => (await import('./demo/fill-demo.ts')).fillDemo(platform, tell),
      }),
      ...feedImplementations(platform),
    ],
  });
  addMetaRoutes(http, {
    pool,
    metrics: platform.metrics,
    node: newId(),
    isServing: () => state.isServing,
    anyMerchant: async () => (await merchants.tenants.all())[0],
  });
  addPokes(http, platform, merchants.authenticate);
  await addFace(http, { prefix: '/admin', folder: join(appsFolder, 'admin/dist') });
  await addFace(http, { prefix: '/pos', folder: join(appsFolder, 'pos/dist') });
  await storefront.addPages(http);
  // Compiling the contract takes the program for itself for a while: nothing may stand in a transaction meanwhile.
  await http.ready();
  const stopReports = keepReports(platform, merchants.tenants.all);
  const stopHolds = every(15_000, () => expireAll(platform, merchants.tenants.all), log);
  const stopTakingUp = every(15_000, () => takeUpAll([promotions, orders], merchants.tenants.all), log);
  if (options.withJobs !== false) await jobs.start();
  return {
    http,
    platform,
    listen: () => http.listen({ host: options.config.host, port: options.config.port }),
    close: async () => {
      state.isServing = false;
      await http.close();
      stopHolds();
      stopTakingUp();
      await stopReports();
      if (options.withJobs !== false) await jobs.stop();
      await platform.stop();
    },
  };
}

function feedImplementations({ pool }: Platform): Implementation[] {
  return [
    implement('GET /api/feed', async ({ principal, query }) => {
      const after =
        parsePositions(query.after) ??
        refuse('input.invalid', 'Positions look like catalog:12,orders:40.', { status: 400, field: 'after' });
      for (const stream of after.keys())
        if (!maySee(principal, stream))
          refuse('permission.missing', 'You may not read this stream.', { status: 403, field: 'after' });
      const entries = await readAs(pool, principal.merchantId, (tx) => readFeed(tx, after, query.limit ?? 200));
      for (const entry of entries) after.set(entry.stream, entry.position);
      return {
        entries: entries.map((entry) => ({ ...entry, at: entry.at.toISOString() })),
        positions: Object.fromEntries(after),
      };
    }),
  ];
}

/** Staff see the streams of what they may read; those limited to locations only these locations' stock. */
function maySee(principal: Principal, stream: string): boolean {
  const [name, locationId = ''] = stream.split(':');
  if (name === 'catalog') return principal.permissions.has('catalog.read');
  if (name === 'orders') return principal.permissions.has('order.read') && principal.locationIds === null;
  return (
    name === 'store' &&
    principal.permissions.has('stock.read') &&
    (principal.locationIds === null || principal.locationIds.includes(locationId))
  );
}

function addPokes(
  http: App['http'],
  platform: Platform,
  authenticate: ReturnType<typeof merchantsModule>['authenticate'],
): void {
  const asked = (url: string): string[] =>
    (new URL(url, 'http://tandem').searchParams.get('streams') ?? '')
      .split(',')
      .filter((stream) => /^[a-z_]+(:[0-9a-f-]{36})?$/.test(stream));
  addPokesRoute(http, platform.pokes, platform.metrics, {
    path: '/api/feed/pokes',
    authenticate: (request) => authenticate(request, 'staff'),
    streams: (request, principal) => asked(request.url).filter((stream) => maySee(principal, stream)),
  });
  addPokesRoute(http, platform.pokes, platform.metrics, {
    path: '/api/till/feed/pokes',
    authenticate: (request) => authenticate(request, 'register'),
    streams: (_request, principal) => tillStreams(principal),
  });
}

const sweeps = [
  { isNeeded: anyHoldExpired, expire: expireHolds },
  { isNeeded: anyClaimExpired, expire: expireClaims },
];

/** Lets holds of stock and claims of promotions go that ran out. */
async function expireAll({ bus, pool, clock }: Platform, all: () => Promise<string[]>): Promise<void> {
  for (const merchantId of await all())
    for (const { isNeeded, expire } of sweeps)
      if (await readAs(pool, merchantId, (tx) => isNeeded(tx, isoNow(clock))))
        await bus.run<object, object>(expire, { merchantId, id: newId(), body: {}, actor: { kind: 'system' } });
}

/** Lets work go on whose process died. */
async function takeUpAll(
  modules: readonly { takeUp(merchantId: string): Promise<void> }[],
  all: () => Promise<string[]>,
): Promise<void> {
  for (const merchantId of await all()) for (const { takeUp } of modules) await takeUp(merchantId);
}

function every(ms: number, run: () => Promise<void>, log: Log): () => void {
  const timer = setInterval(() => {
    run().catch((error: unknown) => log.error({ err: error }, 'periodic work'));
  }, ms);
  return () => clearInterval(timer);
}
