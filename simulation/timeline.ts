/** Simulated time: what happens in the same twentieth of a second happens at once, on the real server too. */

/** What is done at an instant; what it gives is done after all others of that instant, in the order of planning. */
type Act = () => void | Promise<(() => void) | undefined>;
interface Planned {
  at: number;
  order: number;
  act: Act;
}

/** Milliseconds; everything is planned on this raster, so that requests meet. */
export const rasterMs = 50;

export class Timeline {
  #now: number;
  #order = 0;
  #planned: Planned[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  get isOver(): boolean {
    return this.#planned.length === 0;
  }

  /** Plans the act for `ms` from now, rounded up to the raster. */
  after(ms: number, act: Act): void {
    const at = Math.ceil((this.#now + Math.max(1, ms)) / rasterMs) * rasterMs;
    this.#order += 1;
    this.#planned.push({ at, order: this.#order, act });
  }

  /** Moves on to the next instant at which something is planned, and does all of it together. */
  async step(tick: (now: number) => void): Promise<void> {
    if (this.isOver) return;
    const at = this.#planned.reduce((least, one) => Math.min(least, one.at), Number.POSITIVE_INFINITY);
    const due = this.#planned.filter((one) => one.at === at).sort((a, b) => a.order - b.order);
    this.#planned = this.#planned.filter((one) => one.at !== at);
    this.#now = at;
    tick(at);
    // Whatever the real server answers first, the world goes on in the same order.
    for (const goOn of await Promise.all(due.map(async (one) => one.act()))) goOn?.();
  }
}
