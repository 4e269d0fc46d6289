// What the sheet of a price list is made of: a row for each variant, a column for each price.
import type { Answer } from '@tandem/contract/index.ts';
import { divideRounded } from '@tandem/domain/money/round.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import type { Localised } from '@tandem/ui/locale.ts';

export type GridItem = Answer<'GET /api/price-lists/:id/entries'>['items'][number];
export type VariantFacts = Answer<'GET /api/reports/variant-facts'>['items'][number];

export interface StoredPrice {
  /** Minor units. */
  readonly amount: number;
  readonly compareAtAmount: number | null;
}
export interface SheetRow {
  readonly variantId: string;
  readonly productId: string;
  readonly sku: string;
  /** Of the product, with the options of the variant. */
  readonly name: string;
  readonly productName: string;
  readonly imageUrl: string | null;
  /** Minor units; null for a variant without a base price. */
  readonly baseAmount: number | null;
  readonly costAmount: number | null;
  readonly categoryId: string | null;
  readonly brand: string;
  /** By the quantity, in thousandths, from which they count. */
  readonly prices: ReadonlyMap<number, StoredPrice>;
  /** What a search looks in. */
  readonly words: string;
}

/** `was` is the compare-at price beside the price of the first piece. */
export type SheetColumn =
  | { readonly kind: 'base' | 'was' | 'difference' | 'margin'; readonly key: string }
  | { readonly kind: 'price'; readonly key: string; readonly minQuantity: number };

/** The row of a variant, in the words of one language. */
export function sheetRow(
  item: GridItem,
  facts: VariantFacts | undefined,
  text: (localised: Localised) => string,
): SheetRow {
  const name = [text(item.name), ...item.optionNames.map(text)].join(' · ');
  const brand = facts?.brand ?? '';
  return {
    variantId: item.variantId,
    productId: item.productId,
    sku: item.sku,
    name,
    productName: text(item.name),
    imageUrl: item.imageUrl,
    baseAmount: item.baseAmount,
    costAmount: facts?.costAmount ?? null,
    categoryId: facts?.categoryId ?? null,
    brand,
    prices: new Map(item.entries.map(({ minQuantity, ...price }) => [minQuantity, price])),
    words: normaliseSearch([...Object.values(item.name), name, item.sku, brand].join(' ')),
  };
}

/** The columns: base price, price, compare-at price, one for each quantity break, then what follows from them. */
export function sheetColumns(breaks: readonly number[], hasMargin: boolean): SheetColumn[] {
  return [
    { kind: 'base', key: 'base' },
    { kind: 'price', key: 'price:0', minQuantity: 0 },
    { kind: 'was', key: 'was' },
    ...breaks.map((minQuantity) => ({ kind: 'price' as const, key: `price:${minQuantity}`, minQuantity })),
    { kind: 'difference', key: 'difference' },
    ...(hasMargin ? [{ kind: 'margin' as const, key: 'margin' }] : []),
  ];
}

/** The quantities, in thousandths and rising, from which some row has a price of its own, and those that were added. */
export function breaksOf(rows: readonly SheetRow[], added: readonly number[]): number[] {
  const found = new Set(added);
  for (const row of rows) for (const minQuantity of row.prices.keys()) if (minQuantity > 0) found.add(minQuantity);
  return [...found].sort((a, b) => a - b);
}

export function isEditable(column: SheetColumn | undefined): boolean {
  return column?.kind === 'price' || column?.kind === 'was';
}

/** The difference to the base price in parts per ten thousand, rounded; null without both, or where the base price is 0. */
export function differenceOf(baseAmount: number | null, amount: number | null): number | null {
  if (baseAmount === null || amount === null || baseAmount === 0) return null;
  return divideRounded(BigInt(amount - baseAmount) * 10_000n, baseAmount);
}

/**
 * What is left of a price after its cost, in parts per ten thousand of the price without tax; null without both, or where
 * nothing is paid. `taxPpm` is the rate within the price: 0 where prices are without tax.
 */
export function marginOf(amount: number | null, costAmount: number | null, taxPpm: number): number | null {
  if (amount === null || costAmount === null) return null;
  const net = divideRounded(BigInt(amount) * 1_000_000n, 1_000_000 + taxPpm);
  return net === 0 ? null : divideRounded(BigInt(net - costAmount) * 10_000n, net);
}

const collator = new Intl.Collator(['en', 'zh-Hant'], { numeric: true });

/** By the names of the products; variants of one stay in their order. */
export function sortRows(rows: readonly SheetRow[]): readonly SheetRow[] {
  return rows.toSorted(
    (a, b) =>
      collator.compare(a.productName, b.productName) ||
      (a.productId < b.productId ? -1 : a.productId > b.productId ? 1 : 0),
  );
}

export interface RowFilter {
  readonly search: string;
  readonly categoryId: string;
  readonly brand: string;
}

/** The rows in which every word of the search stands, of the category and the brand, if they are named. */
export function filterRows(rows: readonly SheetRow[], filter: RowFilter): readonly SheetRow[] {
  const words = normaliseSearch(filter.search).split(' ').filter(Boolean);
  if (words.length === 0 && filter.categoryId === '' && filter.brand === '') return rows;
  return rows.filter(
    (row) =>
      (filter.categoryId === '' || row.categoryId === filter.categoryId) &&
      (filter.brand === '' || row.brand === filter.brand) &&
      words.every((word) => row.words.includes(word)),
  );
}
