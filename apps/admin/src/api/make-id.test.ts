import { expect, test } from 'vitest';
import { idOf, makeId } from './make-id.ts';

test('an id carries its time first, then version 7 and variant 2, whatever the random bytes are', () => {
  expect(idOf(0x0192f3a4b5c6, new Uint8Array(10).fill(0xff))).toBe('0192f3a4-b5c6-7fff-bfff-ffffffffffff');
  expect(idOf(0, new Uint8Array(10))).toBe('00000000-0000-7000-8000-000000000000');
});

test('two ids are never the same', () => {
  expect(new Set(Array.from({ length: 1000 }, makeId)).size).toBe(1000);
});
