/** A broken promise inside the program: never shown to a shopper as a refusal, always a bug. */
export class BrokenRule extends Error {
  override name = 'BrokenRule';
}

/** Figures that are sound one by one and together too large to be counted exactly: the caller may be told so. */
export class TooLarge extends BrokenRule {
  override name = 'TooLarge';
}

/** Stops with a BrokenRule when a condition that callers must guarantee does not hold. On in production. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenRule(message);
}

/** Stops unless the value is an integer that a double holds exactly; every amount and quantity must be one. */
export function assertWhole(value: number, name: string): void {
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new TooLarge(`${name} must be a safe integer, got ${value}`);
  if (!Number.isSafeInteger(value)) throw new BrokenRule(`${name} must be a safe integer, got ${value}`);
}
