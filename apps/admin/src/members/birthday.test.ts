import { expect, test } from 'vitest';
import { birthdayFields, birthdayOf } from './birthday.ts';

test.each([
  ['1990-05-17', { year: '1990', month: '5', day: '17' }],
  ['--02-29', { year: '', month: '2', day: '29' }],
  [null, { year: '', month: '', day: '' }],
])('%s is shown and sent as it was', (birthday, fields) => {
  expect(birthdayFields(birthday)).toEqual(fields);
  expect(birthdayOf(fields)).toBe(birthday);
});

test.each([
  [{ year: '2023', month: '2', day: '29' }],
  [{ year: '', month: '13', day: '1' }],
  [{ year: '1990', month: '', day: '' }],
  [{ year: '90', month: '5', day: '17' }],
])('%j is no day', (fields) => {
  expect(birthdayOf(fields)).toBeUndefined();
});
