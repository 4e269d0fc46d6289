/** Rows that belong together, although others may stand between them: counted in a first reading, gathered in a second. */

export class Gathering<T> {
  readonly #open = new Map<string, number>();
  readonly #rows = new Map<string, T[]>();

  /** First reading: one more row of that name. */
  expect(name: string): void {
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
  }

  get names(): number {
    return this.#open.size;
  }

  /** Second reading: gives all rows of the name once the last one is there. */
  add(name: string, row: T): T[] | undefined {
    const rows = this.#rows.get(name) ?? [];
    rows.push(row);
    const open = (this.#open.get(name) ?? 0) - 1;
    this.#open.set(name, open);
    if (open > 0) {
      this.#rows.set(name, rows);
      return undefined;
    }
    this.#rows.delete(name);
    return rows;
  }
}
