/** `npm run simulate -- --seed N [--seeds N] [--operations N] [--json]`: plays seeds; exits with 1 at the first that fails. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestServer } from '../apps/server/src/platform/testing/test-server.ts';
import { type Played, simulate } from './simulate.ts';

const usage =
  'Usage: npm run simulate -- [--seed N] [--seeds N] [--operations N] [--json]\n' +
  '  --seed N        the first seed, 1 unless given; the same seed makes the same choices\n' +
  '  --seeds N       how many seeds one after the other, 1 unless given\n' +
  '  --operations N  operations of each seed, 300 unless given\n' +
  '  --json          one JSON object for each seed';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
    operations: { type: 'string', default: '300' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [seed, seeds, operations] = [values.seed, values.seeds, values.operations].map(Number) as [
  number,
  number,
  number,
];
if (values.help || ![seed, seeds, operations].every((number) => Number.isSafeInteger(number) && number >= 1)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const server = await startTestServer();
try {
  for (let one = seed; one < seed + seeds && process.exitCode === undefined; one += 1) {
    const began = performance.now();
    const played = await simulate(server.target, { seed: one, operations });
    const tookMs = Math.round(performance.now() - began);
    if (values.json) console.log(JSON.stringify({ ...played, tookMs }));
    else console.log(lineOf(played, tookMs));
    if (played.ok) continue;
    process.exitCode = 1;
    console.error(`Kept as ${keep(played)}; again: npm run simulate -- --seed ${one} --operations ${operations}`);
  }
} finally {
  await server.stop();
}

function lineOf({ seed: one, ok, answered, injected, failure }: Played, tookMs: number): string {
  const faults = Object.entries(injected).map(([name, count]) => `${count} ${name}`);
  const verdict = ok ? 'ok    ' : 'FAILED';
  const said = failure === undefined ? '' : `\n  ${failure.detail}`;
  return `${verdict} seed ${one}: ${answered} commands in ${(tookMs / 1000).toFixed(1)} s; ${faults.join(', ')}${said}`;
}

/** A failure is kept, so that a test plays it again for ever. */
function keep({ seed: one, operations: many, failure }: Played): string {
  const folder = join(import.meta.dirname, 'cases');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `seed-${one}-operations-${many}.json`);
  const found = { seed: one, operations: many, invariant: failure?.invariant, detail: failure?.detail.slice(0, 500) };
  writeFileSync(file, `${JSON.stringify(found, null, 2)}\n`);
  return `simulation/cases/seed-${one}-operations-${many}.json`;
}
