/** The rules of the trade: plain functions over readonly figures, the same in the server, the till and the store. */

export * from './assert.ts';
export * from './barcodes/gtin.ts';
export * from './barcodes/in-store.ts';
export * from './ids.ts';
export * from './money/allocate.ts';
export * from './money/currency.ts';
export * from './money/parse.ts';
export * from './money/round.ts';
export * from './orders/change.ts';
export * from './orders/order-headline.ts';
export * from './orders/order-state.ts';
export * from './orders/price-lines.ts';
export * from './orders/refund.ts';
export * from './orders/tender-kind.ts';
export * from './reports/business-date.ts';
export * from './stock/claim-stock.ts';
export * from './stock/level.ts';
export * from './stock/move-goods.ts';
export * from './stock/movement.ts';
export * from './stock/value-stock.ts';
export * from './tax/tax.ts';
export * from './text/normalise.ts';
