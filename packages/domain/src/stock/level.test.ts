import { expect, test } from 'vitest';
import { available, availableToPromise, emptyLevel, type Level, onHand, unitCost } from './level.ts';

const level: Level = {
  ...emptyLevel,
  sellable: 20_000,
  qualityControl: 1000,
  damaged: 2000,
  expired: 3000,
  onHold: 4000,
  committed: 5000,
  held: 2000,
  staged: 1000,
  inTransit: 7000,
  onOrder: 9000,
  valueAmount: 100_000,
  lastUnitCost: 4000,
};

test('on hand is everything that physically lies there, claimed or not', () => {
  expect(onHand(level)).toBe(30_000);
  expect(onHand(emptyLevel)).toBe(0);
});

test('available is what is sellable and claimed by nobody', () => {
  expect(available(level)).toBe(12_000);
});

test('an oversold shelf shows nothing to promise, but the true figure is kept', () => {
  const oversold = { ...level, sellable: 3000 };

  expect(available(oversold)).toBe(-5000);
  expect(availableToPromise(oversold, { kind: 'none' })).toBe(0);
});

test('a channel promises what is available less its safety stock', () => {
  expect(availableToPromise(level, { kind: 'none' })).toBe(12_000);
  expect(availableToPromise(level, { kind: 'fixed', quantity: 3000 })).toBe(9000);
  expect(availableToPromise(level, { kind: 'fixed', quantity: 13_000 })).toBe(0);
});

test('a safety stock in percent is taken of what is sellable', () => {
  expect(availableToPromise(level, { kind: 'percent', ppm: 100_000 })).toBe(10_000);
  expect(availableToPromise({ ...level, sellable: 8001 }, { kind: 'percent', ppm: 0 })).toBe(1);
  expect(availableToPromise({ ...emptyLevel, sellable: -5000 }, { kind: 'percent', ppm: 100_000 })).toBe(0);
});

test('a negative safety stock would promise goods that are not there', () => {
  expect(() => availableToPromise(level, { kind: 'fixed', quantity: -1 })).toThrow('a safety stock is never negative');
});

test('the cost of a piece is the average of what lies there, or the last one known', () => {
  expect(unitCost(level)).toBe(3333);
  expect(unitCost({ ...level, sellable: -10_000 })).toBe(4000);
  expect(unitCost(emptyLevel)).toBe(0);
});
