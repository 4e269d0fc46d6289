/** What a failed sending means for a sale that is a fact already. */
import type { Refusal } from './sale.ts';

/** `later`: send again by itself. `held`: the device itself is not let in. `refused`: a person must look at it. */
export type SendFailure = { kind: 'later' } | { kind: 'held' } | { kind: 'refused'; refusal: Refusal };

interface Problem {
  status: number;
  code: string;
  message: string;
}

/** Statuses that say "not now" though they begin with 4: timeout, too early, too many. */
const notNow = new Set([408, 425, 429]);

/** Reads an error of `call`. Whatever is no clear refusal of Tandem's is an outage: the sale is never given up for it. */
export function readFailure(error: unknown, at: string): SendFailure {
  const problem = error as Partial<Problem> | undefined;
  const { status, code } = problem ?? {};
  if (typeof status !== 'number' || typeof code !== 'string' || code === 'network') return { kind: 'later' };
  // The device was unpaired or its cookie ended: that says nothing about the sale.
  if (status === 401 || status === 403) return { kind: 'held' };
  if (status < 400 || status >= 500 || notNow.has(status)) return { kind: 'later' };
  return { kind: 'refused', refusal: { status, code, detail: problem?.message ?? code, at } };
}

const firstMs = 500;
const longestMs = 30_000;

/** How long to wait after so many failures in a row: doubling, with jitter, so that not all tills return at once. */
export function backoffMs(failures: number, random: number): number {
  const span = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(span / 2 + (span / 2) * random);
}
