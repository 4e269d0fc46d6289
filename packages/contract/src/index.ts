/** What crosses the wire. Faces import types from here and call through `call`; the server imports the routes. */

import { bundleRoutes } from './bundles.ts';
import { catalogRoutes } from './catalog.ts';
import { collectionRoutes } from './collections.ts';
import { couponRoutes } from './coupons.ts';
import { doorRoutes } from './doors.ts';
import { feedRoutes } from './feeds.ts';
import { importsRoutes } from './imports.ts';
import { inventoryRoutes } from './inventory.ts';
import { memberAccountRoutes } from './member-accounts.ts';
import { membersRoutes } from './members.ts';
import { merchantsRoutes } from './merchants.ts';
import { ordersRoutes } from './orders.ts';
import { priceChangeRoutes } from './price-changes.ts';
import { priceListRoutes } from './price-lists.ts';
import { pricingRoutes } from './pricing.ts';
import { promotionEffectRoutes, promotionsRoutes } from './promotions.ts';
import { quotationRoutes } from './quotations.ts';
import { reportsRoutes } from './reports.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from './route.ts';
import { shopRoutes } from './shop.ts';
import { tillsRoutes } from './tills.ts';

export const routes = {
  ...doorRoutes,
  ...merchantsRoutes,
  ...membersRoutes,
  ...memberAccountRoutes,
  ...catalogRoutes,
  ...bundleRoutes,
  ...collectionRoutes,
  ...pricingRoutes,
  ...priceListRoutes,
  ...promotionsRoutes,
  ...promotionEffectRoutes,
  ...quotationRoutes,
  ...couponRoutes,
  ...priceChangeRoutes,
  ...inventoryRoutes,
  ...ordersRoutes,
  ...shopRoutes,
  ...tillsRoutes,
  ...feedRoutes,
  ...reportsRoutes,
  ...importsRoutes,
};
export type Api = typeof routes;
export type RouteKey = keyof Api;
export type Params<K extends RouteKey> = ParamsOf<Api[K]>;
export type Query<K extends RouteKey> = QueryOf<Api[K]>;
export type Body<K extends RouteKey> = BodyOf<Api[K]>;
export type Answer<K extends RouteKey> = AnswerOf<Api[K]>;
