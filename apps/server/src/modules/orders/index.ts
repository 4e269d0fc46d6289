/** Orders: one order for all channels, from basket to refund. */
import type { Platform } from '../../platform/platform.ts';
import { basketUseCases } from './basket-use-cases.ts';
import { ordersRoutes } from './routes.ts';

export type { BasketUseCases } from './basket-use-cases.ts';
export { listOrders } from './list-orders.ts';
export { lastNumber } from './number-series.ts';
export { readOrder } from './read-order.ts';
export { recordSales, type SaleBody } from './record-sales.ts';
export { type RefundBody, refundSale } from './refund-sale.ts';
export { taxTable } from './tax-rates.ts';

export function ordersModule(platform: Platform) {
  return { implementations: ordersRoutes(platform), baskets: basketUseCases(platform) };
}
