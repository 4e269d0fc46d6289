/** The till put together: storage, network, outbox and catalogue, and at which stage its person is. */
import { call, type ProblemError } from '@tandem/contract/client.ts';
import type { FeedRow } from '@tandem/contract/feeds.ts';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { businessDate } from '@tandem/domain/reports/business-date.ts';
import { Catalogue } from './core/catalogue.ts';
import { ChangeSignal } from './core/change-signal.ts';
import { clockError, withoutTimedPromotions } from './core/clock-check.ts';
import { createFollower, type Positions } from './core/follow-feed.ts';
import { UsesFollower } from './core/follow-uses.ts';
import { network } from './core/network.ts';
import { Outbox } from './core/outbox.ts';
import { realClock } from './core/ports.ts';
import { Prices } from './core/prices.ts';
import type { StoredSale } from './core/sale.ts';
import type { Person, TillFacts } from './core/till-facts.ts';
import { followServer } from './follow-server.ts';
import { catalogueStorage } from './storage/catalogue-storage.ts';
import { checkPin, isPinKept, keepPin, type PinAnswer } from './storage/kept-pins.ts';
import { keepFact, readFact, type TillDatabase } from './storage/open-database.ts';
import { forgetOldSales, readStoredSale, saleStorage } from './storage/sale-storage.ts';

export interface TillState {
  readonly stage: 'opening' | 'unreachable' | 'pairing' | 'signing_in' | 'loading' | 'selling';
  readonly facts?: TillFacts | undefined;
  readonly person?: Person | undefined;
  readonly isReachable: boolean;
  /** By how much this device's clock is ahead of the server's (ms); 0 as long as nothing is wrong with it. */
  readonly clockErrorMs: number;
  /** The person was let in by this device alone: past sales and refunds want the PIN once more. */
  readonly isLetInHere: boolean;
  /** How much of the first catalogue has come, 0 to 1. */
  readonly progress: number;
  /** A sale whose "done" the person may not have seen before the page went away. */
  readonly unseen?: StoredSale | undefined;
}

const patienceMs = 8000;

/** The till of this tab, which must hold the writer's lock. */
export class Till {
  readonly database: TillDatabase;
  readonly outbox: Outbox;
  readonly catalogue = new Catalogue();
  readonly follower;
  readonly prices: Prices;
  readonly uses: UsesFollower;
  readonly #changed = new ChangeSignal();
  #state: TillState = { stage: 'opening', isReachable: true, clockErrorMs: 0, isLetInHere: false, progress: 0 };
  #wake: (() => void) | undefined;

