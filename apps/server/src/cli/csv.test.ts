import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRow, neutral } from './csv.ts';

const payloads = path.join(
  import.meta.dirname,
  '../../../../../shared/data/csv-edge-cases/formula-injection/csv-payload.txt',
);
/** What a spreadsheet would run: a formula at the start of the cell or of a line in it, also behind blanks. */
const runs = /(^|[\r\n])[^\S\r\n]*[=+\-@\t\0＝＋－＠]/u;

describe('a cell of an export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+852 5123 4567', "'+852 5123 4567"],
    ['-5 °C wine cooler', "'-5 °C wine cooler"],
    ['@home', "'@home"],
    ['  =cmd', "'  =cmd"],
    ['\u00a0=cmd', "'\u00a0=cmd"],
    ['Mug\n=cmd', "Mug\n'=cmd"],
    ['＝cmd', "'＝cmd"],
    ['a\0b', 'ab'],
    ['Linen shirt – blue', 'Linen shirt – blue'],
    ['T-shirt', 'T-shirt'],
  ])('%j is written as %j', (text, written) => {
    expect(neutral(text)).toBe(written);
  });

  it('keeps numbers as numbers and quotes text', () => {
    expect(csvRow(['He said "hi", twice', -5.5, null, '', true, 'two\nlines'])).toBe(
      '"He said ""hi"", twice",-5.5,,,true,"two\nlines"\r\n',
    );
  });
});

describe.skipIf(!existsSync(payloads))('known payloads', () => {
  it('are all disarmed', () => {
    const lines = readFileSync(payloads, 'utf8')
      .split('\n')
      .filter((line) => line !== '');

    expect(lines).toHaveLength(6);
    expect(lines.map(neutral).filter((line) => runs.test(line))).toEqual([]);
  });
});
