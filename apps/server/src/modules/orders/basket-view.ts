/** The basket as the shopper sees it: what it costs, why, and what more there is to have. */
import type { Answer } from '@tandem/contract/index.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { isApplied, savingOfMore } from '@tandem/domain/pricing/saving-of-more.ts';
import type { Condition } from '@tandem/domain/promotions/condition.ts';
import type { Promotion } from '@tandem/domain/promotions/promotion.ts';
import type { StoredBasket } from './basket-rows.ts';
import { paidBy, type Quote, quoteBasket } from './hold-price.ts';
import { contentsOf } from './line-components.ts';
import { type BasketContext, isSold, priceBasket, promisable } from './price-basket.ts';
import { tellPlace } from './tell-places.ts';

export type BasketView = Answer<'GET /api/shop/baskets/:id'>;
type Notice = BasketView['notices'][number];

/** In a basket of more lines no further pieces are tried. */
const triedMax = 8;

/** The basket as the contract shows it, at the prices of the context. */
export function basketView(
  context: BasketContext,
  basket: StoredBasket,
  notices: Notice[] = [],
  { priced, hold }: Quote = quoteBasket(context, basket),
): BasketView {
  const { content } = basket;
  const { shipping, totals } = priced;
  const nameOf = namesIn(context);
  const ways = waysToAdd(context, basket);
  return {
    id: basket.id,
    currency: context.facts.currency,
    pricesIncludeTax: context.facts.pricesIncludeTax,
    lines: content.lines.map((line, index) => lineView(context, basket, line, priced.lines[index])),
    contact: content.contact,
    delivery: content.delivery,
    payments: paymentsOf(context, basket, totals.totalAmount),
    payment: content.payment === null ? null : { kind: content.payment.kind, state: content.payment.state },
    goodsAmount: totals.listAmount,
    discountAmount: totals.discountAmount,
    shippingAmount: shipping?.amount ?? 0,
    shippingDiscountAmount: shipping?.discountAmount ?? 0,
    taxAmount: totals.taxAmount,
    totalAmount: totals.totalAmount,
    orderId: basket.orderId,
    codes: content.codes ?? [],
    applied: priced.applied.map(({ promotionId, code, amount }) => ({
      promotionId,
      name: nameOf(promotionId),
      code,
      amount,
    })),
    refused: priced.refused.map((one) => ({
      ...one,
      name: nameOf(one.promotionId),
      params:
        one.reason === 'needs_pieces'
          ? withSaving(context, ways, one, hold)
          : tellPlace(one, context.rules, context.facts),
      isOnShipping: context.rules.promotions.some(
        ({ id, action }) => id === one.promotionId && action.kind === 'shipping',
      ),
    })),
    offers: offersOf(context, basket, priced, nameOf),
    validUntil: earlier(priced.validUntil, hold === null || hold.state === 'over' ? null : hold.until),
    ruleSetNumber: priced.ruleSetNumber,
    priceHold: hold,
    notices,
  };
}

/** The basket with further pieces of one of its lines. */
interface Way {
  line: StoredBasket['content']['lines'][number];
  after: PricedBasket;
  priceBy(rules: RuleSet): PricedBasket;
}

/** Every way to put so many further pieces in, the cheapest first: priced once for all the promotions that lack as many. */
function waysToAdd(context: BasketContext, basket: StoredBasket): (count: number) => readonly Way[] {
  const { lines } = basket.content;
  const priceOf = ({ line }: Way) => context.prices.get(line.variantId)?.amount ?? 0;
  const known = new Map<number, Way[]>();
  return (count) => {
    if (lines.length > triedMax) return [];
    const ways =
      known.get(count) ??
      lines
        .filter((line) => (line.offeredBy ?? null) === null)
        .map((line): Way => {
          const more = { ...line, quantity: line.quantity + count * 1000 };
          const content = { ...basket.content, lines: lines.map((one) => (one === line ? more : one)) };
          const after = priceBasket(context, { ...basket, content });
          const priceBy = (rules: RuleSet) =>
            rules === context.rules ? after : priceBasket({ ...context, rules }, { ...basket, content });
          return { line, after, priceBy };
        })
        .sort((a, b) => a.after.totals.totalAmount - b.after.totals.totalAmount || priceOf(a) - priceOf(b));
    known.set(count, ways);
    return ways;
  };
}

/**
 * With what further pieces would save, of those goods in the basket that are the cheapest to add. While another price than
 * that of now is kept nothing is said of it.
 */
