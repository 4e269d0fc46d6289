/** One thing that stands where it must not, with the place to look and the cure in words. */
export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}

/** What one check found, and at how many files it looked: a check that looked at nothing proves nothing. */
export interface Verdict {
  readonly check: string;
  readonly looked: number;
  readonly faults: readonly Fault[];
}
