import { expect, test } from 'vitest';
import { ean13WithCheckDigit, expandUpcE, hasRightCheckDigit, normaliseGtin, printedGtin } from './gtin.ts';

test('one article has one identity, whichever of its codes is scanned', () => {
  expect(normaliseGtin('4006381333931')).toBe('04006381333931');
  expect(normaliseGtin('96385074')).toBe('00000096385074');
  expect(normaliseGtin('036000291452')).toBe('00036000291452');
  expect(normaliseGtin('0036000291452')).toBe('00036000291452');
  expect(normaliseGtin('00036000291452')).toBe('00036000291452');
  expect(normaliseGtin('10614141000415')).toBe('10614141000415');
});

test('a code is typed with spaces and hyphens as it is printed', () => {
  expect(normaliseGtin(' 4 006381 333931 ')).toBe('04006381333931');
  expect(normaliseGtin('978-0-306-40615-7')).toBe('09780306406157');
});

test('a wrong check digit, a wrong length and a text are no GTIN', () => {
  const wrong = [
    '4006381333932',
    '400638133393',
    '4006381333',
    '',
    'ABCDEFGH',
    '４００６３８１３３３９３１',
    '400638133393X',
  ];

  expect(wrong.map(normaliseGtin)).toEqual(wrong.map(() => undefined));
  expect(['00000000', '0000000000000'].map(normaliseGtin)).toEqual([undefined, undefined]);
});

test('a UPC-E is the short form of a UPC-A', () => {
  expect(expandUpcE('04252614')).toBe('042100005264');
  expect(expandUpcE('01234133')).toBe('012300000413');
  expect(expandUpcE('01234145')).toBe('012340000015');
  expect(expandUpcE('01234558')).toBe('012345000058');
  expect(expandUpcE('01234557')).toBeUndefined();
  expect(expandUpcE('21234133')).toBeUndefined();
  expect(normaliseGtin('04252614')).toBe('00042100005264');
});

test('a shop that numbers its own articles gets the check digit', () => {
  expect(ean13WithCheckDigit('400638133393')).toBe('4006381333931');
  expect(ean13WithCheckDigit('200000000000')).toBe('2000000000008');
  expect(ean13WithCheckDigit('40063813339')).toBeUndefined();
  expect(ean13WithCheckDigit('40063813339a')).toBeUndefined();
});

test('every single wrong digit is noticed', () => {
  const code = '4006381333931';
  const misread = [...code].flatMap((digit, index) =>
    [...'0123456789']
      .filter((other) => other !== digit)
      .map((other) => code.slice(0, index) + other + code.slice(index + 1)),
  );

  expect(misread).toHaveLength(117);
  expect(misread.filter(hasRightCheckDigit)).toEqual([]);
});

test('a stored code is shown as it is printed on the article', () => {
  expect(printedGtin('04006381333931')).toBe('4006381333931');
  expect(printedGtin('00036000291452')).toBe('036000291452');
  expect(printedGtin('00000096385074')).toBe('96385074');
  expect(printedGtin('10614141000415')).toBe('10614141000415');
  expect(printedGtin('OWN-77')).toBe('OWN-77');
});
