/** The till put together: storage, network, outbox and catalogue, and at which stage its person is. */
import { call, type ProblemError } from '@tandem/contract/client.ts';
import type { pokePaths } from '@tandem/contract/feeds.ts';
import { type Catalogue, createCatalogue } from './core/catalogue.ts';
import { createFollower, type Follower, keepFollowing, type Watch } from './core/follow-feed.ts';
import { network } from './core/network.ts';
import { createOutbox, type Outbox } from './core/outbox.ts';
import { realClock } from './core/ports.ts';
import type { StoredSale } from './core/sale.ts';
import type { Person, TillFacts } from './core/till-facts.ts';
import { catalogueStorage } from './storage/catalogue-storage.ts';
import { keepFact, readFact, type TillDatabase } from './storage/open-database.ts';
import { forgetOldSales, readStoredSale, saleStorage } from './storage/sale-storage.ts';

export interface TillState {
  readonly stage: 'opening' | 'unreachable' | 'pairing' | 'signing_in' | 'loading' | 'selling';
  readonly facts?: TillFacts | undefined;
  readonly person?: Person | undefined;
  readonly isReachable: boolean;
  /** How much of the first catalogue has come, 0 to 1. */
  readonly progress: number;
  /** A sale whose "done" the person may not have seen before the page went away. */
  readonly unseen?: StoredSale | undefined;
}

export interface Till {
  readonly database: TillDatabase;
  readonly outbox: Outbox;
  readonly catalogue: Catalogue;
  readonly follower: Follower;
  state(): TillState;
  subscribe(listener: () => void): () => void;
  start(): Promise<void>;
  /** Asks the server again who we are. */
  refresh(): Promise<void>;
  signedIn(person: Person): Promise<void>;
  signOut(): Promise<void>;
  sawSale(): void;
}

// Typed by the contract, written here: its schemas must not reach a browser.
const pokesPath = '/api/till/feed/pokes' satisfies typeof pokePaths.register;

/** The till of this tab, which must hold the writer's lock. */
export function createTill(database: TillDatabase): Till {
  const catalogue = createCatalogue();
  const outbox = createOutbox({ storage: saleStorage(database), network, clock: realClock });
  const follower = createFollower({ catalogue, storage: catalogueStorage(database), network });
  const listeners = new Set<() => void>();
  let state: TillState = { stage: 'opening', isReachable: true, progress: 0 };
  let watch: Watch | undefined;
  let pokes: EventSource | undefined;

  function tell(change: Partial<TillState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    try {
      const facts = await call('GET /api/till', { signal: AbortSignal.timeout(8000) });
      await adopt(facts);
    } catch (error) {
      await settle(error as ProblemError);
    }
  }

  /** Another register or another shop has another catalogue; sales that still wait are kept whatever happens. */
  async function adopt(facts: TillFacts): Promise<void> {
    const before = state.facts;
    const isOther = before !== undefined && before.location.id !== facts.location.id;
    if (isOther) {
      await Promise.all((['manifest', 'positions', 'basket', 'person'] as const).map((name) => keepFact(database, name, undefined)));
    }
    await keepFact(database, 'till', facts);
    if (isOther) return location.reload();
    const person = facts.signedIn ?? undefined;
    await keepFact(database, 'person', person);
    tell({ facts, person, isReachable: true });
    await settleStage();
  }

  async function settle(problem: ProblemError): Promise<void> {
    if (problem.status === 401 || problem.status === 403) {
      tell({ stage: 'pairing', person: undefined, isReachable: true });
      return;
    }
    tell({ isReachable: false });
    if (!state.facts) tell({ stage: 'unreachable' });
    else await settleStage();
  }

  async function settleStage(): Promise<void> {
    if (!state.person) {
      tell({ stage: 'signing_in' });
    } else if (follower.manifest()) {
      tell({ stage: 'selling' });
      follow();
    } else {
      await loadCatalogue();
    }
  }

  async function loadCatalogue(): Promise<void> {
    tell({ stage: 'loading', progress: 0 });
    try {
      await follower.catchUp((progress) => tell({ progress }));
      tell({ stage: 'selling', isReachable: true });
      follow();
    } catch {
      tell({ stage: 'unreachable', isReachable: false });
    }
  }

  function follow(): void {
    if (watch || !state.facts) return;
    watch = keepFollowing(follower, realClock, heard);
    listen(state.facts.location.id);
  }

  function listen(locationId: string): void {
    const streams = ['catalog', `store:${locationId}`];
    pokes = new EventSource(`${pokesPath}?streams=${streams.join(',')}`);
    pokes.onmessage = () => watch?.wake();
    pokes.onopen = () => reach();
    pokes.onerror = () => watch?.wake();
  }

  function heard(failure: unknown): void {
    if (failure === undefined) {
      // A browser gives up after an answer that is no stream, such as one of a proxy while the server restarts.
      if (pokes?.readyState === EventSource.CLOSED && state.facts) listen(state.facts.location.id);
      if (!state.isReachable) reach();
    } else if ((failure as Partial<ProblemError>).status === 401) {
      void refresh();
    } else if (state.isReachable) {
      tell({ isReachable: false });
    }
  }

  function reach(): void {
    tell({ isReachable: true });
    outbox.wake();
    watch?.wake();
  }

  async function start(): Promise<void> {
    void navigator.storage?.persist?.();
    window.addEventListener('online', () => reach());
    window.addEventListener('pagehide', () => pokes?.close());
    const [facts, person, unseenId] = await Promise.all([
      readFact(database, 'till'),
      readFact(database, 'person'),
      readFact(database, 'unseen'),
    ]);
    await follower.open();
    await outbox.start();
    void forgetOldSales(database, Date.now());
    const unseen = unseenId ? await readStoredSale(database, unseenId) : undefined;
    tell({ facts, person, unseen });
    // What the device knows is enough to sell at once; the server is asked at the same time.
    if (facts && person && follower.manifest()) tell({ stage: 'selling' });
    await refresh();
  }

  return {
    database,
    outbox,
    catalogue,
    follower,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    refresh,
    async signedIn(person) {
      await keepFact(database, 'person', person);
      tell({ person, isReachable: true });
      await settleStage();
    },
    async signOut() {
      await call('DELETE /api/till/session', {});
      await keepFact(database, 'person', undefined);
      tell({ person: undefined, stage: 'signing_in' });
      void refresh();
    },
    sawSale() {
      void keepFact(database, 'unseen', undefined);
      if (state.unseen) tell({ unseen: undefined });
    },
  };
}
