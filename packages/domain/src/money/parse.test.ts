import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDecimal, parseDecimal } from './parse.ts';

test('a price in a file becomes minor units', () => {
  expect(parseDecimal('12.34', 2)).toBe(1234);
  expect(parseDecimal('12', 2)).toBe(1200);
  expect(parseDecimal(' 12.5 ', 2)).toBe(1250);
  expect(parseDecimal('.5', 2)).toBe(50);
  expect(parseDecimal('+0012.30', 2)).toBe(1230);
  expect(parseDecimal('-12.34', 2)).toBe(-1234);
});

test('a yen price has no decimals and a dinar price three', () => {
  expect(parseDecimal('1980', 0)).toBe(1980);
  expect(parseDecimal('1980.5', 0)).toBe(1981);
  expect(parseDecimal('1.234', 3)).toBe(1234);
  expect(parseDecimal('1.2', 3)).toBe(1200);
});

test('what lies beyond the decimals is rounded half away from zero', () => {
  expect(parseDecimal('0.0005', 2)).toBe(0);
  expect(parseDecimal('12.345', 2)).toBe(1235);
  expect(parseDecimal('12.3449999999999', 2)).toBe(1234);
  expect(parseDecimal('-12.345', 2)).toBe(-1235);
  expect(parseDecimal('-0.001', 2)).toBe(0);
  expect(parseDecimal('1.005', 2)).toBe(101);
});

test('what is no plain decimal number is not guessed at', () => {
  const garbage = [
    '',
    ' ',
    '.',
    '-',
    '+.',
    '5.',
    '1,5',
    '1,000.00',
    '1e3',
    '0x10',
    '12 34',
    '--1',
    '£1',
    '１２',
    'NaN',
  ];

  expect(garbage.map((text) => parseDecimal(text, 2))).toEqual(garbage.map(() => undefined));
});

test('what a double cannot hold exactly is refused', () => {
  expect(parseDecimal('90071992547409.91', 2)).toBe(Number.MAX_SAFE_INTEGER);
  expect(parseDecimal('90071992547409.92', 2)).toBeUndefined();
  expect(parseDecimal('9'.repeat(61), 0)).toBeUndefined();
});

test('an amount is written with exactly its decimals', () => {
  expect(formatDecimal(1234, 2)).toBe('12.34');
  expect(formatDecimal(5, 2)).toBe('0.05');
  expect(formatDecimal(-5, 2)).toBe('-0.05');
  expect(formatDecimal(0, 2)).toBe('0.00');
  expect(formatDecimal(1980, 0)).toBe('1980');
  expect(formatDecimal(-1234, 3)).toBe('-1.234');
});

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.constantFrom(0, 2, 3, 6), (amount, digits) => {
      expect(parseDecimal(formatDecimal(amount, digits), digits)).toBe(amount + 0);
    }),
  );
});
