/** What a basket costs now, and how the shopper sees it. */
import type { Answer } from '@tandem/contract/index.ts';
import { multiplyQuantity } from '@tandem/domain/money/round.ts';
import { type PricedOrder, priceLines } from '@tandem/domain/orders/price-lines.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { VariantCard } from '../catalog/index.ts';
import { type Availability, availability } from '../inventory/index.ts';
import { type ChannelFacts, type SellingFacts, sellingFacts } from '../merchants/index.ts';
import type { VariantPrice } from '../pricing/index.ts';
import type { BasketContent } from './basket.ts';
import type { StoredBasket } from './basket-rows.ts';
import { keptCards, readCards } from './sold-cards.ts';
import { type TaxTable, taxTable } from './tax-rates.ts';

export interface BasketContext {
  facts: SellingFacts;
  variants: Map<string, VariantCard>;
  prices: Map<string, VariantPrice>;
  published: Map<string, ReadonlySet<string>>;
  available: Map<string, Map<string, Availability>>;
  taxes: Map<string, TaxTable>;
}
export type BasketView = Answer<'GET /api/shop/baskets/:id'>;
type Notice = BasketView['notices'][number];

type Priced = Pick<StoredBasket, 'channelId' | 'content'>;

/**
 * Everything needed to price baskets of these channels that hold these variants. Names and prices may be a second old
 * unless `isPaying`: what is paid is read in the transaction.
 */
export async function basketContext(
  tx: Tx,
  baskets: readonly Priced[],
  more: readonly string[],
  at: string,
  isPaying = false,
): Promise<BasketContext> {
  const facts = await sellingFacts(tx);
  const ids = [
    ...new Set([...baskets.flatMap((basket) => basket.content.lines.map((line) => line.variantId)), ...more]),
  ];
  const channelIds = [...new Set(baskets.map((basket) => basket.channelId))];
  const regions = [...new Set(baskets.map((basket) => regionOf(facts, basket.content)))];
  // Independent questions travel together.
  const [cards, available, taxes] = await Promise.all([
    isPaying ? readCards(tx, ids, channelIds) : keptCards(tx, ids, channelIds),
    Promise.all(channelIds.map((channelId) => availability(tx, channelId, ids))),
    Promise.all(regions.map((region) => taxTable(tx, at, region))),
  ]);
  return {
    facts,
    ...cards,
    available: new Map(
      channelIds.map((channelId, index) => [channelId, available[index] as Map<string, Availability>]),
    ),
    taxes: new Map(regions.map((region, index) => [region, taxes[index] as TaxTable])),
  };
}

/** Where the goods go decides the tax: the store for pickup, the address for shipping. */
export function regionOf(facts: SellingFacts, content: BasketContent): string {
  const { delivery } = content;
  if (delivery?.method === 'pickup') return facts.locations.get(delivery.locationId ?? '')?.region ?? '*';
  const address = delivery?.address ?? content.address;
  return address?.region ?? address?.country ?? '*';
}

/** Is the variant sold in the channel today, with a price? */
export function isSold(context: BasketContext, channelId: string, variantId: string): boolean {
  const variant = context.variants.get(variantId);
  if (variant === undefined || !variant.isActive || variant.status !== 'active' || !context.prices.has(variantId))
    return false;
  return context.published.get(channelId)?.has(variant.productId) ?? false;
}

export interface PricedBasket extends PricedOrder {
  goodsAmount: number;
  shippingAmount: number;
}

/** Prices the lines that are sold today; shipping by the channel's rule, in the price mode of the merchant. */
export function priceBasket(context: BasketContext, basket: Pick<StoredBasket, 'channelId' | 'content'>): PricedBasket {
  const { content } = basket;
  const taxes = context.taxes.get(regionOf(context.facts, content)) as TaxTable;
  const lines = content.lines.map((line) => {
    const price = context.prices.get(line.variantId);
    return { unitAmount: price?.amount ?? 0, quantity: line.quantity, rates: taxes.rates(price?.taxCategoryId) };
  });
  const goodsAmount = lines.reduce((sum, line) => sum + multiplyQuantity(line.unitAmount, line.quantity), 0);
  const shippingAmount = shippingOf(context.facts.channels.get(basket.channelId), content, goodsAmount);
  const shipping = shippingAmount === 0 ? undefined : { amount: shippingAmount, rates: taxes.rates(null) };
  return {
    ...priceLines({ pricesIncludeTax: context.facts.pricesIncludeTax, lines, shipping }),
    goodsAmount,
    shippingAmount,
  };
}

function shippingOf(channel: ChannelFacts | undefined, content: BasketContent, goodsAmount: number): number {
  if (content.delivery?.method !== 'ship' || channel === undefined || content.lines.length === 0) return 0;
  const isFree = channel.freeShippingFromAmount !== null && goodsAmount >= channel.freeShippingFromAmount;
  return isFree ? 0 : channel.shippingAmount;
}

/** The most pieces of a variant that this basket could have, by its delivery. */
export function promisable(
  context: BasketContext,
  basket: Pick<StoredBasket, 'channelId' | 'content'>,
  variantId: string,
): number {
  const there = context.available.get(basket.channelId)?.get(variantId);
  if (there === undefined) return 0;
  const { delivery } = basket.content;
  if (delivery?.method === 'pickup')
    return there.stores.find((store) => store.locationId === delivery.locationId)?.pickup ?? 0;
  if (delivery?.method === 'ship') return there.ship;
  return Math.max(there.ship, ...there.stores.map((store) => store.pickup));
}

/** The basket as the contract shows it. */
export function basketView(context: BasketContext, basket: StoredBasket, notices: Notice[] = []): BasketView {
  const priced = priceBasket(context, basket);
  const { content } = basket;
  return {
    id: basket.id,
    currency: context.facts.currency,
    pricesIncludeTax: context.facts.pricesIncludeTax,
    lines: content.lines.map((line) => {
      const variant = context.variants.get(line.variantId);
      const unitAmount = context.prices.get(line.variantId)?.amount ?? 0;
      return {
        ...line,
        productId: variant?.productId ?? line.variantId,
        sku: variant?.sku ?? '',
        name: variant?.name ?? { en: '?' },
        handle: variant?.handle ?? '',
        optionNames: variant?.optionNames ?? [],
        imageUrl: variant?.imageUrl ?? null,
        unitAmount,
        lineAmount: multiplyQuantity(unitAmount, line.quantity),
        available: isSold(context, basket.channelId, line.variantId) ? promisable(context, basket, line.variantId) : 0,
      };
    }),
    contact: content.contact,
    delivery: content.delivery,
    payment: content.payment === null ? null : { kind: content.payment.kind, state: content.payment.state },
    goodsAmount: priced.goodsAmount,
    shippingAmount: priced.shippingAmount,
    taxAmount: priced.taxAmount,
    totalAmount: priced.totalAmount,
    orderId: basket.orderId,
    notices,
  };
}
