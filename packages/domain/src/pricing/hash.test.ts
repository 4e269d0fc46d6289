import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './hash.ts';

test('a fingerprint is 32 hexadecimal digits, and known for known texts', () => {
  expect(fingerprint('')).toMatch(/^[0-9a-f]{32}$/);
  expect(fingerprint('a')).not.toBe(fingerprint('a\0'));
  expect(fingerprint('三件 99 元')).toBe(fingerprint('三件 99 元'));
});

test('one other character gives another fingerprint', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60 }),
      fc.nat(),
      fc.integer({ min: 1, max: 0xff }),
      (text, at, change) => {
        const place = at % text.length;
        const other = String.fromCharCode(text.charCodeAt(place) ^ change);
        const changed = text.slice(0, place) + other + text.slice(place + 1);
        expect(fingerprint(changed)).not.toBe(fingerprint(text));
      },
    ),
    { numRuns: 10_000 },
  );
});
