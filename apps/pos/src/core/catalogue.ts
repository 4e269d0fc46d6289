/** The catalogue in memory: found by id, by barcode and by words, changed row by row while people sell. */
import { type InStoreRule, parseBarcode } from '@tandem/domain/barcodes/in-store.ts';
import { normaliseSearch } from '@tandem/domain/text/normalise.ts';
import { availableOf, BundlesByComponent } from './bundle-stock.ts';
import { ChangeSignal } from './change-signal.ts';
import type { TillVariant } from './till-facts.ts';

/** What the shopper thinks of: one tile. Its variants are in the order of the catalogue. */
export interface Product {
  readonly id: string;
  readonly name: TillVariant['name'];
  readonly categoryId: string | null;
  readonly imageUrl: string | null;
  readonly variants: readonly TillVariant[];
}

/** What a printed code says: the variant, and on labels of the shop's own scales a weight or a binding price. */
export interface ScannedGoods {
  readonly variant: TillVariant;
  /** Thousandths; undefined is one piece. */
  readonly quantity?: number;
  /** Minor units for the whole label. */
  readonly printedAmount?: number;
}

interface Words {
  readonly products: readonly Product[];
  readonly texts: readonly string[];
}

const hitsMax = 120;

/** Everything that this till may sell. */
export class Catalogue {
  readonly #variants = new Map<string, TillVariant>();
  readonly #products = new Map<string, Product>();
  readonly #idsOfProduct = new Map<string, string[]>();
  readonly #byCode = new Map<string, string>();
  /** Normalising is the costly part of the index: done once for a product, until it changes. */
  readonly #texts = new Map<string, string>();
  readonly #bundles = new BundlesByComponent();
  readonly #changed = new ChangeSignal();
  #shelves: Map<string | null, Product[]> | undefined;
  #words: Words | undefined;
  #version = 0;
  #inStoreRules: readonly InStoreRule[] = [];
  #priceDigits = 2;

  readonly subscribe = this.#changed.subscribe;
  /** Grows with every change; screens compare it. */
  readonly version = (): number => this.#version;
  readonly variant = (id: string): TillVariant | undefined => this.#variants.get(id);
  readonly product = (id: string): Product | undefined => this.#products.get(id);

