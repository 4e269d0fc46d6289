/** Work that is under way: only so much at once, and the first failure stops the rest. */

export interface Flight {
  /** Takes the work along; waits while too much is under way. Throws what an earlier piece failed with. */
  add(work: Promise<unknown>): Promise<void>;
  /** Resolves when all of it has ended. */
  landed(): Promise<void>;
}

export function newFlight(atOnceMax: number): Flight {
  const open = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const check = (): void => {
    if (failures.length > 0) throw failures[0];
  };
  return {
    async add(work) {
      const settled: Promise<void> = work
        .then(
          () => undefined,
          (error: unknown) => void failures.push(error),
        )
        .finally(() => open.delete(settled));
      open.add(settled);
      if (open.size >= atOnceMax) await Promise.race(open);
      check();
    },
    async landed() {
      await Promise.all(open);
      check();
    },
  };
}
