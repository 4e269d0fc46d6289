/** What the core needs from around it; tests give their own. */
import type { NewSale, Refusal, SaleAnswer, SaleBody, StoredSale } from './sale.ts';

export interface SaleStorage {
  /**
   * Stores the sale, its receipt number and an empty basket in one strict transaction. When it resolves, the sale is on
   * the disk; when it rejects, nothing was stored and no number was used.
   */
  record(sale: NewSale, lastAtServer: number): Promise<StoredSale>;
  /** Sales not yet counted by the server, oldest receipt first. */
  unsent(): Promise<StoredSale[]>;
  /** Keeps the answer; the sale stays on the device for its receipt. */
  keepAnswer(id: string, answer: SaleAnswer): Promise<void>;
  /** Lays the sale aside with the reason, or puts it back in line when there is none. */
  keepRefusal(id: string, refusal: Refusal | undefined): Promise<void>;
}

export interface SaleNetwork {
  /** Sends the sale; the answer of a repeated id is the first one's. Throws a SendFailure or anything for an outage. */
  sendSale(commandId: string, body: SaleBody): Promise<SaleAnswer>;
}

/** Time as the core sees it. */
export interface Clock {
  now(): number;
  /** Calls back once after the time; gives the way to call it off. */
  after(ms: number, act: () => void): () => void;
  /** A share from 0 to 1, for jitter. */
  random(): number;
}

export const realClock: Clock = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