function withSaving(
  context: BasketContext,
  ways: ReturnType<typeof waysToAdd>,
  { promotionId, params }: PricedBasket['refused'][number],
  hold: Quote['hold'],
): Record<string, string | number> {
  const { missingCount } = params;
  if (promotionId === null || typeof missingCount !== 'number' || hold?.state === 'kept') return { ...params };
  const best = ways(missingCount).find(({ after }) => isApplied(after, promotionId));
  const saving = best && savingOfMore(best.priceBy, context.rules, promotionId);
  return saving ? { ...params, saving, variantId: best.line.variantId } : { ...params };
}

/** What each way to pay comes to: the same for all, unless a promotion asks how it is paid. */
function paymentsOf(context: BasketContext, basket: StoredBasket, totalAmount: number): BasketView['payments'] {
  const { delivery, payment } = basket.content;
  if (delivery === null) return [];
  const kinds = delivery.method === 'pickup' ? (['test', 'in_store'] as const) : (['test'] as const);
  const isAsked = [...context.heldRules.values(), context.rules].some(asksHowPaid);
  const totalOf = (kind: (typeof kinds)[number]) =>
    !isAsked || kind === payment?.kind
      ? totalAmount
      : quoteBasket(context, paidBy(basket, kind)).priced.totals.totalAmount;
  return kinds.map((kind) => ({ kind, totalAmount: totalOf(kind) }));
}

const asked = new WeakMap<RuleSet, boolean>();

/** Has one of the promotions a condition about the tender? Rules never change: each set is looked through once. */
function asksHowPaid(rules: RuleSet): boolean {
  const known = asked.get(rules);
  if (known !== undefined) return known;
  const asks = (condition: Condition): boolean =>
    'of' in condition && typeof condition.of === 'object' ? condition.of.some(asks) : condition.kind === 'tender';
  const found = rules.promotions.some(({ condition }) => condition !== null && asks(condition));
  asked.set(rules, found);
  return found;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

type NameOf = (promotionId: string | null) => Promotion['name'] | null;

function namesIn({ rules, heldRules }: BasketContext): NameOf {
  const all = [...heldRules.values(), rules].flatMap((one) => one.promotions);
  const names = new Map(all.map((promotion) => [promotion.id, promotion.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

function lineView(
  context: BasketContext,
  basket: StoredBasket,
  line: StoredBasket['content']['lines'][number],
  money: PricedBasket['lines'][number] | undefined,
): BasketView['lines'][number] {
  const variant = context.variants.get(line.variantId);
  return {
    lineNo: line.lineNo,
    variantId: line.variantId,
    quantity: line.quantity,
    productId: variant?.productId ?? line.variantId,
    sku: variant?.sku ?? '',
    name: variant?.name ?? { en: '?' },
    handle: variant?.handle ?? '',
    optionNames: variant?.optionNames ?? [],
    imageUrl: variant?.imageUrl ?? null,
    unitAmount: money?.listUnitAmount ?? 0,
    compareAtAmount: money?.compareAtAmount ?? null,
    listAmount: money?.listAmount ?? 0,
    discountAmount: money?.discountAmount ?? 0,
    lineAmount: money?.amount ?? 0,
    allocations: (money?.allocations ?? []).map((one) => ({ ...one, units: [...one.units] })),
    offeredBy: line.offeredBy ?? null,
    components: componentsView(context, line.variantId),
    available: isSold(context, basket.channelId, line.variantId) ? promisable(context, basket, line.variantId) : 0,
  };
}

function componentsView(context: BasketContext, variantId: string): BasketView['lines'][number]['components'] {
  return contentsOf(context, variantId).flatMap(({ variantId: id, quantity }) => {
    const variant = context.variants.get(id);
    if (variant === undefined) return [];
    const { productId, name, handle, optionNames, imageUrl } = variant;
    const unitAmount = context.prices.get(id)?.amount ?? 0;
    return [{ variantId: id, productId, name, handle, optionNames, imageUrl, quantity, unitAmount }];
  });
}

function offersOf(
  context: BasketContext,
  basket: StoredBasket,
  priced: PricedBasket,
  nameOf: NameOf,
): BasketView['offers'] {
  return priced.offers.map(({ promotionId, kind, count, choices }) => ({
    promotionId,
    name: nameOf(promotionId),
    kind,
    count,
    choices: choices.flatMap(({ variantId, unitAmount }) => {
      const variant = context.variants.get(variantId);
      if (variant === undefined || !isSold(context, basket.channelId, variantId)) return [];
      const { productId, name, optionNames, imageUrl } = variant;
      const listUnitAmount = context.prices.get(variantId)?.amount ?? 0;
      const available = promisable(context, basket, variantId);
      return [{ variantId, productId, name, optionNames, imageUrl, unitAmount, listUnitAmount, available }];
    }),
  }));
}
