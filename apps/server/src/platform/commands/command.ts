/** What a command is, and what becomes of it. */
import type { Refusal } from '../refusal.ts';
import type { Tx } from '../transaction.ts';

/** Who acts: staff in the back office, a register (perhaps with a person at it), a shopper, or Tandem itself. */
export interface Actor {
  kind: 'staff' | 'register' | 'shopper' | 'system';
  staffId?: string;
  registerId?: string;
  locationId?: string;
  channelId?: string;
  /** What the register's receipts are numbered in. */
  series?: string;
}

export interface Command<B> {
  /** Made by the caller before it was first sent. */
  id: string;
  body: B;
  actor: Actor;
  /** The instant of deciding, ISO, UTC. */
  at: string;
}

export type Verdict<A> = { ok: true; answer: A } | { ok: false; refusal: Refusal };

/**
 * A kind of command with its way of deciding. `decide` gets what is waiting, locks rows in id order, decides purely and
 * writes each ledger with one statement; it gives one verdict a command, in order. A refusal has written nothing.
 */
export interface CommandKind<B, A> {
  kind: string;
  batchMax: number;
  /** Batches at the same time; 2 when not given. */
  inFlightMax?: number;
  decide(tx: Tx, commands: readonly Command<B>[]): Promise<Verdict<A>[]>;
}

/** A kind that is decided alone, one transaction a command; a RefusalError thrown inside undoes all it wrote. */
export function singleKind<B, A>(kind: string, run: (tx: Tx, command: Command<B>) => Promise<A>): CommandKind<B, A> {
  return {
    kind,
    batchMax: 1,
    decide: async (tx, commands) => {
      const answers: Verdict<A>[] = [];
      for (const command of commands) answers.push({ ok: true, answer: await run(tx, command) });
      return answers;
    },
  };
}