  constructor(database: TillDatabase) {
    this.database = database;
    this.outbox = new Outbox({ storage: saleStorage(database), network, clock: realClock });
    this.uses = new UsesFollower({
      clock: realClock,
      ask: network.uses,
      keep: (counts) => keepFact(database, 'uses', counts),
      unsent: this.outbox.unsent,
      rules: () => this.follower.rules(),
      dayOf: (atMs) => this.#dayOf(atMs),
      tell: () => this.prices.refresh(),
    });
    this.outbox.subscribe(() => this.uses.noteSales());
    this.prices = new Prices({ clock: realClock, facts: () => this.#pricingFacts() });
    this.follower = createFollower({
      catalogue: this.catalogue,
      storage: catalogueStorage(database),
      network: { ...network, feed: (after) => this.#askFeed(after) },
      tell: (news) => (news === 'settings' ? void this.refresh() : this.#repriced()),
    });
  }

  readonly subscribe = this.#changed.subscribe;
  readonly state = (): TillState => this.#state;

  /** Opens with what the device knows, which is enough to sell, and asks the server at the same time. */
  async start(): Promise<void> {
    void navigator.storage?.persist?.();
    window.addEventListener('online', () => this.#reach());
    // A device that slept comes back with its timers late.
    for (const name of ['visibilitychange', 'pageshow']) document.addEventListener(name, () => this.prices.check());
    const [facts, person, unseenId] = await Promise.all([
      readFact(this.database, 'till'),
      readFact(this.database, 'person'),
      readFact(this.database, 'unseen'),
    ]);
    if (facts) this.#tell({ facts });
    this.uses.open(await readFact(this.database, 'uses'));
    await this.follower.open();
    await this.outbox.start();
    void forgetOldSales(this.database, Date.now()).catch(() => undefined);
    const unseen = unseenId ? await readStoredSale(this.database, unseenId) : undefined;
    this.#tell({ facts, person, unseen });
    if (facts && person && this.follower.manifest()) this.#tell({ stage: 'selling' });
    await this.refresh();
  }

  /** Asks the server who we are. */
  async refresh(): Promise<void> {
    let facts: TillFacts;
    try {
      facts = await call('GET /api/till', { signal: AbortSignal.timeout(patienceMs) });
    } catch (error) {
      await this.#settle(error as ProblemError);
      return;
    }
    await this.#adopt(facts);
  }

  /** The server let this person in by the PIN, which is remembered for a time without it. */
  async signedIn(person: Person, pin: string): Promise<void> {
    await keepPin(this.database, person.id, pin, Date.now()).catch(() => undefined);
    await this.#open(person, false);
    await keepFact(this.database, 'owesSignOut', undefined);
    this.#tell({ isReachable: true });
    await this.#settleStage();
  }

  /** Lets a person in whose PIN was right on this device before; says what is wrong otherwise. */
  async openHere(person: Person, pin: string): Promise<PinAnswer> {
    const answer = await checkPin(this.database, person.id, pin, Date.now());
    if (answer !== 'right') return answer;
    await this.#open(person, true);
    await this.#settleStage();
    return answer;
  }

  /** Can the person of now lock the till without the server, and open it again? */
  async mayLockHere(): Promise<boolean> {
    const { person } = this.#state;
    return person !== undefined && (await isPinKept(this.database, person.id, Date.now()));
  }

  /** Locks the till, without the server if need be: it is told later. Throws when nobody could open it again. */
  async signOut(): Promise<void> {
    try {
      await call('DELETE /api/till/session', { signal: AbortSignal.timeout(patienceMs) });
    } catch (error) {
      if (!(await this.mayLockHere())) throw error;
      await keepFact(this.database, 'owesSignOut', true);
    }
    await keepFact(this.database, 'person', undefined);
    await keepFact(this.database, 'isLetInHere', undefined);
    this.#tell({ person: undefined, isLetInHere: false, stage: 'signing_in' });
    void this.refresh();
  }

  async #open(person: Person, isLetInHere: boolean): Promise<void> {
    await keepFact(this.database, 'person', person);
    await keepFact(this.database, 'isLetInHere', isLetInHere || undefined);
    this.#tell({ person, isLetInHere });
  }

  /** The person has seen that the last sale is done. */
  sawSale(): void {
    void keepFact(this.database, 'unseen', undefined);
    if (this.#state.unseen) this.#tell({ unseen: undefined });
  }

  /** Another place has another catalogue; sales that still wait are kept whatever happens. */
  async #adopt(facts: TillFacts): Promise<void> {
    const before = this.#state.facts;
    const isElsewhere = before !== undefined && before.location.id !== facts.location.id;
    if (isElsewhere) {
      const ofPlace = ['manifest', 'rules', 'positions', 'uses', 'basket', 'person'] as const;
      await Promise.all(ofPlace.map((name) => keepFact(this.database, name, undefined)));
    }
    await keepFact(this.database, 'till', facts);
    if (isElsewhere) {
      location.reload();
      return;
    }
    // Whoever was let in here goes on; the server's own session may be of the person before.
    const here = this.#state.person;
    const wasLetIn = (await readFact(this.database, 'isLetInHere')) ?? false;
    const isLetInHere = wasLetIn && facts.staff.some(({ id }) => id === here?.id);
    const isLocked = (await readFact(this.database, 'owesSignOut')) ?? false;
    const person = isLetInHere ? here : isLocked ? undefined : (facts.signedIn ?? undefined);
    if (isLocked) await this.#tellLock();
    await keepFact(this.database, 'person', person);
    this.#tell({ facts, person, isLetInHere, isReachable: true });
    this.#repriced();
    await this.#settleStage();
  }

  /** The server hears late that the till was locked. */
  async #tellLock(): Promise<void> {
    await call('DELETE /api/till/session', {}).then(
      () => keepFact(this.database, 'owesSignOut', undefined),
      () => undefined,
    );
  }

  #pricingFacts() {
    const { facts } = this.#state;
    const manifest = this.follower.manifest();
    const rules = this.follower.rules();
    if (!facts || !manifest || !rules) return undefined;
    const counted = this.#state.clockErrorMs === 0 ? rules : withoutTimedPromotions(rules);
    const uses = this.uses.known(rules, this.#state.isReachable);
    return { rules: counted, manifest, location: facts.location, uses, variantOf: this.catalogue.variant };
  }

  #dayOf(atMs: number): string {
    const { location, merchant } = this.#state.facts ?? {};
    return businessDate(new Date(atMs).toISOString(), location?.timeZone ?? 'UTC', merchant?.dayCutOffHour ?? 0);
  }

  /** Each look at the feed tells the time, too. */
  async #askFeed(after: Positions): ReturnType<typeof network.feed> {
    const askedMs = realClock.now();
    const answer = await network.feed(after);
    const clockErrorMs = clockError(answer.at, askedMs, realClock.now());
    const before = this.#state.clockErrorMs;
    if (clockErrorMs !== before) this.#tell({ clockErrorMs });
    void this.uses.hear(answer.entries.flatMap((entry) => entry.rows as FeedRow[]));
    if ((clockErrorMs === 0) !== (before === 0)) this.#repriced();
    return answer;
  }

  #repriced(): void {
    const currency = this.#state.facts?.merchant.currency ?? 'HKD';
    this.catalogue.readInStore(this.follower.manifest()?.inStoreRules ?? [], currencyDigits(currency));
    this.prices.refresh();
  }

