import { expect, test } from 'vitest';
import { commit, commitHeld, hold, releaseCommit, releaseHold, stage, unstage } from './claim-stock.ts';
import { counters, emptyLevel, type Level } from './level.ts';
import { applyMovement, isStockRefusal, type Movement, type StockRefusal } from './movement.ts';

const none = { kind: 'none' } as const;
const shelf: Level = { ...emptyLevel, sellable: 5000 };

function changes(result: Movement | StockRefusal) {
  if (isStockRefusal(result)) return result;
  return Object.fromEntries(counters.filter((one) => result[one] !== 0).map((one) => [one, result[one]]));
}

function after(level: Level, result: Movement | StockRefusal): Level {
  if (isStockRefusal(result)) throw new Error(result.code);
  return applyMovement(level, result);
}

test('payment starts: the goods are held, not moved', () => {
  const movement = hold(shelf, 2000, none);

  expect(changes(movement)).toEqual({ held: 2000 });
  expect(movement).toMatchObject({ reason: 'hold', counterparty: 'none', valueAmount: 0 });
});

test('the last piece can be held once', () => {
  const first = after(shelf, hold(shelf, 5000, none));

  expect(hold(first, 1, none)).toEqual({ code: 'stock.short', available: 0 });
  expect(hold(shelf, 5001, none)).toEqual({ code: 'stock.short', available: 5000 });
});

test('a channel holds nothing of its safety stock', () => {
  const safety = { kind: 'fixed', quantity: 2000 } as const;

  expect(changes(hold(shelf, 3000, safety))).toEqual({ held: 3000 });
  expect(hold(shelf, 4000, safety)).toEqual({ code: 'stock.short', available: 3000 });
  expect(commit(shelf, 4000, safety)).toEqual({ code: 'stock.short', available: 3000 });
});

test('the order is placed: what was held is committed, whatever the safety stock is by now', () => {
  const held = after(shelf, hold(shelf, 5000, none));

  expect(changes(commitHeld(held, 5000))).toEqual({ held: -5000, committed: 5000 });
});

test('a hold that expired cannot be committed', () => {
  const expired = after(after(shelf, hold(shelf, 2000, none)), releaseHold({ ...shelf, held: 2000 }, 2000));

  expect(expired).toEqual(shelf);
  expect(commitHeld(expired, 2000)).toEqual({ code: 'stock.not_claimed', claimed: 0 });
});

test('an order without a hold commits what is available', () => {
  expect(changes(commit(shelf, 5000, none))).toEqual({ committed: 5000 });
  expect(commit({ ...shelf, held: 1000 }, 5000, none)).toEqual({ code: 'stock.short', available: 4000 });
});

test('picked goods are staged, and put back when the order is cancelled', () => {
  const committed: Level = { ...shelf, committed: 3000 };
  const staged = after(committed, stage(committed, 3000));

  expect(staged).toEqual({ ...shelf, staged: 3000 });
  expect(after(staged, unstage(staged, 3000))).toEqual(shelf);
});

test('nobody lets go of more than is claimed', () => {
  const claimed: Level = { ...shelf, held: 1000, committed: 2000, staged: 500 };

  expect(releaseHold(claimed, 1001)).toEqual({ code: 'stock.not_claimed', claimed: 1000 });
  expect(releaseCommit(claimed, 2001)).toEqual({ code: 'stock.not_claimed', claimed: 2000 });
  expect(stage(claimed, 2001)).toEqual({ code: 'stock.not_claimed', claimed: 2000 });
  expect(unstage(claimed, 501)).toEqual({ code: 'stock.not_claimed', claimed: 500 });
  expect(changes(releaseCommit(claimed, 2000))).toEqual({ committed: -2000 });
});

test('each claim says why', () => {
  const claimed: Level = { ...shelf, held: 1000, committed: 1000, staged: 1000 };
  const made = [
    hold(claimed, 1000, none),
    releaseHold(claimed, 1000),
    commitHeld(claimed, 1000),
    commit(claimed, 1000, none),
    releaseCommit(claimed, 1000),
    stage(claimed, 1000),
    unstage(claimed, 1000),
  ];

  expect(made.map((movement) => (isStockRefusal(movement) ? movement.code : movement.reason))).toEqual([
    'hold',
    'hold_release',
    'commit',
    'commit',
    'commit_release',
    'stage',
    'unstage',
  ]);
});

test('a claim on nothing or on less than nothing is a bug', () => {
  expect(() => hold(shelf, 0, none)).toThrow('a claimed quantity is positive');
  expect(() => releaseCommit(shelf, -1000)).toThrow('a claimed quantity is positive');
});

test('a movement that takes a claim below zero is never applied', () => {
  const movement = releaseHold({ ...shelf, held: 1000 }, 1000) as Movement;

  expect(() => applyMovement(shelf, movement)).toThrow('held is never negative');
});
