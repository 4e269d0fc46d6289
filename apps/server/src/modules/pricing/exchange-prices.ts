/** The prices of a list as a file: out, and in with a report on every row that was not taken. */
import type { Answer } from '@tandem/contract/index.ts';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { formatDecimal, parseDecimal } from '@tandem/domain/money/parse.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import type { Tx } from '../../platform/transaction.ts';
import { findVariantsBySku, variantsByIds } from '../catalog/index.ts';
import { sellingFacts } from '../merchants/index.ts';
import { readCsvText, writeCsvText } from './csv-text.ts';
import { type Entry, readEntries, writeEntries } from './price-entries.ts';
import { openList, requirePriceList } from './price-lists.ts';
import { lockRules } from './rule-sets.ts';

type File = Answer<'GET /api/price-lists/:id/export'>;
type Report = Answer<'POST /api/price-lists/:id/import'>;
const heading = ['sku', 'min_quantity', 'price', 'compare_at'] as const;
const amountMax = 1_000_000_000_000;
const quantityMax = 1_000_000_000;
const problemsMax = 500;

/** The list as CSV: sku, from how many pieces, price, compare-at price; money in decimals of the currency. */
export async function exportPrices(tx: Tx, priceListId: string): Promise<File> {
  const { definition } = await requirePriceList(tx, priceListId);
  const entries = await readEntries(tx, priceListId);
  const variants = await variantsByIds(
    tx,
    entries.map((entry) => entry.variantId),
  );
  const digits = currencyDigits((await sellingFacts(tx)).currency);
  const rows = entries.map((entry) => [
    variants.get(entry.variantId)?.sku ?? '',
    formatDecimal(entry.minQuantity, 3),
    formatDecimal(entry.amount, digits),
    entry.compareAtAmount === null ? null : formatDecimal(entry.compareAtAmount, digits),
  ]);
  const name = Object.values(definition.name)[0] ?? 'prices';
  return { fileName: `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.csv`, csv: writeCsvText([heading, ...rows]) };
}

interface ImportBody {
  priceListId: string;
  csv: string;
  dryRun: boolean;
}

/** Takes the rows that fit; an empty price takes the price out of the list. Refuses a file without the columns sku and price. */
export const importPrices = singleKind(
  'pricing.import_prices',
  async (tx: Tx, { body, actor, at }: Command<ImportBody>): Promise<Report> => {
    await lockRules(tx, at);
    await openList(tx, body.priceListId);
    const { entries, problems } = await readRows(tx, body.csv);
    if (!body.dryRun && entries.length > 0) await writeEntries(tx, body.priceListId, entries, actor, at);
    const removed = entries.filter((entry) => entry.amount === null).length;
    return {
      taken: entries.length - removed,
      removed,
      refused: problems.length,
      problems: problems.slice(0, problemsMax),
    };
  },
);

async function readRows(tx: Tx, csv: string): Promise<{ entries: Entry[]; problems: Report['problems'] }> {
  const [first = [], ...rows] = readCsvText(csv);
  const names = first.map((cell) => cell.trim().toLowerCase().replaceAll(' ', '_'));
  const column = (name: (typeof heading)[number]) => names.indexOf(name);
  if (column('sku') < 0 || column('price') < 0)
    refuse('import.not_readable', 'The first row names the columns sku, min_quantity, price, compare_at.', {
      field: 'csv',
    });
  const at = (cells: readonly string[], name: (typeof heading)[number]) => (cells[column(name)] ?? '').trim();
  const known = await findVariantsBySku(
    tx,
    rows.map((cells) => at(cells, 'sku')),
  );
  const digits = currencyDigits((await sellingFacts(tx)).currency);
  const entries: Entry[] = [];
  const problems: Report['problems'] = [];
  for (const [index, cells] of rows.entries()) {
    const told = (code: string, text: string) => void problems.push({ row: index + 2, code, text });
    const sku = at(cells, 'sku');
    const variant = known.get(sku);
    const minQuantity = numberIn(at(cells, 'min_quantity'), 3, quantityMax, 0);
    const amount = numberIn(at(cells, 'price'), digits, amountMax, null);
    const compareAtAmount = numberIn(at(cells, 'compare_at'), digits, amountMax, null);
    if (variant === undefined) told('sku_unknown', `No variant has the SKU ${sku.slice(0, 60)}.`);
    else if (minQuantity === undefined || minQuantity === null) told('quantity_wrong', 'The quantity is no number.');
    else if (amount === undefined) told('price_wrong', 'The price is no amount.');
    else if (compareAtAmount === undefined) told('price_wrong', 'The compare-at price is no amount.');
    else entries.push({ variantId: variant.id, minQuantity, amount, compareAtAmount });
  }
  return { entries, problems };
}

/** The scaled number in a cell; `empty` where nothing stands there, undefined for what is no number from 0 to `most`. */
function numberIn<E extends number | null>(
  text: string,
  digits: number,
  most: number,
  empty: E,
): number | E | undefined {
  if (text === '') return empty;
  const value = parseDecimal(text, digits);
  return value === undefined || value < 0 || value > most ? undefined : value;
}
