/** The prices of this till as time goes on: told anew when rules or catalogue change, and at each exact instant. */
import type { ListPrice } from '@tandem/domain/pricing/list-price.ts';
import { openPriceLists } from '@tandem/domain/pricing/open-price-lists.ts';
import type { PricedBasket } from '@tandem/domain/pricing/priced-basket.ts';
import type { Basket } from './basket.ts';
import { ChangeSignal } from './change-signal.ts';
import type { Clock } from './ports.ts';
import { contextOf, listPriceOf, type PricingFacts, priceBasket } from './price-basket.ts';
import type { TillVariant } from './till-facts.ts';

/** Browsers keep no timer longer than 24 days, and clocks are set right now and then. */
const longestMs = 600_000;

interface Ports {
  readonly clock: Clock;
  /** What prices depend on; undefined before the first catalogue is here. */
  readonly facts: () => PricingFacts | undefined;
}

/** The board from which screens read prices; they look again whenever it tells. */
export class Prices {
  readonly #ports: Ports;
  readonly #changed = new ChangeSignal();
  #version = 0;
  #shownAt = 0;
  #due = Number.POSITIVE_INFINITY;
  #callOff: (() => void) | undefined;
  #frozen: { readonly atMs: number; readonly facts: PricingFacts | undefined } | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  readonly subscribe = this.#changed.subscribe;
  /** Grows with every change of what goods may cost. */
  readonly version = (): number => this.#version;
  readonly facts = (): PricingFacts | undefined => this.#ports.facts();
  readonly now = (): number => this.#ports.clock.now();

  /** The facts of the instant at which payment began, whatever was published or used up since. */
  factsAt(atMs: number): PricingFacts | undefined {
    if (this.#frozen?.atMs !== atMs) this.#frozen = { atMs, facts: this.facts() };
    return this.#frozen.facts;
  }

  /** The basket as it is now, or as it was at `atMs` once payment began then. */
  price(basket: Basket, tenders: readonly string[] = [], atMs?: number): PricedBasket | undefined {
    const facts = atMs === undefined ? this.facts() : this.factsAt(atMs);
    return facts && priceBasket(basket, facts, { nowMs: atMs ?? this.now(), tenders });
  }

  /** What one piece costs by list at the last change; the same for all tiles. */
  listPrice(variant: TillVariant): ListPrice | undefined {
    const facts = this.facts();
    return facts && listPriceOf(variant, facts, this.#shownAt || this.now());
  }

  /** Rules, catalogue or settings changed, or somebody looks again: everything is priced anew. */
  refresh(): void {
    this.#due = Number.POSITIVE_INFINITY;
    this.#shownAt = this.now();
    this.#version += 1;
    this.expect(this.#nextListChange());
    this.#changed.tell();
  }

  /** What is on the screen may change by itself at this instant (ISO). Earlier ones that were told stay expected. */
  expect(validUntil: string | null): void {
    const due = validUntil === null ? Number.POSITIVE_INFINITY : Date.parse(validUntil);
    if (!(due < this.#due)) return;
    this.#due = due;
    this.#arm();
  }

  /** Looks at the clock: after sleep a timer is late. */
  check(): void {
    if (this.now() >= this.#due) this.refresh();
    else this.#arm();
  }

  #arm(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    if (this.#due === Number.POSITIVE_INFINITY) return;
    const wait = Math.max(0, this.#due - this.now());
    this.#callOff = this.#ports.clock.after(Math.min(wait, longestMs), () => this.check());
  }

  #nextListChange(): string | null {
    const facts = this.facts();
    if (!facts) return null;
    const context = contextOf(undefined, facts, { nowMs: this.#shownAt, tenders: [] });
    const next = Math.min(
      ...[...openPriceLists(facts.rules, context, this.#shownAt).values()].map(({ until }) => until),
    );
    return Number.isFinite(next) ? new Date(next).toISOString() : null;
  }
}
