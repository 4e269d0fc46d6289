/** Chance that a seed decides: the same seed draws the same numbers, on every machine. */
import { createHash } from 'node:crypto';

export class Chance {
  readonly #seed: string;
  readonly #state: [number, number, number, number];

  constructor(seed: string) {
    this.#seed = seed;
    const digest = createHash('sha256').update(seed).digest();
    this.#state = [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), 1];
    for (let round = 0; round < 12; round += 1) this.next();
  }

  /** Another stream, which depends on its name alone: what is drawn elsewhere does not move it. */
  of(name: string): Chance {
    return new Chance(`${this.#seed} ${name}`);
  }

  /** A number from 0 up to but not including 1 (the generator sfc32). */
  next(): number {
    const [a, b, c, counter] = this.#state;
    const drawn = (a + b + counter) >>> 0;
    this.#state[0] = b ^ (b >>> 9);
    this.#state[1] = (c + (c << 3)) >>> 0;
    this.#state[2] = (((c << 21) | (c >>> 11)) + drawn) >>> 0;
    this.#state[3] = (counter + 1) >>> 0;
    return drawn / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the list, which is not empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.whole(0, list.length - 1)];
    if (picked === undefined) throw new Error('There is nothing to pick from');
    return picked;
  }

  /** One of the names, each as often as its weight says. */
  weigh<K extends string>(weights: Readonly<Record<K, number>>): K {
    const names = Object.keys(weights) as K[];
    let left = this.next() * names.reduce((sum, name) => sum + weights[name], 0);
    for (const name of names) {
      left -= weights[name];
      if (left < 0) return name;
    }
    return this.pick(names);
  }

  /** A UUID of version 7 for that instant (milliseconds since 1970). */
  id(now: number): string {
    const time = now.toString(16).padStart(12, '0');
    const bits = Array.from({ length: 4 }, () => this.whole(0, 0xffff_ffff).toString(16).padStart(8, '0')).join('');
    const variant = '89ab'[this.whole(0, 3)] ?? '8';
    return `${time.slice(0, 8)}-${time.slice(8)}-7${bits.slice(0, 3)}-${variant}${bits.slice(3, 6)}-${bits.slice(6, 18)}`;
  }
}
