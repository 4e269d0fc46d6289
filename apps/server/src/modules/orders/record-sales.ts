/**
 * A sale that a till completed is a fact: it is recorded as the shopper was told, whatever else is wrong with it; what is
 * wrong becomes an exception. Sales come in batches: six statements, however many sales.
 */
import type { Answer, Body } from '@tandem/contract/index.ts';
import { cashStep } from '@tandem/domain/money/currency.ts';
import { settleTenders } from '@tandem/domain/orders/change.ts';
import type { PricingMember } from '@tandem/domain/pricing/basket.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import type { Command, CommandKind, Verdict } from '../../platform/commands/command.ts';
import { newSecret } from '../../platform/ids.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook, type StockBook } from '../inventory/index.ts';
import { type PlaceFacts, type SellingFacts, sellingFacts } from '../merchants/index.ts';
import { noteTillUses } from '../promotions/index.ts';
import { byHandFaults } from './check-by-hand.ts';
import { type NamedRules, namedRules, needsCollections, type Repriced, rulesNumber } from './check-sale-price.ts';
import { type NewException, raiseExceptions } from './exceptions.ts';
import { frozenComponents, goodsOfLines } from './line-components.ts';
import { noteNumbers, printedNumber, takeNumbers } from './number-series.ts';
import { tellSale } from './order-facts.ts';
import { insertOrders, type NewLine, type NewOrder, type NewTender, totalOf } from './order-rows.ts';
import { lockPricingMembers } from './pricing-members.ts';
import { repriceSales } from './reprice-sales.ts';
import { isImported, moneyOfSale, priceMismatch, toldMoney, unknownMember } from './sale-money.ts';
import { keptCards, type SoldCards } from './sold-cards.ts';
import { takeFromStock } from './take-from-stock.ts';
import { type TaxTable, taxTable } from './tax-rates.ts';

type TillSale = Body<'POST /api/till/sales'>;
/** A line; `listAmount` is set by imports alone, where the other system's unit price has more decimals than the currency. */
type SaleLine = TillSale['lines'][number] & { listAmount?: number };
export type SaleBody = Omit<TillSale, 'lines'> & {
  lines: SaleLine[];
  /**
   * Set by imports: who sold it, in the other system's words. It was paid there in full; total and tender are told in the
   * merchant's price mode, and tax that prices do not include is added to both here.
   */
  source?: string;
  /** Set by the caller from the register's own registration. */
  locationId: string;
  channelId: string;
  registerId: string | null;
  series: string;
};
type SaleAnswer = Answer<'POST /api/till/sales'>;
type Sale = Command<SaleBody>;

interface Context extends SoldCards {
  facts: SellingFacts;
  rules: NamedRules;
  /** Of the rules in force, for sales that name none. */
  rulesNumber: number;
  /** Sales that were priced again with the rules they name, by order. */
  repriced: Map<string, Repriced>;
  taxes: Map<string, TaxTable>;
  members: ReadonlyMap<string, PricingMember>;
  book: StockBook;
  exceptions: NewException[];
}

/** Records completed sales. Never refuses; the caller has checked shape, register and place. */
export const recordSales: CommandKind<SaleBody, SaleAnswer> = {
  kind: 'till.sale',
  batchMax: 64,
  decide: async (tx, sales) => {
    const context = await contextOf(tx, sales);
    const numbers = await numbersOf(tx, sales);
    const orders = sales.map((sale, index) => orderOf(context, sale, numbers[index] as string));
    context.book.write(tx);
    insertOrders(tx, orders, context.facts);
    await noteUses(tx, context, sales, orders);
    context.exceptions.push(...(await byHandFaults(tx, context.facts, sales)));
    raiseExceptions(tx, context.exceptions, sales[0]?.at ?? '');
    for (const order of orders) tellSale(tx, order);
    return orders.map((order): Verdict<SaleAnswer> => ({ ok: true, answer: answerOf(order) }));
  },
};

