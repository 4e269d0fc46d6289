import { expect, test } from 'vitest';
import { countries, countryName } from './countries.ts';

test('a country has its name in the language, and what is no code stays as it was written', () => {
  expect(countryName('HK', 'en')).toBe('Hong Kong');
  expect(countryName('HK', 'zh-Hant')).toBe('香港');
  expect(countryName('GB', 'zh-Hant')).toBe('英國');
  expect(countryName('Hong Kong SAR', 'en')).toBe('Hong Kong SAR');
  expect(countryName('hk', 'en')).toBe('hk');
});

test('the countries to choose from are sorted by their names', () => {
  const names = countries('en').map(({ name }) => name);
  expect(names).toHaveLength(65);
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
});
