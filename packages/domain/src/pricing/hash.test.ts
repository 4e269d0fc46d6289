import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './hash.ts';

test('a fingerprint is 32 hexadecimal digits, and known for known texts', () => {
  // Orders keep their fingerprints for ever: no version of the program may give others.
  expect(fingerprint('')).toBe('027ae52ecfc796215593990d4b41437c');
  expect(fingerprint('abcde')).toBe('c4c8c086730b53d085447eb4a9c4786c');
  expect(fingerprint('x'.repeat(70_000))).toBe('ab0af8b78af26ecc40240d0c6ae55676');
  expect(fingerprint('三件 99 元')).toBe('bd94464f48608d0449c5d17f084c3bd4');
  expect(fingerprint('a')).not.toBe(fingerprint('a\0'));
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
