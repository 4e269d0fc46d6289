import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('quotes, commas and line breaks stay in their cell', () => {
  expect(
    csvOf([
      ['name', 'net'],
      ['Tea "gold", 100 g', '12.50'],
      ['two\nlines', '1'],
    ]),
  ).toBe('name,net\r\n"Tea ""gold"", 100 g",12.50\r\n"two\nlines",1');
});

test('what a spreadsheet would run as a formula is made text', () => {
  const cells = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)', '\tx'];
  expect(csvOf([cells])).toBe('"\'=HYPERLINK(""x"")",\'+1+1,\'-2+3,\'@SUM(A1),\'\tx');
});

test('a negative amount stays a number', () => {
  expect(csvOf([['-12.50']])).toBe('-12.50');
});
