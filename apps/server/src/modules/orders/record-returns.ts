/**
 * A return without an order of ours, as an import finds it in another system's books: a fact with its own lines, its
 * goods back on stock at the average cost, its money back in a ledger of its own. In batches, like sales.
 */
import type { OrderRow } from '@tandem/contract/feeds.ts';
import { priceLines } from '@tandem/domain/orders/price-lines.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { returnToStock } from '@tandem/domain/stock/move-goods.ts';
import { valueFound } from '@tandem/domain/stock/value-stock.ts';
import type { Command, CommandKind, Verdict } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook, type StockBook } from '../inventory/index.ts';
import { type PlaceFacts, type SellingFacts, sellingFacts } from '../merchants/index.ts';
import { goodsOfLines } from './line-components.ts';
import { printedNumber, takeNumbers } from './number-series.ts';
import { readCards, type SoldCards } from './sold-cards.ts';
import { type TaxTable, taxTable } from './tax-rates.ts';
import { insertUnlinkedReturns, type UnlinkedReturn, type UnlinkedReturnLine } from './unlinked-return-rows.ts';

export interface ReturnBody {
  returnId: string;
  returnedAt: string;
  memberId?: string;
  reason: string;
  /** Where the goods are handed in. */
  locationId: string;
  channelId: string;
  /** The other system, in its own words; never empty. */
  source: string;
  /** Quantities in thousandths, amounts in minor units in the price mode of the merchant; all positive. The variants are known. */
  lines: { variantId: string; quantity: number; unitAmount: number; listAmount?: number }[];
}
export interface ReturnAnswer {
  returnId: string;
  number: string;
  totalAmount: number;
}
type Returned = Command<ReturnBody>;

interface Context {
  facts: SellingFacts;
  cards: SoldCards;
  taxes: Map<string, TaxTable>;
  book: StockBook;
}

/** Records returns of goods that no order of ours sold. Never refuses. */
export const recordReturns: CommandKind<ReturnBody, ReturnAnswer> = {
  kind: 'order.unlinked_return',
  batchMax: 64,
  decide: async (tx, commands) => {
    const context = await contextOf(tx, commands);
    let next = (await takeNumbers(tx, new Map([['R', commands.length]]))).get('R') ?? 0;
    const returns = commands.map((command) => {
      const made = returnOf(context, command, printedNumber('R', next));
      next += 1;
      return made;
    });
    context.book.write(tx);
    insertUnlinkedReturns(tx, returns);
    for (const one of returns) tellReturn(tx, one);
    return returns.map(
      (one): Verdict<ReturnAnswer> => ({
        ok: true,
        answer: { returnId: one.id, number: one.number, totalAmount: one.netAmount + one.taxAmount },
      }),
    );
  },
};

async function contextOf(tx: Tx, commands: readonly Returned[]): Promise<Context> {
  const facts = await sellingFacts(tx);
  const cards = await readCards(
    tx,
    [...new Set(commands.flatMap(({ body }) => body.lines.map((line) => line.variantId)))],
    [],
  );
  const taxes = new Map<string, TaxTable>();
  for (const { body } of commands) {
    const name = taxName(facts, body);
    if (!taxes.has(name)) taxes.set(name, await taxTable(tx, body.returnedAt, placeOf(facts, body).region));
  }
  const book = await openStockBook(
    tx,
    commands.flatMap(({ body }) =>
      goodsOfLines(cards, body.lines).map(({ variantId }) => ({ locationId: body.locationId, variantId })),
    ),
  );
  return { facts, cards, taxes, book };
}

const placeOf = (facts: SellingFacts, body: ReturnBody): PlaceFacts =>
  facts.locations.get(body.locationId) as PlaceFacts;
const taxName = (facts: SellingFacts, body: ReturnBody): string =>
  `${placeOf(facts, body).region} ${body.returnedAt.slice(0, 10)}`;

function returnOf(context: Context, { body, actor }: Returned, number: string): UnlinkedReturn {
  const { facts } = context;
  const day = businessDate(body.returnedAt, placeOf(facts, body).timeZone, facts.dayCutOffHour);
  const lines = linesOf(context, body, day);
  return {
    id: body.returnId,
    number,
    locationId: body.locationId,
    channelId: body.channelId,
    staffId: actor.staffId ?? null,
    memberId: body.memberId ?? null,
    reason: body.reason,
    source: body.source,
    netAmount: lines.reduce((sum, line) => sum + line.netAmount, 0),
    taxAmount: lines.reduce((sum, line) => sum + line.taxAmount, 0),
    at: body.returnedAt,
    businessDate: day,
    lines,
  };
}

function linesOf({ facts, cards, taxes, book }: Context, body: ReturnBody, day: string): UnlinkedReturnLine[] {
  const table = taxes.get(taxName(facts, body)) as TaxTable;
  const priced = priceLines({
    pricesIncludeTax: facts.pricesIncludeTax,
    lines: body.lines.map((line) => ({ ...line, rates: table.rates(cards.prices.get(line.variantId)?.taxCategoryId) })),
  });
  return body.lines.map((line, index) => {
    const card = cards.variants.get(line.variantId);
    if (card === undefined) throw new Error('A return names a variant that is not there');
    const money = priced.lines[index] as (typeof priced.lines)[number];
    const posting = { documentId: body.returnId, lineNo: index + 1, at: body.returnedAt, businessDate: day };
    let costAmount = 0;
    for (const { variantId, quantity } of goodsOfLines(cards, [line])) {
      if (quantity === 0) continue;
      const key = { locationId: body.locationId, variantId };
      const cost = valueFound(book.level(key), quantity);
      costAmount += cost;
      for (const movement of returnToStock(book.level(key), 'sellable', quantity, cost))
        book.post(key, movement, posting);
    }
    return {
      lineNo: index + 1,
      productId: card.productId,
      variantId: card.id,
      sku: card.sku,
      name: card.name,
      quantity: line.quantity,
      unitAmount: line.unitAmount,
      netAmount: money.netAmount,
      taxAmount: money.taxAmount,
      taxes: money.taxes,
      costAmount,
    };
  });
}

function tellReturn(tx: Tx, one: UnlinkedReturn): void {
  const row: OrderRow = {
    type: 'return',
    orderId: null,
    number: one.number,
    channelId: one.channelId,
    locationId: one.locationId,
    businessDate: one.businessDate,
    at: one.at,
    totalAmount: one.netAmount + one.taxAmount,
    shippingAmount: 0,
    shippingTaxAmount: 0,
    lines: one.lines.map(({ variantId, productId, quantity, netAmount, taxAmount, costAmount }) => ({
      variantId,
      productId,
      quantity,
      grossAmount: netAmount,
      discountAmount: 0,
      netAmount,
      taxAmount,
      costAmount,
    })),
  };
  tx.changes.add('orders', row);
}
