import { missingTexts, translator } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { collectionTexts } from '../messages/collections.ts';
import { movedBy, ruleWords } from './rule-words.ts';

test('every text stands in both languages', () => {
  expect(missingTexts(collectionTexts)).toEqual([]);
});

test('a rule is said in words', () => {
  const rule = { match: 'all' as const, brands: ['Grove', 'Oak'], tags: [], categoryIds: ['c'] };
  const category = () => 'Wear';
  expect(ruleWords(rule, translator(collectionTexts, 'en'), category)).toBe('Brand Grove / Oak and in Wear');
  expect(ruleWords({ ...rule, match: 'any' }, translator(collectionTexts, 'zh-Hant'), category)).toBe(
    '品牌為Grove / Oak，或分類為Wear',
  );
});

test('a product moves within its collection and never out of it', () => {
  const all = ['a', 'b', 'c'];
  expect(movedBy(all, 2, -2)).toEqual(['c', 'a', 'b']);
  expect(movedBy(all, 0, 1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(all, 0, -1)).toBe(all);
  expect(movedBy(all, 2, 1)).toBe(all);
});
