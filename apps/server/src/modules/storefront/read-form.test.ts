import { expect, it } from 'vitest';
import { deriveId, isId } from './derive-id.ts';
import { parseForm } from './read-form.ts';
import { pageNumber, problemInQuery, queryWithProblem } from './read-query.ts';

it('reads fields trimmed, the first of a name, and no prototype', () => {
  const { fields } = parseForm(Buffer.from('name=+Kim+&name=Lee&option.0=sand'));
  expect({ ...fields }).toEqual({ name: 'Kim', 'option.0': 'sand' });
  expect(fields.constructor).toBeUndefined();
});

it.each([
  ['a name that no form has', '__proto__=1'],
  ['a character that cannot be stored', 'name=a%00b'],
  ['too many fields', Array.from({ length: 61 }, (_, index) => `f${index}=1`).join('&')],
])('refuses %s', (_what, body) => {
  expect(() => parseForm(Buffer.from(body))).toThrow(/input\.invalid/);
});

it('refuses bytes that are no UTF-8', () => {
  expect(() => parseForm(Buffer.from([0x6e, 0x3d, 0xff]))).toThrow(/UTF-8/);
});

it('makes the same id of the same act, and another of any other', () => {
  const id = deriveId('act', 'basket', { quantity: 1000 });
  expect(isId(id)).toBe(true);
  expect(deriveId('act', 'basket', { quantity: 1000 })).toBe(id);
  expect(deriveId('act', 'basket', { quantity: 2000 })).not.toBe(id);
});

it('carries a refusal to the next page, and nothing but one', () => {
  const path = queryWithProblem('/basket', { code: 'stock.short', params: { available: 2500 } });
  expect(problemInQuery(new URL(path, 'http://x').searchParams)).toEqual({
    code: 'stock.short',
    params: { available: 2000 },
  });
  expect(problemInQuery(new URLSearchParams({ problem: '<script>' }))).toBeUndefined();
});

it.each([
  [null, 1],
  ['2', 2],
  ['0', undefined],
  ['11', undefined],
  ['1e1', undefined],
  ['-1', undefined],
])('reads page %s as %s', (text, page) => {
  expect(pageNumber(text, 10)).toBe(page);
});
