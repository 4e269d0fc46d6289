/** Any order of events at one level: the ledger always explains the level, to the unit and to the cent. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commit, commitHeld, hold, releaseCommit, releaseHold, stage, unstage } from './claim-stock.ts';
import { available, type Bucket, buckets, claims, counters, emptyLevel, type Level, onHand } from './level.ts';
import { adjust, changeBucket, handOver, receive, returnToStock, sellAtTill } from './move-goods.ts';
import { applyMovement, isStockRefusal, type Movement, type StockRefusal } from './movement.ts';

type Outcome = Movement | Movement[] | StockRefusal;
type Event = { name: string; happen: (level: Level) => Outcome };

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((pieces) => pieces * 1000),
  fc.integer({ min: 1, max: 9000 }),
);
const cost = fc.nat(2000);
const bucket = fc.constantFrom<Bucket>(...buckets);
const safety = fc.constantFrom(
  { kind: 'none' } as const,
  { kind: 'fixed', quantity: 2000 } as const,
  { kind: 'percent', ppm: 100_000 } as const,
);

function event(name: string, happen: fc.Arbitrary<Event['happen']>): fc.Arbitrary<Event> {
  return happen.map((one) => ({ name, happen: one }));
}

const anyEvent = fc.oneof(
  event(
    'receive',
    fc.tuple(quantity, cost, bucket).map(
      ([q, unit, to]) =>
        (level) =>
          receive(level, q, unit, { bucket: to }),
    ),
  ),
  event(
    'adjust',
    fc.tuple(bucket, fc.integer({ min: -5000, max: 5000 })).map(
      ([at, delta]) =>
        (level) =>
          adjust(level, at, delta),
    ),
  ),
  event(
    'change bucket',
    quantity.map((q) => (level) => changeBucket(level, 'sellable', 'damaged', q)),
  ),
  event(
    'hold',
    fc.tuple(quantity, safety).map(
      ([q, kept]) =>
        (level) =>
          hold(level, q, kept),
    ),
  ),
  event(
    'release hold',
    quantity.map((q) => (level) => releaseHold(level, q)),
  ),
  event(
    'commit held',
    quantity.map((q) => (level) => commitHeld(level, q)),
  ),
  event(
    'commit',
    fc.tuple(quantity, safety).map(
      ([q, kept]) =>
        (level) =>
          commit(level, q, kept),
    ),
  ),
  event(
    'release commit',
    quantity.map((q) => (level) => releaseCommit(level, q)),
  ),
  event(
    'stage',
    quantity.map((q) => (level) => stage(level, q)),
  ),
  event(
    'unstage',
    quantity.map((q) => (level) => unstage(level, q)),
  ),
  event(
    'hand over',
    quantity.map((q) => (level) => handOver(level, q)),
  ),
  event(
    'sell at till',
    quantity.map((q) => (level) => sellAtTill(level, q).movement),
  ),
  event(
    'return',
    fc.tuple(bucket, quantity, cost).map(
      ([to, q, value]) =>
        (level) =>
          returnToStock(level, to, q, value),
    ),
  ),
);

function movementsOf(outcome: Outcome): Movement[] {
  if (Array.isArray(outcome)) return outcome;
  return isStockRefusal(outcome) ? [] : [outcome as Movement];
}

function sumOf(ledger: readonly Movement[], figure: (movement: Movement) => number): number {
  return ledger.reduce((sum, movement) => sum + figure(movement), 0);
}

const histories = fc.array(anyEvent, { maxLength: 40 });

/** Runs the events from an empty level, looking at every step. */
function live(
  events: readonly Event[],
  look: (before: Level, level: Level, happened: Movement[], name: string) => void,
) {
  const ledger: Movement[] = [];
  let level = emptyLevel;
  for (const { name, happen } of events) {
    const before = level;
    const happened = movementsOf(happen(level));
    level = happened.reduce(applyMovement, level);
    ledger.push(...happened);
    look(before, level, happened, name);
  }
  return { level, ledger };
}

test('a level is the sum of its ledger, in every figure, after any history', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const { level, ledger } = live(events, () => {});

      for (const counter of counters) expect(level[counter]).toBe(sumOf(ledger, (movement) => movement[counter]));
      expect(level.valueAmount).toBe(sumOf(ledger, (movement) => movement.valueAmount));
    }),
    { numRuns: 300 },
  );
});

test('no claim is ever negative, and no bucket but the sellable one', () => {
  fc.assert(
    fc.property(histories, (events) => {
      live(events, (_before, level) => {
        for (const claim of claims) expect(level[claim]).toBeGreaterThanOrEqual(0);
        for (const at of buckets) if (at !== 'sellable') expect(level[at]).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('an empty shelf is worth nothing, a full one never less than nothing', () => {
  fc.assert(
    fc.property(histories, (events) => {
      live(events, (_before, level) => {
        const here = onHand(level);
        if (here === 0) expect(level.valueAmount).toBe(0);
        else expect(Math.sign(level.valueAmount) * Math.sign(here)).toBeGreaterThanOrEqual(0);
      });
    }),
    { numRuns: 300 },
  );
});

test('a claim changes neither goods nor value, and is granted only out of what is available', () => {
  const claiming = ['hold', 'commit'];
  const moving = ['release hold', 'commit held', 'release commit', 'stage', 'unstage'];

  fc.assert(
    fc.property(histories, (events) => {
      live(events, (before, level, happened, name) => {
        if (![...claiming, ...moving].includes(name)) return;
        expect(onHand(level)).toBe(onHand(before));
        expect(level.valueAmount).toBe(before.valueAmount);
        if (claiming.includes(name) && happened.length > 0) expect(available(level)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('after a receipt into stock below zero, what is there is worth its cost', () => {
  fc.assert(
    fc.property(quantity, quantity, cost, cost, (sold, received, oldCost, newCost) => {
      const below = applyMovement(emptyLevel, sellAtTill({ ...emptyLevel, lastUnitCost: oldCost }, sold).movement);
      const level = receive(below, received * 1000, newCost * 1000).reduce(applyMovement, below);

      // Plus zero: less than nothing of what costs nothing is worth -0, which no level is.
      expect(level.valueAmount).toBe((received * 1000 - sold) * newCost + 0);
    }),
  );
});
