/** The sum at the end of `npm test` is what a build server believes, so it is shown every way of going wrong. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkStep } from './steps/check-step.ts';
import { runCommand } from './steps/run-command.ts';
import { runSteps, sumUp } from './steps/run-steps.ts';
import type { Step } from './steps/step.ts';
import { countTests, vitestStep } from './steps/vitest-step.ts';

// Each test starts a test run of its own, which takes its time where others run beside it.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
const bin = join(import.meta.dirname, '../node_modules/.bin');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
  writeFileSync(join(folder, 'vitest.config.js'), "export default { test: { name: 'unit', globals: true } };\n");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holds = checkStep('holds', 10, [['true'], ['true']]);
const breaks = checkStep('breaks', 10, [['true'], ['sh', '-c', 'echo why; exit 3']]);
const quiet = () => undefined;

function vitestIn(name: string, text: string): Step {
  process.env.PATH = `${bin}:${process.env.PATH}`;
  writeFileSync(join(folder, name), text);
  return vitestStep('unit', 60, ['--root', folder]);
}

test('a planted failing test makes the exit code 1, and each kind is counted', async () => {
  const step = vitestIn(
    'planted.test.js',
    "test('a', () => {}); test('b', () => {}); test('c', () => expect(1).toBe(2)); test.skip('d', () => {}); test.todo('e');",
  );

  const summary = sumUp(await runSteps([holds, step], quiet), true);

  expect(summary).toEqual({ line: '3 passed, 1 failed, 2 skipped', exitCode: 1 });
});

test('tests that pass make the exit code 0', async () => {
  const step = vitestIn('planted.test.js', "test('a', () => {}); test('b', () => {});");

  const summary = sumUp(await runSteps([holds, step], quiet), true);

  expect(summary).toEqual({ line: '3 passed, 0 failed, 0 skipped', exitCode: 0 });
});

test('a test file that cannot be loaded is a failure', async () => {
  const step = vitestIn('planted.test.js', "import './missing.js'; test('a', () => {});");

  expect(sumUp(await runSteps([step], quiet), true)).toEqual({ line: '0 passed, 1 failed, 0 skipped', exitCode: 1 });
});

test('an error outside every test is a failure although every test passed', async () => {
  // The error comes when the test is over; the file waits for it, since one that comes when all is over finds nobody.
  const step = vitestIn(
    'planted.test.js',
    `let thrown;
    const late = new Promise((resolve) => { thrown = resolve; });
    test('a', () => { setTimeout(() => { thrown(); throw new Error('late'); }); });
    afterAll(async () => { await late; await new Promise((resolve) => { setTimeout(resolve, 300); }); });`,
  );

  expect(sumUp(await runSteps([step], quiet), true)).toEqual({ line: '1 passed, 1 failed, 0 skipped', exitCode: 1 });
});

test('a project without tests is a failure', async () => {
  const step = vitestIn('none.js', '');

  expect(sumUp(await runSteps([step], quiet), true)).toEqual({ line: '0 passed, 1 failed, 0 skipped', exitCode: 1 });
});

test('a run that skipped every test is a failure', async () => {
  const step = vitestIn('planted.test.js', "test.skip('a', () => {});");

  expect(sumUp(await runSteps([step], quiet), true)).toEqual({ line: '0 passed, 1 failed, 1 skipped', exitCode: 1 });
});

test('a run that left no report is a failure', () => {
  expect(countTests(undefined, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('checks alone do not stand for tests that were asked for', async () => {
  const finished = await runSteps([holds], quiet);

  expect(sumUp(finished, true).exitCode).toBe(1);
  expect(sumUp(finished, false)).toEqual({ line: '1 passed, 0 failed, 0 skipped', exitCode: 0 });
  expect(sumUp([], false).exitCode).toBe(1);
});

test('a failed step shows its output and the steps behind it still run', async () => {
  const lines: string[] = [];

  const summary = sumUp(await runSteps([breaks, holds], (line) => lines.push(line)), false);

  expect(summary).toEqual({ line: '1 passed, 1 failed, 0 skipped', exitCode: 1 });
  expect(lines[0]).toBe('\n$ sh -c echo why; exit 3\nwhy\n');
  expect(lines.map((line) => line.slice(0, 14))).toEqual([lines[0]?.slice(0, 14), 'FAILED  breaks', 'ok      holds ']);
});

test('a step that throws, and one that has no command to run, are failures', async () => {
  const throwing: Step = { name: 'throws', run: () => Promise.reject(new Error('broken')) };

  const summary = sumUp(await runSteps([throwing, checkStep('empty', 10, [])], quiet), false);

  expect(summary).toEqual({ line: '0 passed, 2 failed, 0 skipped', exitCode: 1 });
});

test('a command that hangs is ended at its limit together with what it started', async () => {
  const started = performance.now();

  const ended = await runCommand(['sh', '-c', 'sleep 61 & echo $!; wait'], 1);

  const child = ended.output.split('\n')[0] ?? '';
  expect(ended).toEqual({ ok: false, output: `${child}\n\nStopped after 1 s, its limit.\n` });
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(isAlive(Number(child))).toBe(false);
});

test('a command that does not exist is a failure', async () => {
  expect((await runCommand(['no-such-command'], 5)).ok).toBe(false);
});

/** A process that ended but was not yet taken note of by its parent (state Z) is not alive. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = `/proc/${pid}/stat`;
  return !(existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8')));
}
