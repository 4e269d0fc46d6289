/** One step of `npm test` and what came of it. */
export interface Step {
  readonly name: string;
  /** Runs the step; a step that has nothing to do yet gives undefined. */
  run(): Promise<Outcome | undefined>;
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Outcome {
  readonly counts: Counts;
  /** Whether the counts are those of executed tests, not of a check. */
  readonly isTests: boolean;
  readonly output: string;
}

export interface Finished {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}
