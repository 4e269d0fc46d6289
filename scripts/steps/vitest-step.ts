/** A step that runs one project of vitest and counts its tests from the JSON report. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';
import type { Counts, Step } from './step.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}

/** `project` is a name in `vitest.config.ts`. */
export function vitestStep(project: string, limitSeconds: number, options: readonly string[] = []): Step {
  return {
    name: project,
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'test-report-'));
      const reportFile = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
      const { ok, output } = await runCommand(
        ['vitest', 'run', '--project', project, ...reporters, ...options],
        limitSeconds,
      );
      const report = existsSync(reportFile) ? readFileSync(reportFile, 'utf8') : undefined;
      rmSync(folder, { recursive: true, force: true });
      return { counts: countTests(report, ok), isTests: true, output };
    },
  };
}

/**
 * Counts of a report. A file that failed without a failed test (it could not be loaded, or a hook broke) counts as one
 * failure, and so does a run that failed for any other reason, left no report, or executed no test.
 */
export function countTests(text: string | undefined, ok: boolean): Counts {
  if (text === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report: Report = JSON.parse(text);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const isSilentFailure = failed === 0 && (!ok || report.numPassedTests === 0);
  return {
    passed: report.numPassedTests,
    failed: failed + (isSilentFailure ? 1 : 0),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