  async #settle(problem: Partial<ProblemError>): Promise<void> {
    if (problem.status === 401 || problem.status === 403) {
      this.#tell({ stage: 'pairing', person: undefined, isReachable: true });
      return;
    }
    this.#tell({ isReachable: false });
    if (this.#state.facts) await this.#settleStage();
    else this.#tell({ stage: 'unreachable' });
  }

  async #settleStage(): Promise<void> {
    if (!this.#state.person) {
      this.#tell({ stage: 'signing_in' });
      return;
    }
    if (!this.follower.manifest() && !(await this.#loadCatalogue())) return;
    this.#tell({ stage: 'selling' });
    this.#follow();
  }

  async #loadCatalogue(): Promise<boolean> {
    this.#tell({ stage: 'loading', progress: 0 });
    try {
      await this.follower.catchUp((progress) => this.#tell({ progress }));
      return true;
    } catch {
      this.#tell({ stage: 'unreachable', isReachable: false });
      return false;
    }
  }

  #follow(): void {
    if (this.#wake || !this.#state.facts) return;
    this.#wake = followServer(this.follower, this.#state.facts.location.id, {
      reached: () => this.#reach(),
      lost: () => this.#state.isReachable && this.#tell({ isReachable: false }),
      unknown: () => void this.refresh(),
    });
    setTimeout(() => this.catalogue.prepareSearch(), 500);
  }

  #reach(): void {
    if (this.#state.isReachable) return;
    this.#tell({ isReachable: true });
    this.outbox.wake();
    this.#wake?.();
    // A till that opened without the server learns now who it is.
    if (this.#state.stage === 'selling') void this.refresh();
  }

  #tell(change: Partial<TillState>): void {
    const wasReachable = this.#state.isReachable;
    this.#state = { ...this.#state, ...change };
    this.#changed.tell();
    // Without the network other codes count.
    if (this.#state.isReachable !== wasReachable) this.prices.refresh();
  }
}
