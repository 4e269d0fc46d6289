import { expect, test } from 'vitest';
import { importText, importTexts } from './import-texts.ts';
import { missingTexts } from './messages.ts';

test('every message of an import is there in every language', () => {
  expect(missingTexts(importTexts)).toEqual([]);
});

test('a message is said by its code, with what changes in it', () => {
  const message = { code: 'sku_doubled', params: { sku: 'A-1', row: 3 } };
  expect(importText(message, 'en')).toBe('The SKU A-1 stands in row 3 already.');
  expect(importText(message, 'zh-Hant')).toBe('SKU A-1 已在第 3 行出現。');
});

test('a message of an earlier import keeps its text, and an unknown code is never shown', () => {
  expect(importText({ text: 'The row has no handle.' }, 'zh-Hant')).toBe('The row has no handle.');
  expect(importText({ code: 'of_a_later_version' }, 'en')).toBe('The file cannot be brought in.');
  expect(importText({ code: 'toString' }, 'en')).toBe('The file cannot be brought in.');
});
