/** Remembers what was read for a few seconds, so that a till's every request need not ask the database who it is. */
import type { Clock } from '../../platform/clock.ts';

const entriesMax = 10_000;

export class ShortCache<V> {
  readonly #clock: Clock;
  readonly #keptMs: number;
  readonly #entries = new Map<string, { value: V; until: number }>();
  readonly #reading = new Map<string, Promise<V | undefined>>();
  #generation = 0;

  constructor(clock: Clock, keptMs: number) {
    this.#clock = clock;
    this.#keptMs = keptMs;
  }

  /** The remembered value, at once, or undefined. */
  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    return entry !== undefined && entry.until > this.#clock.now() ? entry.value : undefined;
  }

  /** Reads and remembers; those who ask at the same time share one reading. Nothing found is not remembered. */
  load(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const known = this.#reading.get(key);
    if (known !== undefined) return known;
    const reading = this.#read(key, read);
    this.#reading.set(key, reading);
    return reading;
  }

  /** Forgets everything, also what is just being read. */
  clear(): void {
    this.#generation += 1;
    this.#entries.clear();
    this.#reading.clear();
  }

  async #read(key: string, read: () => Promise<V | undefined>): Promise<V | undefined> {
    const generation = this.#generation;
    try {
      const value = await read();
      if (value !== undefined && generation === this.#generation) {
        if (this.#entries.size >= entriesMax) this.#entries.clear();
        this.#entries.set(key, { value, until: this.#clock.now() + this.#keptMs });
      }
      return value;
    } finally {
      if (generation === this.#generation) this.#reading.delete(key);
    }
  }
}
