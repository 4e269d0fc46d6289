/** A promotion as merchants define it. Amounts in minor units of the merchant's price mode, rates in basis points. */

import type { Schedule } from '../pricing/schedule.ts';
import type { Action } from './action.ts';
import type { Condition } from './condition.ts';

/** The order in which promotions are applied. */
export const phases = ['line', 'set', 'order', 'coupon', 'shipping', 'gift'] as const;
export type Phase = (typeof phases)[number];

export type Promotion = {
  readonly id: string;
  /** What shopper and cashier read, per language. */
  readonly name: Readonly<Record<string, string>>;
  readonly phase: Phase;
  /** The lower number first, then the id. */
  readonly priority: number;
  readonly stackGroup: string | null;
  /** Of those that exclude each other the combination that is best for the shopper counts. */
  readonly exclusive: 'none' | 'group' | 'phase' | 'all';
  /** Ids of promotions and names of stack groups that it may stand beside; null: any. */
  readonly combinesWith: readonly string[] | null;
  /** A percentage is taken on what is left, or on the price before any promotion. */
  readonly base: 'current' | 'original';
  /** Leaves out goods that are sold below their compare-at price or that an earlier promotion made cheaper. */
  readonly excludeDiscounted: boolean;
  readonly schedule: Schedule | null;
  readonly channels: readonly string[] | null;
  readonly locations: readonly string[] | null;
  readonly trigger: Trigger;
  readonly condition: Condition | null;
  readonly action: Action;
  readonly limits: Limits;
  /** May it go below the floor price of goods? Never below zero. */
  readonly breaksFloor: boolean;
};

/**
 * `code`: one of these shared codes (compared without case and outer blanks), or a unique code that the server resolved
 * (`KnownCode`). Otherwise the promotion applies by itself.
 */
export type Trigger =
  | { readonly kind: 'automatic' }
  | { readonly kind: 'code'; readonly sharedCodes: readonly string[] };

/** Null means without limit. A promotion with `perMember` is refused to a shopper who is not known. */
export type Limits = {
  readonly uses: number | null;
  readonly usesPerMember: number | null;
  readonly usesPerDay: number | null;
  /** How often one order may use it: sets of a set promotion. */
  readonly usesPerOrder: number | null;
  /** Only the first N pieces sold with it. */
  readonly pieces: number | null;
  /** Money that it may give in all, and in one order. */
  readonly budgetAmount: number | null;
  readonly maxAmountPerOrder: number | null;
};

export const noLimits: Limits = {
  uses: null,
  usesPerMember: null,
  usesPerDay: null,
  usesPerOrder: null,
  pieces: null,
  budgetAmount: null,
  maxAmountPerOrder: null,
};
