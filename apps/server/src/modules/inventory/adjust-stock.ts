/** Stock is changed because a person says so: found, lost, damaged, or moved to another condition. */
import type { Body } from '@tandem/contract/index.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import type { Level } from '@tandem/domain/stock/level.ts';
import { adjust, changeBucket, receive } from '@tandem/domain/stock/move-goods.ts';
import { isStockRefusal, type Movement, type StockRefusal } from '@tandem/domain/stock/movement.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantsByIds } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { levelView } from './level-row.ts';
import { refuseBundles } from './set-components.ts';
import { openStockBook } from './stock-book.ts';
import { insertStockDocument } from './stock-document.ts';

type AdjustmentBody = Body<'POST /api/stock-adjustments'>;
type Line = AdjustmentBody['lines'][number];

/** Adjusts each line, all or none. Refuses `stock.short` where a bucket holds too little, `stock.nothing_changed` for 0. */
export const adjustStock = singleKind('stock.adjust', async (tx: Tx, command: Command<AdjustmentBody>) => {
  const { body, at, actor, id } = command;
  const facts = await sellingFacts(tx);
  const place = facts.locations.get(body.locationId) ?? notFound('location');
  const variants = await variantsByIds(
    tx,
    body.lines.map((line) => line.variantId),
  );
  for (const line of body.lines) if (!variants.has(line.variantId)) notFound('variant');
  const book = await openStockBook(
    tx,
    body.lines.map((line) => ({ locationId: place.id, variantId: line.variantId })),
  );
  await refuseBundles(tx, body.lines);
  const day = businessDate(at, place.timeZone, facts.dayCutOffHour);
  body.lines.forEach((line, index) => {
    const key = { locationId: place.id, variantId: line.variantId };
    const movements = movementsOf(book.level(key), line, index);
    for (const movement of movements)
      book.post(key, movement, { documentId: id, lineNo: index + 1, at, businessDate: day });
  });
  const reference = body.reason;
  await insertStockDocument(tx, {
    id,
    kind: 'adjustment',
    locationId: place.id,
    reference,
    note: body.note ?? '',
    staffId: actor.staffId ?? null,
    at,
  });
  book.write(tx);
  const touched = [...new Set(body.lines.map((line) => line.variantId))];
  return {
    id,
    levels: touched.map((variantId) =>
      levelView(
        place.id,
        variantId,
        variants.get(variantId)?.sku ?? '',
        book.level({ locationId: place.id, variantId }),
      ),
    ),
  };
});

function movementsOf(level: Level, line: Line, index: number): Movement[] {
  if (line.quantity === 0) refuse('stock.nothing_changed', 'The quantity is 0.', { field: `lines.${index}.quantity` });
  const result = decide(level, line);
  if (isStockRefusal(result)) {
    const there = result.code === 'stock.not_in_bucket' ? result.inBucket : 0;
    refuse('stock.short', 'There is less in this condition than is taken out.', {
      field: `lines.${index}.quantity`,
      params: { there },
    });
  }
  return Array.isArray(result) ? result : [result];
}

function decide(level: Level, line: Line): Movement[] | Movement | StockRefusal {
  if (line.toBucket !== undefined && line.toBucket !== line.bucket) {
    return line.quantity > 0
      ? changeBucket(level, line.bucket, line.toBucket, line.quantity)
      : changeBucket(level, line.toBucket, line.bucket, -line.quantity);
  }
  // A cost is given where goods are found that the shop has no cost of yet.
  if (line.unitCost !== undefined && line.quantity > 0)
    return receive(level, line.quantity, line.unitCost, { bucket: line.bucket, counterparty: 'shrinkage' });
  return adjust(level, line.bucket, line.quantity);
}
