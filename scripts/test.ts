/** `npm test`: all steps, or with `-- --only unit,lint` some of them. The last line is the sum of all. */
import { parseArgs } from 'node:util';
import { allSteps, testSteps } from './steps/all-steps.ts';
import { runSteps, sumUp } from './steps/run-steps.ts';

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const only = values.only?.flatMap((names) => names.split(','));
const steps = allSteps().filter((step) => only === undefined || only.includes(step.name));
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];

if (unknown.length > 0) {
  const names = allSteps().map((step) => step.name);
  console.error(`There is no step ${unknown.join(', ')}. The steps are: ${names.join(', ')}.`);
  process.exitCode = 1;
} else {
  const started = performance.now();
  const finished = await runSteps(steps, (line) => console.log(line));
  const summary = sumUp(
    finished,
    steps.some((step) => testSteps.includes(step.name)),
  );
  console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s in all`);
  console.log(summary.line);
  process.exitCode = summary.exitCode;
}
