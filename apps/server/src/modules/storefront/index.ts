/** The online store: its pages, and what shoppers' browsers ask for beside them. */
import type { FastifyInstance } from 'fastify';
import { addPokesRoute } from '../../platform/http/pokes-route.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import type { Tenants } from '../merchants/index.ts';
import type { BasketUseCases } from '../orders/index.ts';
import { addAssetRoutes } from './asset-routes.ts';
import { isId } from './derive-id.ts';
import { loadPages } from './load-pages.ts';
import { PageMemory } from './page-memory.ts';
import { addPersonalRoutes } from './personal-routes.ts';
import { queryOf } from './read-query.ts';
import { newStockReader } from './read-stock.ts';
import { addRobotRoutes } from './robot-routes.ts';
import { addSharedRoutes } from './shared-routes.ts';
import { publishedVariants, shopApi } from './shop-api.ts';
import { watchChanges } from './watch-changes.ts';

export { priceGoods } from './price-goods.ts';

export interface StorefrontPorts {
  baskets: BasketUseCases;
  resolveShop: Tenants['resolveShop'];
}

export function storefrontModule(platform: Platform, { baskets, resolveShop }: StorefrontPorts) {
  const memory = new PageMemory(platform.clock);
  const stock = newStockReader(platform, memory);
  return {
    implementations: shopApi({ platform, memory, stock }),
    /** Adds the pages; they answer 503 with the cure where the store was not built. */
    addPages: async (app: FastifyInstance): Promise<void> => {
      const changes = watchChanges(platform, memory);
      app.addHook('onClose', async () => changes.stop());
      addPokesRoute(app, changes, platform.metrics, {
        path: '/api/shop/pokes',
        authenticate: async (request) => shopperOf(await resolveShop(request.hostname)),
        streams: async (request, principal) => {
          const query = queryOf(request);
          const token = query.get('order');
          if (token !== null) return [`order:${(await orderAt(baskets, principal, token)).id}`];
          const id = query.get('product');
          if (id === null) return ['catalog'];
          if (!isId(id)) refuse('input.invalid', 'Name the product to watch.', { status: 400, field: 'product' });
          const variants = await publishedVariants(platform, memory, principal, id);
          return ['catalog', ...variants.map((variantId) => `variant:${variantId}`)];
        },
      });
      const loaded = await loadPages();
      if (loaded === undefined) return addNotBuilt(app);
      const site = { platform, loaded, memory, stock, baskets, resolveShop };
      addAssetRoutes(app, loaded);
      addRobotRoutes(app, site);
      addSharedRoutes(app, site);
      await app.register((scope) => addPersonalRoutes(scope, site));
    },
  };
}

function shopperOf(shop: { merchantId: string; channelId: string } | undefined): Principal {
  if (shop === undefined) return refuse('shop.not_found', 'There is no shop at this address.', { status: 404 });
  return {
    merchantId: shop.merchantId,
    actor: { kind: 'shopper', channelId: shop.channelId },
    permissions: new Set(),
    locationIds: null,
  };
}

/** The order at a secret address; 404 for none. */
async function orderAt(baskets: BasketUseCases, principal: Principal, token: string) {
  if (!/^[A-Za-z0-9_-]{16,80}$/.test(token)) notFound('order');
  return baskets.orderByToken(principal, token);
}

function addNotBuilt(app: FastifyInstance): void {
  app.get('/', (_request, reply) =>
    reply
      .code(503)
      .header('content-type', 'text/plain; charset=utf-8')
      .send('The online store is not built. Start Tandem with npm start, which builds it.'),
  );
}
