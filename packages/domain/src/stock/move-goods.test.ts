import { expect, test } from 'vitest';
import { emptyLevel, type Level } from './level.ts';
import { adjust, changeBucket, handOver, receive, returnToStock, sellAtTill } from './move-goods.ts';
import { applyMovement, isStockRefusal, type Movement, type StockRefusal } from './movement.ts';

const shelf: Level = { ...emptyLevel, sellable: 3000, valueAmount: 1000, lastUnitCost: 400 };

function after(level: Level, result: Movement | readonly Movement[] | StockRefusal): Level {
  if (Array.isArray(result)) return result.reduce<Level>(applyMovement, level);
  if (isStockRefusal(result)) throw new Error(result.code);
  return applyMovement(level, result as Movement);
}

test('goods from a supplier come in at their cost', () => {
  const movements = receive(emptyLevel, 10_000, 350);

  expect(movements).toMatchObject([
    { reason: 'receipt', counterparty: 'supplier', sellable: 10_000, valueAmount: 3500 },
  ]);
  expect(after(emptyLevel, movements)).toEqual({
    ...emptyLevel,
    sellable: 10_000,
    valueAmount: 3500,
    lastUnitCost: 350,
  });
});

test('opening stock comes from nowhere, and goods to be checked go to quality control', () => {
  expect(receive(emptyLevel, 1000, 350, { reason: 'opening' })).toMatchObject([
    { reason: 'opening', counterparty: 'opening', sellable: 1000 },
  ]);
  expect(receive(emptyLevel, 1000, 350, { bucket: 'qualityControl' })).toMatchObject([
    { reason: 'receipt', sellable: 0, qualityControl: 1000 },
  ]);
});

test('three pieces that cost 10.00 together leave for 3.33, 3.34 and 3.33', () => {
  let level = shelf;
  const costs = [1, 2, 3].map(() => {
    const { movement } = sellAtTill(level, 1000);
    level = applyMovement(level, movement);
    return movement.valueAmount;
  });

  expect(costs).toEqual([-333, -334, -333]);
  expect(level).toEqual({ ...emptyLevel, lastUnitCost: 400 });
});

test('goods bought dearer raise the average, not the cost of what was sold before', () => {
  const level = after(shelf, receive(shelf, 1000, 600));

  expect(level.valueAmount).toBe(1600);
  expect(sellAtTill(level, 1000).movement.valueAmount).toBe(-400);
});

test('a sale at the till is never refused', () => {
  const { movement, crossedBelowZero, uncovered } = sellAtTill(shelf, 5000);

  expect(movement).toMatchObject({ reason: 'sale', counterparty: 'customer', sellable: -5000 });
  expect({ crossedBelowZero, uncovered }).toEqual({ crossedBelowZero: true, uncovered: 0 });
});

test('what was sold without being there costs what the last piece cost', () => {
  const { movement } = sellAtTill(shelf, 5000);

  expect(movement.valueAmount).toBe(-1000 - 2 * 400);
  expect(sellAtTill(after(shelf, movement), 1000).movement.valueAmount).toBe(-400);
});

test('only the sale that empties the shelf below zero says so', () => {
  const below = after(shelf, sellAtTill(shelf, 4000).movement);

  expect(sellAtTill(shelf, 3000).crossedBelowZero).toBe(false);
  expect(sellAtTill(below, 1000).crossedBelowZero).toBe(false);
});

test('a sale over the counter of what a web order claims says how much has to be sourced elsewhere', () => {
  const claimed: Level = { ...shelf, committed: 2000, staged: 500 };

  expect(sellAtTill(claimed, 500).uncovered).toBe(0);
  expect(sellAtTill(claimed, 1000).uncovered).toBe(500);
  expect(sellAtTill(claimed, 9000).uncovered).toBe(2500);
});

test('a receipt into stock below zero sets the value of what is there to its cost', () => {
  const below = after(shelf, sellAtTill(shelf, 5000).movement);
  const movements = receive(below, 6000, 500);

  expect(movements).toMatchObject([
    { reason: 'receipt', sellable: 6000, valueAmount: 3000, lastUnitCost: 500 },
    { reason: 'revaluation', counterparty: 'none', sellable: 0, valueAmount: -200 },
  ]);
  expect(after(below, movements)).toMatchObject({ sellable: 4000, valueAmount: 2000 });
});

test('a receipt that only fills the hole leaves no goods and no value', () => {
  const below = after(shelf, sellAtTill(shelf, 5000).movement);

  expect(after(below, receive(below, 2000, 500))).toMatchObject({ sellable: 0, valueAmount: 0, lastUnitCost: 500 });
  expect(after(below, receive(below, 1000, 500))).toMatchObject({ sellable: -1000, valueAmount: -500 });
});

