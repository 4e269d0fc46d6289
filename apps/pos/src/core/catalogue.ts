/** The catalogue in memory: found by id, by barcode and by words, changed row by row while people sell. */
import { parseBarcode } from '@tandem/domain/barcodes/in-store.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import type { TillVariant } from './till-facts.ts';

/** What the shopper thinks of: one tile. Its variants are in the order of the catalogue. */
export interface Product {
  readonly id: string;
  readonly name: TillVariant['name'];
  readonly categoryId: string | null;
  readonly imageUrl: string | null;
  readonly variants: readonly TillVariant[];
}

export interface Catalogue {
  /** Puts rows in, new or changed; those no longer active leave the shelves. */
  put(variants: readonly TillVariant[]): void;
  /** Changes what can be sold (thousandths); gives the ids of the variants that are known here. */
  setAvailable(rows: readonly { variantId: string; available: number }[]): string[];
  /** Forgets everything, before a whole new catalogue. */
  clear(): void;
  variant(id: string): TillVariant | undefined;
  product(id: string): Product | undefined;
  /** The variant of a printed code or a SKU. */
  findCode(code: string): TillVariant | undefined;
  /** Products of a category, or all of them, in the order of the catalogue. */
  productsOf(categoryId: string | null): readonly Product[];
  /** Products that hold every word of the query, at most `limit`. */
  search(query: string, limit?: number): Product[];
  all(): Iterable<TillVariant>;
  size(): number;
  /** Grows with every change; screens compare it. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

const hitsMax = 120;

/** An empty catalogue. */
export function createCatalogue(): Catalogue {
  const variants = new Map<string, TillVariant>();
  const products = new Map<string, Product>();
  const idsOfProduct = new Map<string, string[]>();
  const byCode = new Map<string, string>();
  const listeners = new Set<() => void>();
  let shelves: Map<string | null, Product[]> | undefined;
  let words: { products: Product[]; texts: string[] } | undefined;
  let version = 0;

  function changed(): void {
    shelves = undefined;
    version += 1;
    for (const listener of listeners) listener();
  }

  function put(rows: readonly TillVariant[]): void {
    const touched = new Set<string>();
    for (const row of rows) {
      const before = variants.get(row.id);
      for (const code of before ? codesOf(before) : []) if (byCode.get(code) === row.id) byCode.delete(code);
      if (before && before.productId !== row.productId) touched.add(before.productId);
      variants.set(row.id, row);
      if (!before) pushTo(idsOfProduct, row.productId, row.id);
      if (row.isActive) for (const code of codesOf(row)) byCode.set(code, row.id);
      touched.add(row.productId);
    }
    for (const id of touched) build(id);
    words = undefined;
    changed();
  }

  /** A product is made anew from its active variants; without any it is not sold here. */
  function build(id: string): void {
    const own = (idsOfProduct.get(id) ?? []).flatMap((variantId) => variants.get(variantId) ?? []);
    const active = own.filter((variant) => variant.isActive && variant.productId === id);
    const [first] = active;
    if (!first) {
      products.delete(id);
      return;
    }
    const imageUrl = active.find((variant) => variant.imageUrl !== null)?.imageUrl ?? null;
    products.set(id, { id, name: first.name, categoryId: first.categoryId, imageUrl, variants: active });
  }

  function search(query: string, limit = hitsMax): Product[] {
    const wanted = normaliseSearch(query).split(' ').filter(Boolean);
    words ??= indexWords(products);
    const hits: Product[] = [];
    const { texts } = words;
    for (let index = 0; index < texts.length && hits.length < limit; index += 1) {
      const text = texts[index] as string;
      if (wanted.every((word) => text.includes(word))) hits.push(words.products[index] as Product);
    }
    // Stock moves do not touch the words: take the products as they are now.
    return hits.flatMap(({ id }) => products.get(id) ?? []);
  }

  return {
    put,
    search,
    setAvailable(rows) {
      const known = rows.flatMap(({ variantId, available }) => {
        const variant = variants.get(variantId);
        if (!variant) return [];
        variants.set(variantId, { ...variant, available });
        build(variant.productId);
        return [variantId];
      });
      if (known.length > 0) changed();
      return known;
    },
    clear() {
      for (const map of [variants, products, idsOfProduct, byCode]) map.clear();
      words = undefined;
      changed();
    },
    variant: (id) => variants.get(id),
    product: (id) => products.get(id),
    findCode: (code) => variants.get(byCode.get(codeKey(code)) ?? ''),
    productsOf(categoryId) {
      shelves ??= fillShelves(products);
      return shelves.get(categoryId) ?? [];
    },
    all: () => variants.values(),
    size: () => variants.size,
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One spelling for each code: a GTIN padded to 14 digits, anything else as text without case. */
function codeKey(code: string): string {
  const scanned = parseBarcode(code, []);
  if (scanned.kind === 'gtin') return scanned.gtin;
  return scanned.kind === 'text' ? scanned.code.toLowerCase() : code;
}

function codesOf(variant: TillVariant): string[] {
  return [...variant.barcodes, variant.sku].map(codeKey);
}

/** Shelf null holds everything. */
function fillShelves(products: ReadonlyMap<string, Product>): Map<string | null, Product[]> {
  const shelves = new Map<string | null, Product[]>([[null, [...products.values()]]]);
  for (const product of products.values()) if (product.categoryId !== null) pushTo(shelves, product.categoryId, product);
  return shelves;
}

function indexWords(products: ReadonlyMap<string, Product>): { products: Product[]; texts: string[] } {
  const list = [...products.values()];
  return { products: list, texts: list.map(wordsOf) };
}

function wordsOf(product: Product): string {
  const parts: string[] = [...Object.values(product.name)];
  for (const variant of product.variants) {
    parts.push(variant.sku, ...variant.barcodes);
    for (const option of variant.optionNames) parts.push(...Object.values(option));
  }
  return normaliseSearch(parts.join(' '));
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