  /** Puts rows in, new or changed; those no longer active leave the shelves. */
  put(rows: readonly TillVariant[]): void {
    const touched = new Set<string>();
    for (const row of rows) {
      const before = this.#variants.get(row.id);
      this.#variants.set(row.id, row);
      this.#bundles.put(row, before);
      this.#putCodes(row, before);
      if (before?.productId !== row.productId) pushTo(this.#idsOfProduct, row.productId, row.id);
      touched.add(before?.productId ?? row.productId).add(row.productId);
    }
    const ids = rows.map((row) => row.id);
    for (const id of this.#freshen([...ids, ...this.#bundles.of(ids)])) touched.add(id);
    for (const id of touched) {
      this.#build(id);
      this.#texts.delete(id);
    }
    this.#words = undefined;
    this.#tell();
  }

  /** Changes what can be sold (thousandths); gives the ids of the variants that are known here. */
  setAvailable(rows: readonly { variantId: string; available: number }[]): string[] {
    const known = rows.flatMap(({ variantId, available }) => {
      const variant = this.#variants.get(variantId);
      if (!variant) return [];
      this.#variants.set(variantId, { ...variant, available });
      this.#build(variant.productId);
      return [variantId];
    });
    const bundles = this.#bundles.of(known);
    for (const productId of this.#freshen(bundles)) this.#build(productId);
    if (known.length > 0) this.#tell();
    return [...known, ...bundles];
  }

  /** Forgets everything, before a whole new catalogue. */
  clear(): void {
    for (const map of [this.#variants, this.#products, this.#idsOfProduct, this.#byCode, this.#texts]) map.clear();
    this.#bundles.clear();
    this.#words = undefined;
    this.#tell();
  }

  /** How codes with a weight or a price inside are read, and how many decimals a price has. */
  readInStore(rules: readonly InStoreRule[], priceDigits: number): void {
    this.#inStoreRules = rules;
    this.#priceDigits = priceDigits;
  }

  /** The goods of a printed code or a SKU: a variant's own code as a whole first, then the shop's own labels. */
  findCode(code: string): ScannedGoods | undefined {
    const whole = this.#ofCode(code);
    if (whole) return { variant: whole };
    const scanned = parseBarcode(code, this.#inStoreRules, this.#priceDigits);
    const variant = scanned.kind === 'in_store' ? this.#ofCode(scanned.item) : undefined;
    if (scanned.kind !== 'in_store' || !variant) return undefined;
    const { quantity, priceAmount } = scanned;
    if (quantity === 0) return undefined;
    return {
      variant,
      ...(quantity === undefined ? {} : { quantity }),
      ...(priceAmount === undefined ? {} : { printedAmount: priceAmount }),
    };
  }

  /** Products of a category, or all of them for null, in the order of the catalogue. */
  productsOf(categoryId: string | null): readonly Product[] {
    this.#shelves ??= fillShelves(this.#products);
    return this.#shelves.get(categoryId) ?? [];
  }

  /** Products that hold every word of the query, at most `limit`. */
  search(query: string, limit = hitsMax): Product[] {
    const wanted = normaliseSearch(query).split(' ').filter(Boolean);
    const { products, texts } = this.prepareSearch();
    const hits: Product[] = [];
    for (let index = 0; index < texts.length && hits.length < limit; index += 1) {
      const text = texts[index] as string;
      if (wanted.every((word) => text.includes(word))) hits.push(products[index] as Product);
    }
    // Stock moves do not touch the words: take the products as they are now.
    return hits.flatMap(({ id }) => this.#products.get(id) ?? []);
  }

  /** Makes the search ready while nobody waits for it. */
  prepareSearch(): Words {
    if (this.#words) return this.#words;
    const products = [...this.#products.values()];
    const texts = products.map((product) => {
      const text = this.#texts.get(product.id) ?? wordsOf(product);
      this.#texts.set(product.id, text);
      return text;
    });
    this.#words = { products, texts };
    return this.#words;
  }

  /** Works out what there is of the bundles among these; gives the products whose figure changed. */
  #freshen(ids: Iterable<string>): string[] {
    return [...ids].flatMap((id) => {
      const row = this.#variants.get(id);
      const available = row === undefined ? 0 : availableOf(row, this.variant);
      if (row === undefined || available === row.available) return [];
      this.#variants.set(id, { ...row, available });
      return [row.productId];
    });
  }

  #ofCode(code: string): TillVariant | undefined {
    return this.#variants.get(this.#byCode.get(codeKey(code)) ?? '');
  }

  #putCodes(row: TillVariant, before: TillVariant | undefined): void {
    for (const code of before ? codesOf(before) : []) if (this.#byCode.get(code) === row.id) this.#byCode.delete(code);
    if (row.isActive) for (const code of codesOf(row)) this.#byCode.set(code, row.id);
  }

  /** A product is made anew from its active variants; without any it is not sold here. */
  #build(id: string): void {
    const own = (this.#idsOfProduct.get(id) ?? []).flatMap((variantId) => this.#variants.get(variantId) ?? []);
    const active = own.filter((variant) => variant.isActive && variant.productId === id);
    const [first] = active;
    if (!first) {
      this.#products.delete(id);
      return;
    }
    const imageUrl = active.find((variant) => variant.imageUrl !== null)?.imageUrl ?? null;
    this.#products.set(id, { id, name: first.name, categoryId: first.categoryId, imageUrl, variants: active });
  }

  #tell(): void {
    this.#shelves = undefined;
    this.#version += 1;
    this.#changed.tell();
  }
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
  for (const product of products.values())
    if (product.categoryId !== null) pushTo(shelves, product.categoryId, product);
  return shelves;
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
