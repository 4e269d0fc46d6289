/**
 * What an order would come to if it were edited so: priced by the engine at its own instant and by its own rules, with the
 * prices that it froze. Its own uses stand in nobody's way, and the delivery fee stays what it was.
 */
import type { Body } from '@tandem/contract/index.ts';
import type { PricingMember } from '@tandem/domain/pricing/basket.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import { taxOf } from '@tandem/domain/tax/tax.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { rulesOf } from '../pricing/index.ts';
import { type OrderUses, usesForEdit } from '../promotions/index.ts';
import { type BasketContent, type BasketLine, emptyBasket, withCode } from './basket.ts';
import { isBroken } from './change-baskets.ts';
import { keptOf, type PricesThen, pricesThen } from './edit-prices.ts';
import { type BasketContext, basketContext, isSold, type Priced, priceBasket, ratesFor } from './price-basket.ts';
import { lockPricingMembers, memberThen, pricingMembers } from './pricing-members.ts';
import type { OrderView } from './read-order.ts';

export type EditBody = Body<'POST /api/orders/:id/versions'>;
export interface EditPlan {
  rules: RuleSet;
  context: BasketContext;
  basket: Priced;
  priced: PricedBasket;
  uses: OrderUses;
  memberId: string | null;
  pricedAt: string;
}

/**
 * Refuses an order that is picked, gone or closed, one that changed meanwhile, and lines that are not there or not sold.
 * `lock` locks the goods, before uses of promotions are; null: nothing is, for what is only shown.
 */
export async function planEdit(
  tx: Tx,
  order: OrderView,
  body: EditBody,
  { at, lock }: { at: string; lock: ((context: BasketContext, basket: Priced) => Promise<void>) | null },
): Promise<EditPlan> {
  const isLocked = lock !== null;
  requireEditable(order, body);
  const head = (await readHead(tx, order.id)) ?? notFound('order');
  const rules = (await rulesOf(tx, order.ruleSetNumber ?? 0)) ?? notEditable();
  const memberId = head.memberId;
  const pricedAt = (head.pricedAt ?? new Date(order.placedAt)).toISOString();
  const members = await membersBefore(tx, order, memberId, isLocked);
  const lines = linesOf(order, body, rules);
  const basketOf = (content: Pick<BasketContent, 'lines' | 'codes'>): Priced => ({
    id: order.id,
    channelId: order.channelId,
    content: {
      ...{ locale: 'en', contact: order.contact, address: null, delivery: order.delivery },
      payment: paymentOf(order),
      ...(memberId === null ? {} : { memberId }),
      ...content,
    },
  });
  const basket = basketOf({ lines, codes: body.codes.reduce(withCode, emptyBasket('en')).codes ?? [] });
  const before = basketOf({ lines: keptLines(order, rules), codes: order.codes });
  const asked = isLocked ? { showing: [], paying: [basket, before] } : { showing: [basket, before] };
  const heldRules = new Map([[rules.number, rules]]);
  const found = await basketContext(tx, {
    ...asked,
    rules: { rules, heldRules },
    more: componentsOf(order),
    locked: members,
    at: pricedAt,
  });
  const made = asMade(found, order);
  body.lines.forEach((line, index) => {
    if (line.lineNo === undefined && !isSold(found, order.channelId, line.variantId))
      refuse('variant.not_sold_here', 'This article is not sold here.', { field: `lines.${index}.variantId` });
    if (isBroken(made, line.variantId, line.quantity))
      refuse('bundle.whole_only', 'A bundle is sold in whole pieces.', { field: `lines.${index}.quantity` });
  });
  await lock?.(made, basket);
  const { day, codes, codesBefore } = {
    day: order.businessDate,
    codes: basket.content.codes ?? [],
    codesBefore: order.codes,
  };
  const uses = await usesForEdit(tx, rules, { orderId: order.id, memberId, day, codes, codesBefore }, { at, isLocked });
  const then = await pricesThen(tx, found, { rules, pricedAt });
  const context = {
    ...asOrdered(made, order, before),
    uses: { usage: () => uses.usage, knownCodes: () => uses.knownCodes },
  };
  const prices = pricedAs(context, order, { before, then, pricedAt, isToday: body.addedPrices === 'today' });
  const floors = {
    ...context.floors,
    costs: new Map([...context.floors.costs].filter(([id]) => !keptOf(order).has(id))),
  };
  const final = { ...context, prices, floors };
  return { rules, context: final, basket, priced: priceBasket(final, basket, pricedAt), uses, memberId, pricedAt };
}

function requireEditable(order: OrderView, { version }: EditBody): void {
  const isOpen = order.fulfilments.length > 0 && order.fulfilments.every((group) => group.state === 'open');
  if (
    order.state !== 'placed' ||
    !isOpen ||
    order.returns.length > 0 ||
    order.refundedAmount > 0 ||
    order.ruleSetNumber === null
  )
    notEditable();
  if (order.version !== version)
    refuse('order.changed_meanwhile', 'Somebody else edited this order meanwhile. Look at it again.', {
      status: 409,
      params: { version: order.version },
    });
}

const notEditable = (): never =>
  refuse('order.not_editable', 'Only an order of which nothing was picked can be edited.', { status: 409 });

