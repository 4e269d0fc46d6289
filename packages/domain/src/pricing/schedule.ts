/** When a price or a promotion counts. */

/**
 * All of it must hold. `start` and `end` are local date-times without a zone (`2026-11-01T00:00`), half-open
 * [start, end), read in `zone`: `store` is the zone of the selling location (the merchant's where there is none).
 */
export type Schedule = {
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: string;
  /** 1 Monday to 7 Sunday; null is every day. */
  readonly weekdays: readonly number[] | null;
  /** Half-open `HH:MM` spans of the local day; one that ends before it starts runs past midnight and belongs to the day it starts on. Null is all day. */
  readonly hours: readonly { readonly from: string; readonly until: string }[] | null;
};
