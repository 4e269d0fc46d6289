/** The stock claims of an edited order: fewer pieces are let go, more are claimed, what stays is left where it lies. */
import { goodsOf } from '@tandem/domain/stock/bundle.ts';
import { commit, releaseCommit } from '@tandem/domain/stock/claim-stock.ts';
import { isStockRefusal } from '@tandem/domain/stock/movement.ts';
import { newId } from '../../platform/ids.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { openStockBook, type StockBook } from '../inventory/index.ts';
import type { BasketLine } from './basket.ts';
import { contentsOf, goodsOfLines } from './line-components.ts';
import type { BasketContext, Priced } from './price-basket.ts';
import type { OrderView } from './read-order.ts';
import { candidates, type SourcedLine, sourceLines } from './source-lines.ts';

interface Claiming {
  context: BasketContext;
  basket: Priced;
  /** With what `lockGoods` locked. */
  book: StockBook;
  at: string;
  /** Business date. */
  day: string;
}

/** Locks where the order's goods lie and may come from; before its uses, as every sale locks them. */
export function lockGoods(tx: Tx, order: OrderView, context: BasketContext, basket: Priced): Promise<StockBook> {
  const goods = goodsOfLines(context, basket.content.lines);
  return openStockBook(tx, [
    ...claimsOf(order),
    ...sourcesOf(context, order, basket).flatMap(({ locationId }) =>
      goods.map(({ variantId }) => ({ locationId, variantId })),
    ),
  ]);
}

const claimsOf = (order: OrderView): SourcedLine[] =>
  order.fulfilments.flatMap((group) => group.lines.map((line) => ({ ...line, locationId: group.locationId })));

const sourcesOf = ({ facts }: BasketContext, order: OrderView, { content }: Priced) =>
  candidates(facts, facts.channels.get(order.channelId), content.delivery);

/** Posts the difference to the book; gives where each line comes from now. Refuses what is not there. */
export function claimEdit(order: OrderView, { context, basket, book, at, day }: Claiming): SourcedLine[] {
  const { lines } = basket.content;
  const claimed = claimsOf(order);
  const sources = sourcesOf(context, order, basket);
  const posting = (lineNo: number) => ({ documentId: order.id, lineNo, at, businessDate: day });
  const kept = claimed.map((one) => ({ ...one }));
  for (const { lineNo, variantId } of order.lines) {
    const bundles = lines.find((line) => line.lineNo === lineNo)?.quantity ?? 0;
    const wanted = goodsOf(variantId ?? '', contentsOf(context, variantId ?? ''), bundles);
    for (const goods of new Set(kept.filter((one) => one.lineNo === lineNo).map((one) => one.variantId))) {
      const own = kept.filter((one) => one.lineNo === lineNo && one.variantId === goods);
      const claims = own.reduce((sum, one) => sum + one.quantity, 0);
      let over = claims - (wanted.find((one) => one.variantId === goods)?.quantity ?? 0);
      for (const one of own.reverse()) {
        const part = Math.min(Math.max(0, over), one.quantity);
        if (part === 0) continue;
        const movement = releaseCommit(book.level(one), part);
        if (isStockRefusal(movement)) throw new Error('An order claims more than is committed');
        book.post(one, movement, posting(lineNo));
        one.quantity -= part;
        over -= part;
      }
    }
  }
  const more = moreOf(order, lines);
  const used = new Set(claimed.map((one) => one.locationId));
  // Where the order is packed already it is packed on.
  const ordered = [...sources].sort((a, b) => Number(used.has(b.locationId)) - Number(used.has(a.locationId)));
  const sourcing = sourceLines(
    ordered,
    more,
    (locationId, variantId) => book.level({ locationId, variantId }),
    (variantId) => contentsOf(context, variantId),
  );
  if ('short' in sourcing) {
    const { lineNo, available } = sourcing.short;
    const index = lines.findIndex((line) => line.lineNo === lineNo);
    refuse('stock.short', 'Not enough of an article is left.', {
      field: `lines.${index}.quantity`,
      params: { lineNo, available },
    });
  }
  for (const one of sourcing.lines) {
    const movement = commit(book.level(one), one.quantity, { kind: 'none' });
    if (isStockRefusal(movement)) throw new Error('Stock that was promised is not there');
    book.post(one, movement, posting(one.lineNo));
  }
  return together([...kept, ...sourcing.lines]);
}

/** What each line takes beyond what the order has of it. */
export function moreOf(order: Pick<OrderView, 'lines'>, lines: readonly BasketLine[]): BasketLine[] {
  return lines.flatMap((line) => {
    const before = order.lines.find((one) => one.lineNo === line.lineNo)?.quantity ?? 0;
    return line.quantity > before ? [{ ...line, quantity: line.quantity - before }] : [];
  });
}

/** One row for each line and place. */
function together(parts: readonly SourcedLine[]): SourcedLine[] {
  const sums = new Map<string, SourcedLine>();
  for (const part of parts) {
    const key = `${part.lineNo} ${part.locationId} ${part.variantId}`;
    const before = sums.get(key)?.quantity ?? 0;
    if (part.quantity > 0) sums.set(key, { ...part, quantity: before + part.quantity });
  }
  return [...sums.values()];
}

/** Writes the groups anew: one for each place, those that there were keep their id; an empty one goes. */
export function writeGroups(tx: Tx, order: OrderView, sourced: readonly SourcedLine[], at: string): void {
  const method = order.fulfilments[0]?.method ?? 'ship';
  const places = [...new Set(sourced.map((line) => line.locationId))];
  const groups = places.map((locationId) => {
    const known = order.fulfilments.find((group) => group.locationId === locationId);
    return { id: known?.id ?? newId(), isNew: known === undefined, locationId };
  });
  const fresh = groups.filter((group) => group.isNew);
  const gone = order.fulfilments.filter((group) => !places.includes(group.locationId));
  tx.later(sql`delete from orders.fulfilment_line where merchant_id = ${tx.merchantId} and order_id = ${order.id}`);
  tx.later(sql`
    delete from orders.fulfilment where merchant_id = ${tx.merchantId} and order_id = ${order.id} and id = any (${gone.map((group) => group.id)}::uuid[])`);
  tx.later(
    sql`update orders.fulfilment set updated_at = ${at} where merchant_id = ${tx.merchantId} and order_id = ${order.id}`,
  );
  tx.later(sql`
    insert into orders.fulfilment (merchant_id, state, created_at, updated_at, order_id, method, id, location_id)
    select ${tx.merchantId}::uuid, 'open', ${at}::timestamptz, ${at}::timestamptz, ${order.id}::uuid, ${method}, f.* from unnest(
      ${fresh.map((group) => group.id)}::uuid[], ${fresh.map((group) => group.locationId)}::uuid[]) as f`);
  const idOf = (locationId: string) => groups.find((group) => group.locationId === locationId)?.id ?? '';
  tx.later(sql`
    insert into orders.fulfilment_line (merchant_id, order_id, fulfilment_id, line_no, variant_id, quantity)
    select ${tx.merchantId}::uuid, ${order.id}::uuid, l.* from unnest(${sourced.map((line) => idOf(line.locationId))}::uuid[], ${sourced.map((line) => line.lineNo)}::int[],
      ${sourced.map((line) => line.variantId)}::uuid[], ${sourced.map((line) => line.quantity)}::bigint[]) as l`);
}