/** Asked apart: the order's page shows neither. */
function readHead(tx: Tx, id: string): Promise<{ memberId: string | null; pricedAt: Date | null } | undefined> {
  return tx.row(sql`
    select member_id as "memberId", priced_at as "pricedAt" from orders."order" where merchant_id = ${tx.merchantId} and id = ${id}`);
}

/** The member as this order found it, whatever tier it has by now; locked as for an order. */
async function membersBefore(tx: Tx, order: OrderView, memberId: string | null, isLocked: boolean) {
  const read = isLocked ? lockPricingMembers : pricingMembers;
  const members = new Map<string, PricingMember>();
  for (const [id, now] of await read(tx, memberId === null ? [] : [memberId]))
    members.set(id, await memberThen(tx, order, now));
  return members;
}

function linesOf(order: OrderView, body: EditBody, rules: RuleSet): BasketLine[] {
  const seen = new Set<number>();
  const kept = keptLines(order, rules);
  let next = Math.max(0, ...order.lines.map((line) => line.lineNo));
  return body.lines.map(({ lineNo, variantId, quantity }, index): BasketLine => {
    if (lineNo === undefined) {
      next += 1;
      return { lineNo: next, variantId, quantity };
    }
    const line = kept.find((one) => one.lineNo === lineNo && one.variantId === variantId);
    if (line === undefined)
      refuse('order_line.not_found', 'The order has no such line.', { status: 404, field: `lines.${index}.lineNo` });
    if (seen.has(lineNo)) refuse('order_line.twice', 'A line is named twice.', { field: `lines.${index}.lineNo` });
    seen.add(lineNo);
    return { ...line, quantity };
  });
}

/** The order's lines as a basket has them; what a promotion offered is known by what it took off. */
function keptLines(order: OrderView, rules: RuleSet): BasketLine[] {
  const offers = new Set(
    rules.promotions.filter(({ action }) => action.kind === 'gift' || action.kind === 'add_on').map(({ id }) => id),
  );
  return order.lines.flatMap(({ lineNo, variantId, quantity, allocations }) => {
    if (variantId === null) return [];
    const offeredBy = allocations.find((one) => offers.has(one.promotionId ?? ''))?.promotionId;
    return [{ lineNo, variantId, quantity, ...(offeredBy == null ? {} : { offeredBy }) }];
  });
}

function paymentOf({ tenders, totalAmount }: OrderView): BasketContent['payment'] {
  return tenders.some((tender) => tender.kind === 'test')
    ? { kind: 'test', state: 'authorized', amount: totalAmount }
    : { kind: 'in_store', state: 'due_in_store', amount: totalAmount };
}

const componentsOf = (order: OrderView): string[] =>
  order.lines.flatMap((line) => line.components.map((one) => one.variantId));

/** Bundles of the order are made of what they were made of. */
function asMade(context: BasketContext, order: OrderView): BasketContext {
  const variants = new Map(context.variants);
  for (const { variantId, components } of order.lines) {
    const card = variants.get(variantId ?? '');
    if (card === undefined || components.length === 0) continue;
    const contents = components.map((one) => ({ variantId: one.variantId, quantity: one.perBundle }));
    variants.set(card.id, { ...card, components: contents });
  }
  return { ...context, variants };
}

/** The delivery fee before its discounts, in the price mode, as it was ordered. */
function asOrdered(context: BasketContext, order: OrderView, before: Priced): BasketContext {
  const channel = context.facts.channels.get(order.channelId);
  if (channel === undefined) return context;
  const { rates, homeRates } = ratesFor(context, before)(null);
  const isExempt = context.members.get(before.content.memberId ?? '')?.isTaxExempt === true;
  const isNetKept = isExempt || (homeRates !== undefined && context.rules.settings.otherTaxZone === 'keep_net');
  const net = order.shippingNetAmount;
  const paid = !order.pricesIncludeTax
    ? net
    : isNetKept
      ? taxOf(net, homeRates ?? rates, false).gross
      : net + order.shippingTaxAmount;
  const fee = { shippingAmount: paid + order.shippingDiscountAmount, freeShippingFromAmount: null };
  const channels = new Map(context.facts.channels).set(order.channelId, { ...channel, ...fee });
  return { ...context, facts: { ...context.facts, channels } };
}

interface Then {
  before: Priced;
  then: PricesThen;
  pricedAt: string;
  isToday: boolean;
}

/** Goods of the order at its prices, whatever the history says of them; new ones as on that day, or as today. */
function pricedAs(
  context: BasketContext,
  order: OrderView,
  { before, then, pricedAt, isToday }: Then,
): BasketContext['prices'] {
  const prices = new Map(context.prices);
  const kept = keptOf(order);
  for (const [id, price] of then) if (kept.has(id) || !isToday) prices.set(id, price);
  const again = priceBasket({ ...context, prices }, before, pricedAt);
  before.content.lines.forEach(({ lineNo, variantId }, index) => {
    const frozen = order.lines.find((line) => line.lineNo === lineNo)?.unitAmount ?? 0;
    const price = prices.get(variantId);
    if (price !== undefined && again.lines[index]?.listUnitAmount !== frozen)
      prices.set(variantId, { ...price, amount: frozen, entries: [], floorAmount: null });
  });
  return prices;
}
