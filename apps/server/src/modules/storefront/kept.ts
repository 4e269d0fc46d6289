/** A bounded memory: what nobody asked for lately goes first; what is too old or was changed is not given any more. */

interface Entry<V> {
  value: V;
  merchantId: string;
  /** What the value depends on. */
  variantIds: readonly string[];
  bytes: number;
  until: number;
  /** Asked for since it was last considered for going. */
  isUsed: boolean;
}

export interface KeptLimits {
  entriesMax: number;
  bytesMax: number;
  /** Even what nobody told of is read again after this time. */
  keptMs: number;
}

export class Kept<V> {
  readonly #limits: KeptLimits;
  readonly #entries = new Map<string, Entry<V>>();
  #bytes = 0;

  constructor(limits: KeptLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** The value, or undefined. Asking only leaves a mark: moving the entry each time would cost more than it saves. */
  get(key: string, now: number): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    if (entry.until <= now) {
      this.#forget(key);
      return undefined;
    }
    entry.isUsed = true;
    return entry.value;
  }

  /** Keeps a value; `until` may shorten its time. */
  put(
    key: string,
    value: V,
    about: {
      merchantId: string;
      variantIds: readonly string[];
      bytes: number;
      now: number;
      until?: number | undefined;
    },
  ): void {
    this.#forget(key);
    const { merchantId, variantIds, bytes, now } = about;
    if (bytes > this.#limits.bytesMax / 8) return;
    const until = Math.min(now + this.#limits.keptMs, about.until ?? Number.POSITIVE_INFINITY);
    this.#entries.set(key, { value, merchantId, variantIds, bytes, until, isUsed: false });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= this.#limits.entriesMax && this.#bytes <= this.#limits.bytesMax) break;
      if (!entry.isUsed) this.#forget(oldest);
      else {
        // A second chance, behind all others.
        entry.isUsed = false;
        this.#entries.delete(oldest);
        this.#entries.set(oldest, entry);
      }
    }
  }

  /** Forgets everything of a merchant. */
  forgetMerchant(merchantId: string): void {
    for (const [key, entry] of this.#entries) if (entry.merchantId === merchantId) this.#forget(key);
  }

  /** Forgets what depends on one of these variants. */
  forgetVariants(merchantId: string, variantIds: ReadonlySet<string>): void {
    for (const [key, entry] of this.#entries) {
      if (entry.merchantId === merchantId && entry.variantIds.some((id) => variantIds.has(id))) this.#forget(key);
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}