async function contextOf(tx: Tx, sales: readonly Sale[]): Promise<Context> {
  const facts = await sellingFacts(tx);
  const told = sales.flatMap((sale) => sale.body.lines);
  const ids = [
    ...new Set(told.flatMap((line) => [line.variantId, ...(line.components ?? []).map((one) => one.variantId)])),
  ];
  // The till has decided the price: names and tax category may be a second old.
  const rules = await namedRules(
    tx,
    sales.map((sale) => sale.body),
  );
  const cards = await keptCards(tx, ids, [], needsCollections(rules));
  const taxes = new Map<string, TaxTable>();
  for (const { body, at } of sales) {
    const region = facts.locations.get(body.locationId)?.region ?? '*';
    const name = `${region} ${body.soldAt.slice(0, 10)}`;
    if (!taxes.has(name)) taxes.set(name, await taxTable(tx, isRecent(body.soldAt, at) ? at : body.soldAt, region));
  }
  // Before the stock, as baskets lock them.
  const members = await lockPricingMembers(
    tx,
    sales.flatMap((sale) => sale.body.memberId ?? []),
  );
  const book = await openStockBook(
    tx,
    sales.flatMap(({ body }) =>
      goodsOfLines(
        cards,
        body.lines.filter((line) => cards.variants.has(line.variantId)),
      ).map(({ variantId }) => ({ locationId: body.locationId, variantId })),
    ),
  );
  const repriced = await repriceSales(tx, sales, {
    rules,
    cards,
    places: facts.locations,
    members,
    taxesOf: (place, body) => taxesOf(taxes, place, body),
    isLate: ({ body, at }) => !isRecent(body.soldAt, at),
  });
  return { facts, ...cards, rules, rulesNumber: await rulesNumber(tx), repriced, taxes, members, book, exceptions: [] };
}

const taxesOf = (taxes: Context['taxes'], place: PlaceFacts, body: Pick<SaleBody, 'soldAt'>): TaxTable =>
  taxes.get(`${place.region} ${body.soldAt.slice(0, 10)}`) as TaxTable;

/** Uses of promotions that the named rules know; a coupon that was used before, or a limit gone beyond, becomes an exception. */
async function noteUses(tx: Tx, context: Context, sales: readonly Sale[], orders: readonly NewOrder[]): Promise<void> {
  const uses = sales.flatMap(({ body }, index) => {
    const order = orders[index] as NewOrder;
    const known = new Set(context.rules.get(body.pricing?.ruleSetNumber ?? -1)?.promotions.map((one) => one.id));
    const applied = (body.pricing?.applied ?? []).filter((one) => known.has(one.promotionId));
    if (applied.length === 0) return [];
    const { channelId, locationId, memberId, businessDate: day } = order;
    return [{ orderId: order.id, channelId, locationId, memberId, day, at: body.soldAt, applied }];
  });
  const byNumber = [...context.rules].sort(([a], [b]) => a - b);
  const promotions = new Map(byNumber.flatMap(([, rules]) => (rules?.promotions ?? []).map((one) => [one.id, one])));
  const { twice, beyond } = await noteTillUses(tx, uses, promotions, sales[0]?.at ?? '');
  for (const { orderId, couponId, locationId, code } of twice)
    context.exceptions.push({
      kind: 'coupon.used_twice',
      subjectId: orderId,
      locationId,
      detail: { couponId, code },
    });
  for (const { orderId: subjectId, locationId, ...detail } of beyond)
    context.exceptions.push({ kind: 'promotion.over_limit', subjectId, locationId, detail });
}

const isRecent = (soldAt: string, at: string): boolean => Math.abs(Date.parse(at) - Date.parse(soldAt)) < 60_000;

/** The till's own receipt number where it gave one; else the next of the register's series. */
async function numbersOf(tx: Tx, sales: readonly Sale[]): Promise<string[]> {
  const wanted = new Map<string, number>();
  const noted = new Map<string, number>();
  for (const { body } of sales) {
    if (body.receipt === undefined) wanted.set(body.series, (wanted.get(body.series) ?? 0) + 1);
    else noted.set(body.receipt.series, Math.max(noted.get(body.receipt.series) ?? 0, body.receipt.number));
  }
  noteNumbers(tx, noted);
  const next = await takeNumbers(tx, wanted);
  return sales.map(({ body }) => {
    if (body.receipt !== undefined) return printedNumber(body.receipt.series, body.receipt.number);
    const number = next.get(body.series) ?? 0;
    next.set(body.series, number + 1);
    return printedNumber(body.series, number);
  });
}

