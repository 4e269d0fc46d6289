/** Keeps the counts of limited promotions: asked when one is told of, and now and then while people sell. */
import type { FeedRow } from '@tandem/contract/feeds.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Clock } from './ports.ts';
import { isLimited, type KnownUses, knownUses, type PromotionCounts } from './promotion-uses.ts';
import type { StoredSale } from './sale.ts';

interface Ports {
  readonly clock: Clock;
  readonly ask: () => Promise<PromotionCounts>;
  readonly keep: (counts: PromotionCounts) => Promise<void>;
  /** Sales that wait for the server. */
  readonly unsent: () => readonly StoredSale[];
  readonly rules: () => RuleSet | undefined;
  /** The business date of an instant (milliseconds). */
  readonly dayOf: (atMs: number) => string;
  /** The counts are other ones. */
  readonly tell: () => void;
}

/** A poke comes with every sale of the store: counts that no limit was reached by may be this old. */
const freshMs = 10_000;

/** The counts, and the sales of this device that they may lack. */
export class UsesFollower {
  readonly #ports: Ports;
  #counts: PromotionCounts | undefined;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #isStale = false;
  #known: { rules: RuleSet; isOnline: boolean; minute: number; uses: KnownUses } | undefined;
  #waiting: readonly StoredSale[] = [];
  /** Counted by the server since it was asked, so that its answer may be of before. */
  #since: readonly { readonly sale: StoredSale; readonly at: number }[] = [];

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** What is known now by these rules; every tile asks, so it is worked out once a minute at most while nothing changes. */
  known(rules: RuleSet, isOnline: boolean): KnownUses {
    const nowMs = this.#ports.clock.now();
    const minute = Math.floor(nowMs / 60_000);
    const before = this.#known;
    if (before?.rules === rules && before.isOnline === isOnline && before.minute === minute) return before.uses;
    const sales = [...this.#waiting, ...this.#since.map(({ sale }) => sale)];
    const uses = knownUses({ rules, counts: this.#counts, sales, day: this.#ports.dayOf(nowMs), isOnline });
    this.#known = { rules, isOnline, minute, uses };
    return uses;
  }

  /** Goes on with what the device kept. */
  open(kept: PromotionCounts | undefined): void {
    this.#counts = kept;
    this.#known = undefined;
  }

  /** Sales were made or sent. */
  noteSales(): void {
    const now = this.#ports.unsent();
    const ids = new Set(now.map(({ id }) => id));
    const at = this.#ports.clock.now();
    const sent = this.#waiting.filter(({ id }) => !ids.has(id)).map((sale) => ({ sale, at }));
    if (sent.length === 0 && now.length === this.#waiting.length) return;
    this.#waiting = now;
    this.#since = [...this.#since, ...sent];
    this.#known = undefined;
    if (this.#isWanted()) this.#ports.tell();
  }

  /** The feed answered with these rows: asks for the counts where they may be other ones. Never throws. */
  async hear(rows: readonly FeedRow[]): Promise<void> {
    const isTold = rows.some(({ type }) => type === 'offers' || type === 'rules');
    if (!isTold && !this.#isWanted()) return;
    if (isTold) this.#isStale = true;
    if (this.#isAsking || (!this.#isStale && this.#ports.clock.now() - this.#askedAt < freshMs)) return;
    this.#isAsking = true;
    this.#isStale = false;
    const askedAt = this.#ports.clock.now();
    try {
      const counts = await this.#ports.ask();
      this.#askedAt = askedAt;
      this.#since = this.#since.filter(({ at }) => at >= askedAt);
      const isNews = JSON.stringify(counts) !== JSON.stringify(this.#counts);
      this.#counts = counts;
      this.#known = undefined;
      if (isNews) await this.#ports.keep(counts).catch(() => undefined);
      this.#ports.tell();
    } catch {
      // The next look at the feed asks again.
      this.#isStale = true;
      this.#isAsking = false;
      return;
    }
    this.#isAsking = false;
    // Another one was used up while it was asked.
    if (this.#isStale) await this.hear([]);
  }

  #isWanted(): boolean {
    return this.#ports.rules()?.promotions.some(isLimited) ?? false;
  }
}
