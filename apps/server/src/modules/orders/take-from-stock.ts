/** The goods of a till's sale leave the stock of its store. They have left already: nothing is refused here. */
import type { Component } from '@tandem/domain/stock/bundle.ts';
import { sellAtTill } from '@tandem/domain/stock/move-goods.ts';
import type { StockBook } from '../inventory/index.ts';
import type { NewException } from './exceptions.ts';
import { goodsOfLines, type SellingLine } from './line-components.ts';
import type { SoldCards } from './sold-cards.ts';

interface Selling extends Pick<SoldCards, 'variants'> {
  book: StockBook;
  exceptions: NewException[];
}
interface Sold {
  orderId: string;
  soldAt: string;
  locationId: string;
}

/** What the goods of a line cost, of a bundle each component's; an exception where the article is unknown. */
export function takeFromStock(selling: Selling, body: Sold, line: SellingLine, index: number, day: string): number[] {
  if (!selling.variants.has(line.variantId)) {
    selling.exceptions.push({
      kind: 'sale.unknown_variant',
      subjectId: body.orderId,
      locationId: body.locationId,
      detail: { lineNo: index + 1, variantId: line.variantId },
    });
    return [];
  }
  // A thousandth of a bundle may be nothing at all of a component.
  return goodsOfLines(selling, [line]).map((one) =>
    one.quantity === 0 ? 0 : takeGoods(selling, body, one, index, day),
  );
}

/** The cost of goods that left; exceptions where the ledger had fewer. */
function takeGoods(selling: Selling, body: Sold, goods: Component, index: number, day: string): number {
  const key = { locationId: body.locationId, variantId: goods.variantId };
  const { movement, crossedBelowZero, uncovered } = sellAtTill(selling.book.level(key), goods.quantity);
  selling.book.post(key, movement, { documentId: body.orderId, lineNo: index + 1, at: body.soldAt, businessDate: day });
  const detail = { ...key, orderId: body.orderId };
  if (crossedBelowZero)
    selling.exceptions.push({
      kind: 'stock.negative',
      subjectId: goods.variantId,
      locationId: body.locationId,
      detail,
    });
  else if (uncovered > 0)
    selling.exceptions.push({
      kind: 'stock.uncovered',
      subjectId: goods.variantId,
      locationId: body.locationId,
      detail: { ...detail, uncovered },
    });
  return 0 - movement.valueAmount;
}
