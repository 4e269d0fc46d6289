/** The simulation itself: it finds every fault that is planted, makes the same choices again, and replays what it once found. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import '../apps/server/src/platform/testing/test-database.ts';
import { Chance } from './chance.ts';
import { plantedFaults } from './planted-faults.data.ts';
import { simulate } from './simulate.ts';

interface KeptCase {
  seed: number;
  operations: number;
  /** What was broken when it was found. */
  invariant: string;
}
const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name): [string, KeptCase] => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]);

describe('a planted fault is found', () => {
  test.each(plantedFaults.map((fault) => [fault.name, fault] as const))(
    '%s',
    async (_name, fault) => {
      let found: string | undefined;
      for (let seed = 4; seed < 8 && found === undefined; seed += 1) {
        const played = await simulate(inject('testServer'), { seed, operations: 90, fault, nodes: 1 });
        found = played.failure?.invariant;
      }

      expect(fault.foundBy).toContain(found);
    },
    90_000,
  );
});

test('a seed makes the same choices again, and another seed others', () => {
  const draw = (seed: string) => {
    const chance = new Chance(seed);
    return [chance.next(), chance.whole(1, 1000), chance.id(1_772_413_200_000), chance.of('till').next()];
  };

  expect(draw('seed 1')).toEqual(draw('seed 1'));
  expect(draw('seed 1')).not.toEqual(draw('seed 2'));
  const mean = Array.from({ length: 10_000 }, (_, seed) => new Chance(`seed ${seed}`).next()).reduce((a, b) => a + b);
  expect(mean / 10_000).toBeCloseTo(0.5, 1);
});

describe('what was found once holds for ever', () => {
  test('of every case the seed and the number of operations are kept', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const [, { seed, operations, invariant }] of cases)
      expect([seed, operations, invariant]).toEqual([expect.any(Number), expect.any(Number), expect.any(String)]);
  });

  test.each(cases)(
    '%s',
    async (_name, { seed, operations }) => {
      const played = await simulate(inject('testServer'), { seed, operations });

      expect(played.failure).toBeUndefined();
      expect(played.injected.doubled + played.injected.requestsLost).toBeGreaterThan(0);
    },
    90_000,
  );
});
