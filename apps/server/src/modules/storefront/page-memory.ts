/** Everything the shop keeps in memory: what pages are made of, and whole pages as bytes. */
import type { AvailabilityItem, HomeView, ListView, ProductFacts, TileView } from '@tandem/storefront/views.ts';
import type { Clock } from '../../platform/clock.ts';
import { ChangeMarks } from './change-marks.ts';
import { Kept } from './kept.ts';
import type { Page } from './page.ts';
import type { Shop } from './read-shop.ts';

/** A value with what it depends on. */
export interface Read<V> {
  value: V;
  variantIds: readonly string[];
  /** When it stops being true by itself, ms. */
  until?: number;
}

export type Tile = Omit<TileView, 'isAvailable'> & { variantIds: string[] };
/** Until when the prices of it hold, ms. */
interface Priced {
  until: number;
}
export type KeptProduct = Priced & { facts: ProductFacts; related: Tile[] };
export type KeptList = Priced & Omit<ListView, 'tiles'> & { tiles: Tile[] };
export type KeptHome = Priced & { [K in keyof HomeView]: HomeView[K] extends TileView[] ? Tile[] : Tile | null };

const keptMs = 15_000;
const megabyte = 1_048_576;

export class PageMemory {
  readonly marks = new ChangeMarks();
  readonly shops = new Kept<Shop>({ entriesMax: 500, bytesMax: 4 * megabyte, keptMs: 2000 });
  readonly products = new Kept<KeptProduct>({ entriesMax: 2000, bytesMax: 10 * megabyte, keptMs });
  readonly lists = new Kept<KeptList | KeptHome>({ entriesMax: 500, bytesMax: 6 * megabyte, keptMs });
  /** The variants of the products that are asked for by id. */
  readonly variants = new Kept<string[]>({ entriesMax: 5000, bytesMax: 4 * megabyte, keptMs });
  /** What can be promised of a variant. */
  readonly stock = new Kept<AvailabilityItem>({ entriesMax: 20_000, bytesMax: 8 * megabyte, keptMs });
  readonly pages = new Kept<Page>({ entriesMax: 1500, bytesMax: 16 * megabyte, keptMs });
  readonly #clock: Clock;
  readonly #reading = new Map<string, Promise<unknown>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  /** The kept value, else reads it; those who ask at the same time share one reading. Nothing found is not kept. */
  async load<V>(
    kept: Kept<V>,
    name: string,
    key: string,
    merchantId: string,
    read: () => Promise<Read<V> | undefined>,
  ): Promise<V | undefined> {
    const known = kept.get(key, this.now());
    if (known !== undefined) return known;
    const under = `${name} ${key}`;
    const running = this.#reading.get(under) as Promise<V | undefined> | undefined;
    if (running !== undefined) return running;
    const reading = this.#read(kept, key, merchantId, read).finally(() => this.#reading.delete(under));
    this.#reading.set(under, reading);
    return reading;
  }

  /** The catalogue, a price or a setting of the merchant changed. */
  merchantChanged(merchantId: string): void {
    this.marks.markMerchant(merchantId);
    for (const kept of [this.shops, this.products, this.lists, this.variants, this.stock, this.pages])
      kept.forgetMerchant(merchantId);
  }

  /** The stock of these variants changed. */
  stockChanged(merchantId: string, variantIds: ReadonlySet<string>): void {
    this.marks.markVariants(variantIds);
    for (const kept of [this.stock, this.pages]) kept.forgetVariants(merchantId, variantIds);
  }

  async #read<V>(
    kept: Kept<V>,
    key: string,
    merchantId: string,
    read: () => Promise<Read<V> | undefined>,
  ): Promise<V | undefined> {
    const since = this.marks.now();
    const found = await read();
    if (found === undefined) return undefined;
    if (!this.marks.changedSince(since, merchantId, [])) {
      kept.put(key, found.value, {
        merchantId,
        variantIds: found.variantIds,
        bytes: JSON.stringify(found.value).length * 2,
        now: this.now(),
        until: found.until,
      });
    }
    return found.value;
  }
}
