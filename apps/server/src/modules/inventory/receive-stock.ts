/** Goods come in: opening stock or a supplier's delivery. */
import type { Body } from '@tandem/contract/index.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { receive } from '@tandem/domain/stock/move-goods.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { variantsByIds } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { levelView } from './level-row.ts';
import { refuseBundles } from './set-components.ts';
import { openStockBook } from './stock-book.ts';
import { insertStockDocument } from './stock-document.ts';

type ReceiptBody = Body<'POST /api/stock-receipts'> & { kind?: 'receipt' | 'opening' };

/** Receives each line at its cost per piece (minor units). Refuses unknown variants and places, and bundles; the id is the document's. */
export const receiveStock = singleKind('stock.receive', async (tx: Tx, command: Command<ReceiptBody>) => {
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
  const kind = body.kind ?? 'receipt';
  body.lines.forEach((line, index) => {
    const key = { locationId: place.id, variantId: line.variantId };
    for (const movement of receive(book.level(key), line.quantity, line.unitCost, { reason: kind })) {
      book.post(key, movement, { documentId: id, lineNo: index + 1, at, businessDate: day });
    }
  });
  await insertStockDocument(tx, {
    id,
    kind,
    locationId: place.id,
    reference: body.reference ?? '',
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
