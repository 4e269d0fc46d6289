import { isUuid } from '@tandem/domain/ids.ts';
import { expect, test } from 'vitest';
import { newId, uuidV7 } from './ids.ts';

test('an id carries its instant, version and variant, and else only randomness', () => {
  const random = Uint8Array.from([255, 255, 255, 255, 255, 255, 255, 255, 255, 255]);

  expect(uuidV7(0x0192_3456_789a, random)).toBe('01923456-789a-7fff-bfff-ffffffffffff');
});

test('a thousand ids are a thousand UUIDs', () => {
  const ids = new Set(Array.from({ length: 1000 }, newId));

  expect(ids.size).toBe(1000);
  expect([...ids].every(isUuid)).toBe(true);
});
