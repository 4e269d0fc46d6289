/** A seeded source of chance: the same seed makes the same history. */

export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** True in that share of cases. */
  happens(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** A count around the mean, as arrivals of shoppers are. */
  count(mean: number): number;
  /** An id like a UUIDv7 of that instant (milliseconds since 1970). */
  id(instant: number): string;
}

/** The generator is sfc32: small, fast and good enough for a shop that never was. */
export function newChance(seed: number): Chance {
  const next = sfc32(seed);
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const digits = (count: number): string => Array.from({ length: count }, () => whole(0, 15).toString(16)).join('');
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick: (from) => from[whole(0, from.length - 1)] as (typeof from)[number],
    count: (mean) => Math.max(0, Math.round(mean + Math.sqrt(mean) * (next() + next() + next() - 1.5) * 2)),
    id: (instant) => {
      const time = instant.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${'89ab'[whole(0, 3)] ?? '8'}${digits(3)}-${digits(12)}`;
    },
  };
}

function sfc32(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** Picks by weight: the search goes over running sums, so that a large catalogue costs little. */
export function newWeightedPick<T>(choices: readonly T[], weightOf: (choice: T) => number): (chance: Chance) => T {
  let total = 0;
  const sums = choices.map((choice) => (total += weightOf(choice)));
  return (chance) => {
    const wanted = chance.next() * total;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) <= wanted) low = middle + 1;
      else high = middle;
    }
    return choices[low] as T;
  };
}
