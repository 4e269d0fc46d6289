import { multiplyQuantity } from '@tandem/domain/money/round.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import { unitCost } from '@tandem/domain/stock/level.ts';
import { newSecret } from '../../platform/ids.ts';
import type { StockBook } from '../inventory/index.ts';
import type { StoredBasket } from './basket-rows.ts';
import { frozenLine, frozenShipping } from './frozen-discounts.ts';
import { contentsOf, frozenComponents } from './line-components.ts';
import type { NewOrder } from './order-rows.ts';
import { type BasketContext, ratesFor } from './price-basket.ts';
import type { SourcedLine } from './source-lines.ts';

interface Placing {
  context: BasketContext;
  book: StockBook;
  at: string;
  /** Business date. */
  day: string;
}

/** The order that a basket becomes, its prices and discounts frozen as they were just worked out. */
export function orderOfBasket(
  placing: Placing,
  basket: StoredBasket,
  body: { orderId: string; pricedAt: string },
  priced: PricedBasket,
  sourced: readonly SourcedLine[],
  staffId: string | null,
): NewOrder {
  const { context, at, day } = placing;
  const { content } = basket;
  const { pricesIncludeTax } = context.facts;
  const ratesOf = ratesFor(context, basket);
  const lines = linesOf(placing, content, priced, sourced, ratesOf);
  const isPaid = content.payment?.kind === 'test';
  const goods = lines.reduce((sum, line) => ({ net: sum.net + line.netAmount, tax: sum.tax + line.taxAmount }), {
    net: 0,
    tax: 0,
  });
  return {
    id: body.orderId,
    number: '',
    state: 'placed',
    channelId: basket.channelId,
    locationId: null,
    registerId: null,
    staffId,
    memberId: content.memberId ?? null,
    contact: content.contact,
    delivery: {
      ...content.delivery,
      ...(content.delivery?.method === 'ship' && content.delivery.address === undefined
        ? { address: content.address ?? undefined }
        : {}),
    },
    netAmount: goods.net,
    taxAmount: goods.tax,
    shippingNetAmount: priced.shipping?.netAmount ?? 0,
    shippingTaxAmount: priced.shipping?.taxAmount ?? 0,
    shippingDiscountAmount: priced.shipping?.discountAmount ?? 0,
    shippingAllocations: frozenShipping(priced.shipping, ratesOf(null), pricesIncludeTax),
    ruleSetNumber: priced.ruleSetNumber,
    pricingHash: priced.hash,
    codes: content.codes ?? [],
    roundingAmount: 0,
    paidAmount: isPaid ? priced.totals.totalAmount : 0,
    token: newSecret(16),
    placedAt: at,
    pricedAt: body.pricedAt,
    businessDate: day,
    source: '',
    lines,
    tenders: isPaid
      ? [
          {
            kind: 'test',
            event: 'captured',
            amount: priced.totals.totalAmount,
            tenderedAmount: null,
            changeAmount: null,
          },
        ]
      : [],
  };
}

function linesOf(
  { context, book }: Placing,
  content: StoredBasket['content'],
  priced: PricedBasket,
  sourced: readonly SourcedLine[],
  ratesOf: ReturnType<typeof ratesFor>,
): NewOrder['lines'] {
  return content.lines.map((line, index) => {
    const money = priced.lines[index] as (typeof priced.lines)[number];
    const variant = context.variants.get(line.variantId);
    const from = sourced.filter((one) => one.lineNo === line.lineNo);
    // Provisional: the cost is frozen when the goods leave.
    const costOf = (one: SourcedLine) => multiplyQuantity(unitCost(book.level(one)), one.quantity);
    const costAmount = from.reduce((sum, one) => sum + costOf(one), 0);
    const costs = contentsOf(context, line.variantId).map(({ variantId }) =>
      from.reduce((sum, one) => sum + (one.variantId === variantId ? costOf(one) : 0), 0),
    );
    const rates = ratesOf(context.prices.get(line.variantId)?.taxCategoryId);
    const frozen = frozenLine(money, rates, context.facts.pricesIncludeTax);
    return {
      lineNo: line.lineNo,
      productId: variant?.productId ?? null,
      variantId: line.variantId,
      sku: variant?.sku ?? '',
      name: variant?.name ?? { en: '' },
      quantity: line.quantity,
      ...frozen,
      costAmount,
      components: frozenComponents(context, { ...line, ...frozen }, costs),
      locationId: from[0]?.locationId ?? null,
    };
  });
}