function orderOf(context: Context, sale: Sale, number: string): NewOrder {
  const { body } = sale;
  const place = context.facts.locations.get(body.locationId) as PlaceFacts;
  const day = businessDate(body.soldAt, place.timeZone, context.facts.dayCutOffHour);
  const lines = linesOf(context, body, place, day);
  const sums = lines.reduce((sum, line) => ({ net: sum.net + line.netAmount, tax: sum.tax + line.taxAmount }), {
    net: 0,
    tax: 0,
  });
  const order: NewOrder = {
    id: body.orderId,
    number,
    state: 'closed',
    channelId: body.channelId,
    locationId: body.locationId,
    registerId: body.registerId,
    staffId: body.staffId ?? sale.actor.staffId ?? null,
    memberId: context.members.get(body.memberId ?? '')?.id ?? null,
    contact: null,
    delivery: null,
    netAmount: sums.net,
    taxAmount: sums.tax,
    shippingNetAmount: 0,
    shippingTaxAmount: 0,
    shippingDiscountAmount: 0,
    shippingAllocations: [],
    ruleSetNumber: body.pricing?.ruleSetNumber ?? context.rulesNumber,
    pricingHash: body.pricing?.hash ?? null,
    codes: body.pricing?.codes ?? [],
    roundingAmount: 0,
    paidAmount: 0,
    token: newSecret(16),
    placedAt: body.soldAt,
    businessDate: day,
    source: body.source ?? '',
    lines,
    tenders: [],
  };
  settle(context, order, body);
  context.exceptions.push(...priceMismatch(order, body, context.repriced.get(order.id)), ...unknownMember(order, body));
  return order;
}

function linesOf(context: Context, body: SaleBody, place: PlaceFacts, day: string): NewLine[] {
  const taxes = taxesOf(context.taxes, place, body);
  const money = moneyOfSale(context, body, taxes, context.facts.pricesIncludeTax, context.repriced.get(body.orderId));
  return body.lines.map((line, index) => {
    const variant = context.variants.get(line.variantId);
    const own = money[index] as (typeof money)[number];
    const costs = takeFromStock(context, body, line, index, day);
    return {
      lineNo: index + 1,
      productId: variant?.productId ?? null,
      variantId: variant?.id ?? null,
      sku: variant?.sku ?? '?',
      name: variant?.name ?? { en: 'Unknown article' },
      quantity: line.quantity,
      ...own,
      costAmount: costs.reduce((sum, cost) => sum + cost, 0),
      components: frozenComponents(context, { ...line, ...own }, costs),
      locationId: body.locationId,
    };
  });
}

function settle(context: Context, order: NewOrder, body: SaleBody): void {
  const total = totalOf(order);
  const { tenders, totalAmount } = toldMoney(context.facts.pricesIncludeTax, order, body);
  const settled = settleTenders(total, tenders, cashStep(context.facts.currency));
  const change = settled.ok ? settled.change : 0;
  order.roundingAmount = settled.ok ? settled.cashRounding : 0;
  let changeLeft = change;
  order.tenders = tenders.map((tender): NewTender => {
    const back = tender.kind === 'cash' ? Math.min(changeLeft, tender.amount) : 0;
    changeLeft -= back;
    const kind = isImported(body) ? 'external' : tender.kind;
    return {
      kind,
      event: 'captured',
      amount: tender.amount - back,
      tenderedAmount: tender.kind === 'cash' ? tender.amount : null,
      changeAmount: tender.kind === 'cash' ? back : null,
    };
  });
  order.paidAmount = order.tenders.reduce((sum, tender) => sum + tender.amount, 0);
  const told = total + order.roundingAmount;
  if (!settled.ok)
    context.exceptions.push({
      kind: 'sale.tender_short',
      subjectId: order.id,
      locationId: order.locationId,
      detail: { total, paid: order.paidAmount },
    });
  if (totalAmount !== told)
    context.exceptions.push({
      kind: 'sale.total_mismatch',
      subjectId: order.id,
      locationId: order.locationId,
      detail: { told: totalAmount, recorded: told },
    });
}

function answerOf(order: NewOrder): SaleAnswer {
  const changeAmount = order.tenders.reduce((sum, tender) => sum + (tender.changeAmount ?? 0), 0);
  return {
    orderId: order.id,
    number: order.number,
    totalAmount: totalOf(order) + order.roundingAmount,
    changeAmount,
    token: order.token,
  };
}
