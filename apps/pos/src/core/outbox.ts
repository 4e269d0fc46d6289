/** Sales that wait to be counted: stored before "done" is shown, sent in order, sent again until an answer comes. */
import { ChangeSignal } from './change-signal.ts';
import type { Clock, SaleNetwork, SaleStorage } from './ports.ts';
import type { NewSale, SaleAnswer, StoredSale } from './sale.ts';
import { backoffMs, readFailure } from './send-failure.ts';

export interface OutboxState {
  /** Sales on their way, without the refused ones. */
  readonly waiting: number;
  /** Sales that the server refused and a person must look at. */
  readonly refused: number;
  /** `held`: the server does not let this device in. */
  readonly phase: 'idle' | 'sending' | 'offline' | 'held';
  /** Since when nothing comes through, in milliseconds. */
  readonly offlineSince: number | null;
}

interface Ports {
  storage: SaleStorage;
  network: SaleNetwork;
  clock: Clock;
}

/** The outbox of this device. Only one tab may start it. */
export class Outbox {
  readonly #ports: Ports;
  readonly #changed = new ChangeSignal();
  readonly #answers = new Map<string, SaleAnswer>();
  #sales: readonly StoredSale[] = [];
  #state: OutboxState = { waiting: 0, refused: 0, phase: 'idle', offlineSince: null };
  #failures = 0;
  #isSending = false;
  #isStopped = false;
  #callOff: (() => void) | undefined;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  readonly subscribe = this.#changed.subscribe;
  readonly state = (): OutboxState => this.#state;
  /** Waiting and refused sales, oldest first. */
  readonly unsent = (): readonly StoredSale[] => this.#sales;

  /** What the server answered, for a sale that was counted since this start. */
  answerOf(id: string): SaleAnswer | undefined {
    return this.#answers.get(id);
  }

  /** Loads what an earlier run left and begins to send it. */
  async start(): Promise<void> {
    this.#sales = await this.#ports.storage.unsent();
    this.#tell({});
    void this.#sendAll();
  }

  stop(): void {
    this.#isStopped = true;
    this.#callOff?.();
  }

  /** Stores a completed sale; when it resolves, the sale cannot be lost. Sending follows by itself. */
  async record(sale: NewSale, lastAtServer: number): Promise<StoredSale> {
    const stored = await this.#ports.storage.record(sale, lastAtServer);
    this.#sales = [...this.#sales, stored];
    this.#tell({});
    void this.#sendAll();
    return stored;
  }

  /** Tries at once: the network came back, or a person asked. */
  wake(): void {
    void this.#sendAll();
  }

  /** Puts a refused sale back in line, unchanged. */
  async retry(id: string): Promise<void> {
    const sale = this.#sales.find((other) => other.id === id);
    if (sale?.state !== 'refused') return;
    await this.#ports.storage.keepRefusal(id, undefined);
    const { refusal: _, ...again } = sale;
    this.#replace({ ...again, state: 'waiting' });
    this.#tell({});
    void this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    if (this.#isSending || this.#isStopped) return;
    this.#isSending = true;
    this.#callOff?.();
    try {
      for (let sale = this.#next(); sale !== undefined && !this.#isStopped; sale = this.#next()) {
        if (this.#state.phase === 'idle') this.#tell({ phase: 'sending' });
        if (!(await this.#send(sale))) return;
      }
      if (!this.#isStopped) this.#tell({ phase: 'idle', offlineSince: null });
    } finally {
      this.#isSending = false;
    }
  }

  #next(): StoredSale | undefined {
    return this.#sales.find((sale) => sale.state === 'waiting');
  }

  /** False when sending must rest for a while. */
  async #send(sale: StoredSale): Promise<boolean> {
    let answer: SaleAnswer;
    try {
      answer = await this.#ports.network.sendSale(sale.id, sale.body);
    } catch (error) {
      return this.#settleFailure(sale, error);
    }
    this.#answers.set(sale.id, answer);
    // If this write fails the sale is sent once more and answered the same: it cannot be counted twice.
    await this.#ports.storage.keepAnswer(sale.id, answer).catch(() => undefined);
    this.#sales = this.#sales.filter((other) => other.id !== sale.id);
    this.#failures = 0;
    this.#tell({ phase: 'sending', offlineSince: null });
    return true;
  }

  async #settleFailure(sale: StoredSale, error: unknown): Promise<boolean> {
    const { clock, storage } = this.#ports;
    const failure = readFailure(error, new Date(clock.now()).toISOString());
    if (failure.kind === 'refused') {
      await storage.keepRefusal(sale.id, failure.refusal).catch(() => undefined);
      this.#replace({ ...sale, state: 'refused', refusal: failure.refusal });
      this.#failures = 0;
      this.#tell({ phase: 'sending', offlineSince: null });
      return true;
    }
    this.#failures += 1;
    if (!this.#isStopped) {
      this.#callOff = clock.after(backoffMs(this.#failures, clock.random()), () => void this.#sendAll());
    }
    const phase = failure.kind === 'held' ? 'held' : 'offline';
    this.#tell({ phase, offlineSince: this.#state.offlineSince ?? clock.now() });
    return false;
  }

  #replace(sale: StoredSale): void {
    this.#sales = this.#sales.map((other) => (other.id === sale.id ? sale : other));
  }

  #tell(change: Partial<OutboxState>): void {
    const waiting = this.#sales.filter((sale) => sale.state === 'waiting').length;
    this.#state = { ...this.#state, ...change, waiting, refused: this.#sales.length - waiting };
    this.#changed.tell();
  }
}
