import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNumber, addNumberOrNull, addText, addTextOrNull, fingerprint, noFacts } from './hash.ts';

type Fact = number | string | null;

function fingerprintOf(...row: readonly Fact[]): string {
  const facts = noFacts();
  for (const fact of row) {
    if (typeof fact === 'number') addNumber(facts, fact);
    else addTextOrNull(facts, fact);
  }
  return fingerprint(facts);
}

test('a fingerprint is 32 hexadecimal digits, and known for known facts', () => {
  // Orders keep their fingerprints for ever: where these must change, the version in hash-basket.ts does too.
  expect(fingerprintOf()).toBe('0a998f88268afc4a21c2aee82c6cd169');
  expect(fingerprintOf('abcde')).toBe('bd6062616a9161094bc1c02c0a8c453f');
  expect(fingerprintOf(0, 1, -1, 2 ** 40, Number.MAX_SAFE_INTEGER, 0.5, null, '')).toBe(
    '02d10983af88f21d42a815dc88a35509',
  );
  expect(fingerprintOf('三件 99 元', 9900)).toBe('7d4a05ef48a1fe818e9882816376478f');
  expect(fingerprintOf(...Array<number>(70_000).fill(7))).toBe('9a5826869a4e4960b4271c0f6a00b418');
});

test('zero has no sign, and nothing is the same whatever it is not', () => {
  const facts = noFacts();
  addNumberOrNull(facts, null);
  addNumberOrNull(facts, 12);
  expect(fingerprint(facts)).toBe(fingerprintOf(null, 12));
  expect(fingerprintOf(-0)).toBe(fingerprintOf(0));
});

test('what only looks alike has fingerprints of its own', () => {
  const rows: Fact[][] = [
    [],
    [null],
    [0],
    [''],
    ['0'],
    ['\0'],
    ['\0\0'],
    [0, 0],
    [-1],
    [-2],
    [-4],
    [2 ** 31],
    [2 ** 32],
    [-(2 ** 31)],
    [2 ** 53 - 1],
    [1 - 2 ** 53],
    [0.5],
    ['0.5'],
    [Number.POSITIVE_INFINITY],
    [Number.NaN],
    ['ab', 'c'],
    ['a', 'bc'],
    ['abc'],
    ['abc', ''],
    ['', 'abc'],
    [12, 3],
    [1, 23],
    [1, 2, 3],
  ];

  expect(new Set(rows.map((row) => fingerprintOf(...row))).size).toBe(rows.length);
});

const someFact = fc.oneof(
  fc.maxSafeInteger(),
  fc.nat(3),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constant(null),
  fc.double(),
);

test('other facts give another fingerprint', () => {
  fc.assert(
    fc.property(fc.array(someFact, { maxLength: 8 }), fc.array(someFact, { maxLength: 8 }), (some, others) => {
      const isSame =
        some.length === others.length && some.every((fact, at) => fact === others[at] || isAlike(fact, others[at]));
      expect(fingerprintOf(...some) === fingerprintOf(...others)).toBe(isSame);
    }),
    { numRuns: 10_000 },
  );
});

function isAlike(one: Fact, other: Fact | undefined): boolean {
  return Number.isNaN(one) && Number.isNaN(other);
}

test('one other bit changes about half the bits of the fingerprint, wherever it is', () => {
  const row = Array.from({ length: 40 }, (_, at) => at * 997);
  const before = fingerprintOf(...row);
  for (let at = 0; at < row.length; at += 1) {
    for (let bit = 0; bit < 31; bit += 1) {
      const changed = row.map((fact, place) => (place === at ? fact ^ (1 << bit) : fact));
      const bits = bitsApart(before, fingerprintOf(...changed));
      expect(bits, `word ${at}, bit ${bit}`).toBeGreaterThan(30);
      expect(bits, `word ${at}, bit ${bit}`).toBeLessThan(98);
    }
  }
});

function bitsApart(one: string, other: string): number {
  const apart = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return [...apart.toString(2)].filter((bit) => bit === '1').length;
}

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
        expect(fingerprintOf(changed)).not.toBe(fingerprintOf(text));
      },
    ),
    { numRuns: 10_000 },
  );
});

test('facts find room however many there are', () => {
  const facts = noFacts();
  for (let at = 0; at < 5000; at += 1) addText(facts, `line ${at}`);
  expect(facts.count).toBeLessThanOrEqual(facts.words.length);
  expect(fingerprint(facts)).toBe(fingerprintOf(...Array.from({ length: 5000 }, (_, at) => `line ${at}`)));
});
