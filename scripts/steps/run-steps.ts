/** Runs the steps in order, goes on after a failed one, and sums up. */
import type { Finished, Outcome, Step } from './step.ts';

export interface Summary {
  readonly line: string;
  readonly exitCode: 0 | 1;
}

/** Prints one line a step with its time, and the output of each failed step below it. */
export async function runSteps(steps: readonly Step[], print: (line: string) => void): Promise<Finished[]> {
  const finished: Finished[] = [];
  for (const step of steps) {
    const started = performance.now();
    const outcome = await outcomeOf(step);
    const seconds = (performance.now() - started) / 1000;
    if (outcome === undefined) {
      print(`-       ${step.name}: nothing to do yet`);
      continue;
    }
    const { counts } = outcome;
    const verdict = counts.failed === 0 ? 'ok    ' : 'FAILED';
    const figures = outcome.isTests
      ? `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`
      : '';
    if (counts.failed > 0) print(`\n${outcome.output.trimEnd()}\n`);
    print(`${verdict}  ${step.name.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s${figures}`);
    finished.push({ name: step.name, seconds, outcome });
  }
  return finished;
}

async function outcomeOf(step: Step): Promise<Outcome | undefined> {
  try {
    return await step.run();
  } catch (error) {
    return { counts: { passed: 0, failed: 1, skipped: 0 }, isTests: false, output: String(error) };
  }
}

/** The plain last line. Nothing failed is not enough: where tests were asked for, some must have been executed. */
export function sumUp(finished: readonly Finished[], wantsTests: boolean): Summary {
  const total = { passed: 0, failed: 0, skipped: 0 };
  let executed = 0;
  for (const { outcome } of finished) {
    total.passed += outcome.counts.passed;
    total.failed += outcome.counts.failed;
    total.skipped += outcome.counts.skipped;
    if (outcome.isTests) executed += outcome.counts.passed + outcome.counts.failed;
  }
  const isEmpty = total.passed + total.failed === 0 || (wantsTests && executed === 0);
  return {
    line: `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
    exitCode: total.failed > 0 || isEmpty ? 1 : 0,
  };
}