test('a receipt at the cost that was guessed needs no revaluation', () => {
  const below = after(shelf, sellAtTill(shelf, 5000).movement);

  expect(receive(below, 6000, 400)).toHaveLength(1);
});

test('handed over: the goods leave, the claim ends, the cost is booked', () => {
  const staged: Level = { ...shelf, staged: 2000 };
  const movement = handOver(staged, 2000);

  expect(movement).toMatchObject({ reason: 'handover', counterparty: 'customer', sellable: -2000, staged: -2000 });
  expect(after(staged, movement)).toMatchObject({ sellable: 1000, staged: 0, valueAmount: 333 });
});

test('what was not picked is not handed over', () => {
  expect(handOver({ ...shelf, committed: 2000, staged: 1000 }, 2000)).toEqual({
    code: 'stock.not_claimed',
    claimed: 1000,
  });
});

test('a returned piece comes in at the cost it was sold with, into the bucket of its condition', () => {
  expect(after(shelf, returnToStock(shelf, 'sellable', 1000, 250))).toMatchObject({
    sellable: 4000,
    valueAmount: 1250,
  });
  expect(after(shelf, returnToStock(shelf, 'damaged', 1000, 250))).toMatchObject({
    sellable: 3000,
    damaged: 1000,
    valueAmount: 1250,
    lastUnitCost: 400,
  });
});

test('a piece that comes back to a shelf below zero leaves no value on an empty shelf', () => {
  const below = after(emptyLevel, sellAtTill({ ...emptyLevel, lastUnitCost: 400 }, 1000).movement);
  const movements = returnToStock(below, 'sellable', 1000, 390);

  expect(movements.map((one) => [one.reason, one.valueAmount])).toEqual([
    ['return', 390],
    ['revaluation', 10],
  ]);
  expect(after(below, movements)).toMatchObject({ sellable: 0, valueAmount: 0 });
});

test('found goods come in at the average, lost goods leave at it', () => {
  expect(adjust(shelf, 'sellable', 1000)).toMatchObject([
    { reason: 'adjustment', counterparty: 'shrinkage', sellable: 1000, valueAmount: 333 },
  ]);
  expect(adjust(shelf, 'sellable', -1000, { reason: 'count' })).toMatchObject([
    { reason: 'count', sellable: -1000, valueAmount: -333 },
  ]);
  expect(adjust(emptyLevel, 'sellable', 1000)).toMatchObject([{ valueAmount: 0 }]);
});

test('a count that agrees is recorded with difference 0', () => {
  const movements = adjust(shelf, 'sellable', 0, { reason: 'count' });

  expect(movements).toMatchObject([{ reason: 'count', sellable: 0, valueAmount: 0 }]);
  expect(after(shelf, movements)).toEqual(shelf);
});

test('a count below what is committed is accepted', () => {
  const committed: Level = { ...shelf, committed: 3000 };

  expect(after(committed, adjust(committed, 'sellable', -2000))).toMatchObject({ sellable: 1000, committed: 3000 });
});

test('no more damaged goods are thrown away than there are', () => {
  const damaged: Level = { ...shelf, damaged: 1000 };

  expect(adjust(damaged, 'damaged', -2000)).toEqual({ code: 'stock.not_in_bucket', inBucket: 1000 });
  expect(after(damaged, adjust(damaged, 'damaged', -1000))).toMatchObject({ damaged: 0, valueAmount: 750 });
});

test('goods that pass quality control become sellable and keep their value', () => {
  const checked: Level = { ...shelf, qualityControl: 2000 };

  expect(after(checked, changeBucket(checked, 'qualityControl', 'sellable', 2000))).toEqual({
    ...shelf,
    sellable: 5000,
  });
  expect(changeBucket(checked, 'qualityControl', 'damaged', 2001)).toEqual({
    code: 'stock.not_in_bucket',
    inBucket: 2000,
  });
});

test('goods that do not move, or at a negative cost, are a bug', () => {
  expect(() => receive(shelf, 0, 100)).toThrow('a moved quantity is positive');
  expect(() => receive(shelf, 1000, -1)).toThrow('a cost is never negative');
  expect(() => returnToStock(shelf, 'sellable', 1000, -1)).toThrow('a cost is never negative');
  expect(() => sellAtTill(shelf, 0.5)).toThrow('a quantity must be a safe integer, got 0.5');
});
