/** `npm run bench -- <name> [--json] [--seconds N]`: prints figures, each beside its limit measured in the same run. */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchFeedDelay } from './feed-delay.ts';
import { type Figure, figure } from './figure.ts';
import { benchJourneys } from './journeys.ts';
import { benchLighthouse } from './lighthouse.ts';
import { benchPages } from './pages.ts';
import { benchPricing } from './pricing.ts';
import { measureSaleLimit } from './sale-limit.ts';
import { benchSales } from './sales.ts';
import { type BenchWorld, residentBytes, startWorld } from './world.ts';

const benches: Record<string, (world: BenchWorld, seconds: number) => Promise<Figure[]>> = {
  sale: async (world, seconds) => benchSales(world, await measureSaleLimit(world, seconds), seconds),
  journey: benchJourneys,
  page: benchPages,
  feed: benchFeedDelay,
  memory: async (world) => [figure('memory.rss', residentBytes(world.pid) / 1_048_576, 'MiB')],
  lighthouse: benchLighthouse,
  start: async (world) => [figure('start.warm', await world.restart(), 'ms')],
};

/** Needs a browser, which not every machine has: only when it is asked for. */
const apart = ['lighthouse'];

/** Benches that need no server. */
const pureBenches: Record<string, () => Promise<Figure[]>> = { pricing: benchPricing };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '5' }, help: { type: 'boolean' } },
});
const wanted = positionals[0] ?? 'all';
const names = [...Object.keys(pureBenches), ...Object.keys(benches)];
const chosen =
  wanted === 'all'
    ? names.filter((name) => !apart.includes(name))
    : names.filter(
        (name) => wanted === name || wanted.startsWith(`${name}.`) || (wanted === 'list.api' && name === 'page'),
      );
if (values.help === true || chosen.length === 0) {
  console.error(`Usage: npm run bench -- ${['all', ...names].join('|')} [--json] [--seconds N]`);
  process.exit(values.help === true ? 0 : 2);
}

const figures: Figure[] = [];
const tell = (made: readonly Figure[]): void => {
  for (const one of made)
    if (values.json !== true)
      console.log(
        `${one.name.padEnd(20)} ${String(one.value).padStart(10)} ${one.unit}${one.limit === undefined ? '' : `  of ${one.limit} (${one.ratio})`}`,
      );
  figures.push(...made);
};
for (const name of chosen) tell((await pureBenches[name]?.()) ?? []);
const inWorld = chosen.filter((name) => benches[name] !== undefined);
if (inWorld.length > 0) {
  const world = await startWorld();
  try {
    for (const name of inWorld) tell((await benches[name]?.(world, Number(values.seconds))) ?? []);
  } finally {
    await world.stop();
  }
}
if (values.json === true) console.log(JSON.stringify({ commit: commitOf(), machine: machineOf(), figures }, null, 2));

function commitOf(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}

function machineOf(): object {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
}
