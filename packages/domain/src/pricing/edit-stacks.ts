/** Changes of the units of stacks: what a source takes off them, and which promotion of the set phase uses them. */

import type { Run, Stack } from './stacks.ts';

/** A change of `count` units from unit `from`; edits never overlap. */
export type Edit = {
  readonly stack: Stack;
  readonly from: number;
  readonly count: number;
  readonly perUnit: number;
  /** False for units that only qualify. */
  readonly isTouched: boolean;
};

/** Takes the edits' amounts off the units; `usedBy` marks them as used by a set promotion. */
export function editStacks(edits: Edit[], source: number, usedBy: number | null): void {
  if (!isInOrder(edits)) edits.sort(inOrder);
  for (let next = 0; next < edits.length; ) next = editStack(edits, next, source, usedBy);
}

function inOrder(a: Edit, b: Edit): number {
  return a.stack.index - b.stack.index || a.from - b.from;
}

function isInOrder(edits: readonly Edit[]): boolean {
  for (let index = 1; index < edits.length; index += 1) {
    if (inOrder(edits[index - 1] as Edit, edits[index] as Edit) > 0) return false;
  }
  return true;
}

/** Makes the edits of one stack, from `first` on; gives the place of the first edit of another. */
function editStack(edits: readonly Edit[], first: number, source: number, usedBy: number | null): number {
  const { stack } = edits[first] as Edit;
  const runs: Run[] = [];
  let next = first;
  for (const run of stack.runs) {
    const end = run.from + run.count;
    let at = run.from;
    while (at < end) {
      const edit = edits[next];
      if (edit?.stack !== stack || edit.from >= end) {
        runs.push(at === run.from ? run : { ...run, from: at, count: end - at });
        break;
      }
      if (edit.from > at) runs.push({ ...run, from: at, count: edit.from - at });
      const from = Math.max(at, edit.from);
      const editEnd = edit.from + edit.count;
      const until = Math.min(end, editEnd);
      if (until > from) runs.push(changedRun(run, from, until - from, edit, source, usedBy));
      at = until;
      if (editEnd <= end) next += 1;
    }
  }
  stack.runs = runs;
  while (edits[next]?.stack === stack) next += 1;
  return next;
}

function changedRun(run: Run, from: number, count: number, edit: Edit, source: number, usedBy: number | null): Run {
  const parts = edit.isTouched ? { source, perUnit: edit.perUnit, before: run.current, earlier: run.parts } : run.parts;
  return { from, count, current: run.current - edit.perUnit, usedBy: usedBy ?? run.usedBy, parts };
}
