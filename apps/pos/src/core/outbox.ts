/** Sales that wait to be counted: stored before "done" is shown, sent in order, sent again until an answer comes. */
import type { Clock, SaleNetwork, SaleStorage } from './ports.ts';
import type { NewSale, SaleAnswer, StoredSale } from './sale.ts';
import { backoffMs, readFailure } from './send-failure.ts';

export interface OutboxState {
  /** Sales on their way, without the refused ones. */
  waiting: number;
  /** Sales that the server refused and a person must look at. */
  refused: number;
  /** `held`: the server does not let this device in. */
  phase: 'idle' | 'sending' | 'offline' | 'held';
  /** Since when nothing comes through, in milliseconds. */
  offlineSince: number | null;
}

export interface Outbox {
  /** Loads what an earlier run left and begins to send it. */
  start(): Promise<void>;
  stop(): void;
  /** Stores a completed sale; when it resolves, the sale cannot be lost. Sending follows by itself. */
  record(sale: NewSale, lastAtServer: number): Promise<StoredSale>;
  /** Tries at once: the network came back, or a person asked. */
  wake(): void;
  /** Puts a refused sale back in line, unchanged. */
  retry(id: string): Promise<void>;
  state(): OutboxState;
  unsent(): readonly StoredSale[];
  answerOf(id: string): SaleAnswer | undefined;
  /** Calls back after every change; gives the way to stop. */
  subscribe(listener: () => void): () => void;
}

interface Ports {
  storage: SaleStorage;
  network: SaleNetwork;
  clock: Clock;
}

/** The outbox of this device. Only one tab may start it. */
export function createOutbox({ storage, network, clock }: Ports): Outbox {
  let sales: StoredSale[] = [];
  const answers = new Map<string, SaleAnswer>();
  const listeners = new Set<() => void>();
  let state: OutboxState = { waiting: 0, refused: 0, phase: 'idle', offlineSince: null };
  let failures = 0;
  let isSending = false;
  let isStopped = false;
  let callOff: (() => void) | undefined;

  function tell(change: Partial<OutboxState>): void {
    const waiting = sales.filter((sale) => sale.state === 'waiting').length;
    state = { ...state, ...change, waiting, refused: sales.length - waiting };
    for (const listener of listeners) listener();
  }

  async function sendAll(): Promise<void> {
    if (isSending || isStopped) return;
    isSending = true;
    callOff?.();
    try {
      for (let sale = nextSale(); sale !== undefined && !isStopped; sale = nextSale()) {
        if (state.phase === 'idle') tell({ phase: 'sending' });
        if (!(await sendOne(sale))) return;
      }
      if (!isStopped) tell({ phase: 'idle', offlineSince: null });
    } finally {
      isSending = false;
    }
  }

  const nextSale = () => sales.find((sale) => sale.state === 'waiting');

  /** False when sending must rest for a while. */
  async function sendOne(sale: StoredSale): Promise<boolean> {
    let answer: SaleAnswer;
    try {
      answer = await network.sendSale(sale.id, sale.body);
    } catch (error) {
      return settleFailure(sale, error);
    }
    answers.set(sale.id, answer);
    // If this write fails the sale is sent once more and answered the same: it cannot be counted twice.
    await storage.keepAnswer(sale.id, answer).catch(() => undefined);
    sales = sales.filter((other) => other.id !== sale.id);
    failures = 0;
    tell({ phase: 'sending', offlineSince: null });
    return true;
  }

  async function settleFailure(sale: StoredSale, error: unknown): Promise<boolean> {
    const failure = readFailure(error, new Date(clock.now()).toISOString());
    if (failure.kind === 'refused') {
      await storage.keepRefusal(sale.id, failure.refusal).catch(() => undefined);
      replace({ ...sale, state: 'refused', refusal: failure.refusal });
      failures = 0;
      tell({ phase: 'sending', offlineSince: null });
      return true;
    }
    failures += 1;
    if (!isStopped) callOff = clock.after(backoffMs(failures, clock.random()), () => void sendAll());
    tell({ phase: failure.kind === 'held' ? 'held' : 'offline', offlineSince: state.offlineSince ?? clock.now() });
    return false;
  }

  function replace(sale: StoredSale): void {
    sales = sales.map((other) => (other.id === sale.id ? sale : other));
  }

  return {
    async start() {
      sales = await storage.unsent();
      tell({});
      void sendAll();
    },
    stop() {
      isStopped = true;
      callOff?.();
    },
    async record(sale, lastAtServer) {
      const stored = await storage.record(sale, lastAtServer);
      sales = [...sales, stored];
      tell({});
      void sendAll();
      return stored;
    },
    wake: () => void sendAll(),
    async retry(id) {
      const sale = sales.find((other) => other.id === id);
      if (sale?.state !== 'refused') return;
      await storage.keepRefusal(id, undefined);
      const { refusal: _, ...again } = sale;
      replace({ ...again, state: 'waiting' });
      tell({});
      void sendAll();
    },
    state: () => state,
    unsent: () => sales,
    answerOf: (id) => answers.get(id),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
