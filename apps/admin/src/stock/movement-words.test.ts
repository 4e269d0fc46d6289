import { expect, test } from 'vitest';
import { claimsChange, onHandChange } from './movement-words.ts';

const still = { sellable: 0, qualityControl: 0, damaged: 0, expired: 0, onHold: 0, committed: 0, held: 0, staged: 0 };

test('goods that only change their state are neither more nor fewer', () => {
  expect(onHandChange({ ...still, sellable: -2000, damaged: 2000 })).toBe(0);
});

test('a hand-over takes goods away and ends the claim on them', () => {
  const entry = { ...still, sellable: -1000, staged: -1000 };
  expect([onHandChange(entry), claimsChange(entry)]).toEqual([-1000, -1000]);
});
