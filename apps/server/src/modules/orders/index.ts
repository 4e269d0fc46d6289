/** Orders: one order for all channels, from basket to refund. */
import type { Platform } from '../../platform/platform.ts';
import { basketUseCases } from './basket-use-cases.ts';
import { promotionEffectRoutes } from './promotion-routes.ts';
import { ordersRoutes } from './routes.ts';
import { runSimulation, type SimulationJob, simulationQueue, takeUpSimulations } from './run-simulation.ts';
import { forgetCards } from './sold-cards.ts';

export { type BasketUseCases, basketUseCases } from './basket-use-cases.ts';
export { cancelOrder } from './cancel-order.ts';
export type { BasketChange } from './change-baskets.ts';
export { editOrder } from './edit-order.ts';
export { handOverFulfilment, stageFulfilment } from './fulfil-order.ts';
export { listOrders } from './list-orders.ts';
export { type MemberOrder, memberOfBasket, ordersOfMember } from './member-orders.ts';
export { lastNumber } from './number-series.ts';
export { payAtTill } from './pay-order.ts';
export { previewPromotion } from './preview-promotion.ts';
export { homeOf } from './price-basket.ts';
export { floorOf, pricingLine } from './pricing-lines.ts';
export { lockPricingMembers, pricingMembers } from './pricing-members.ts';
export { numberOfReceipt, readOrder } from './read-order.ts';
export { type ReturnBody, recordReturns } from './record-returns.ts';
export { recordSales, type SaleBody } from './record-sales.ts';
export { type RefundBody, refundSale } from './refund-sale.ts';
export { type BasketStep, serveBaskets } from './serve-baskets.ts';
export { readCards } from './sold-cards.ts';
export { taxTable } from './tax-rates.ts';

export function ordersModule(platform: Platform) {
  platform.jobs.handle<SimulationJob>(simulationQueue, (job) => runSimulation(platform, job));
  platform.pokes.watch(({ stream }) => {
    if (stream === 'catalog') forgetCards();
  });
  return {
    implementations: [...ordersRoutes(platform), ...promotionEffectRoutes(platform)],
    baskets: basketUseCases(platform),
    takeUp: (merchantId: string) => takeUpSimulations(platform, merchantId),
  };
}
