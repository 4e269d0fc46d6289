/** What must hold, counted as it is looked at; the first thing that does not hold ends the run. */

export class InvariantBroken extends Error {
  override readonly name = 'InvariantBroken';
  readonly invariant: string;

  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.invariant = invariant;
  }
}

export class Invariants {
  /** How often each was looked at. */
  readonly looked = new Map<string, number>();

  /** Refuses by throwing `InvariantBroken`; `detail` says what was found. */
  hold(invariant: string, holds: boolean, detail: () => string): void {
    this.looked.set(invariant, (this.looked.get(invariant) ?? 0) + 1);
    if (!holds) throw new InvariantBroken(invariant, detail());
  }

  /** The same for two sets of ids that must be one: names what is missing and what is too much. */
  holdSame(invariant: string, expected: Iterable<string>, found: readonly string[]): void {
    const wanted = new Set(expected);
    const there = new Set(found);
    const missing = [...wanted].filter((id) => !there.has(id));
    const extra = found.filter((id, index) => !wanted.has(id) || found.indexOf(id) !== index);
    this.looked.set(invariant, (this.looked.get(invariant) ?? 0) + wanted.size);
    if (missing.length + extra.length > 0)
      throw new InvariantBroken(
        invariant,
        `${missing.length} missing (${missing.slice(0, 3).join(', ')}), ${extra.length} too many (${extra.slice(0, 3).join(', ')})`,
      );
  }
}
