import { expect, test } from 'vitest';
import { matchesWords, normaliseSearch } from './normalise.ts';

test('case, accents and width make no difference', () => {
  expect(normaliseSearch('Crème BRÛLÉE')).toBe('creme brulee');
  expect(normaliseSearch('ＡＢＣ－１２３')).toBe('abc 123');
  expect(normaliseSearch('Straße, Smørrebrød, Łódź, İstanbul')).toBe('strasse smorrebrod lodz istanbul');
  expect(normaliseSearch('ﾃﾚﾋﾞ')).toBe('テレビ');
});

test('punctuation separates words, and nothing else remains of it', () => {
  expect(normaliseSearch('  T-Shirt (M/L), 100% cotton!  ')).toBe('t shirt m l 100 cotton');
  expect(normaliseSearch('「白」・茶')).toBe('白 茶');
  expect(normaliseSearch('…')).toBe('');
});

test('Chinese, Japanese and Korean are kept as they are', () => {
  expect(normaliseSearch('亞麻襯衫')).toBe('亞麻襯衫');
  expect(normaliseSearch('がぎぐ コーヒー')).toBe('がぎぐ コーヒー');
  expect(normaliseSearch('한국 김치')).toBe('한국 김치');
});

test('Chinese and Latin letters are separate words even without a space', () => {
  expect(normaliseSearch('500ml牛奶')).toBe('500ml 牛奶');
  expect(normaliseSearch('純棉T恤')).toBe('純棉 t 恤');
});

test('what was normalised once stays as it is', () => {
  for (const text of ['Crème 500ml牛奶', 'ＡＢＣ－１２３', '純棉T恤 コーヒー', 'Straße', 'ﾃﾚﾋﾞ 한국']) {
    expect(normaliseSearch(normaliseSearch(text))).toBe(normaliseSearch(text));
  }
});

const shirt = normaliseSearch('Linen Shirt, blue — 亞麻襯衫（藍色） SKU LS-204-M');

test('words are found in any order, by their beginning', () => {
  expect(
    ['blue linen', 'shi BLU', 'linén', '', '  ', 'LS-204', '204'].map((query) => matchesWords(shirt, query)),
  ).toEqual(Array(7).fill(true));
});

test('every word has to be there, and a middle is no beginning', () => {
  expect(['red linen', 'irt', 'linens', '205'].map((query) => matchesWords(shirt, query))).toEqual(
    Array(4).fill(false),
  );
});

test('Chinese is found anywhere in a run', () => {
  expect(['襯衫', '麻襯', '藍色 亞麻', 'linen襯衫'].map((query) => matchesWords(shirt, query))).toEqual(
    Array(4).fill(true),
  );
  expect(['襯藍', '紅色', '襯衫 紅'].map((query) => matchesWords(shirt, query))).toEqual(Array(3).fill(false));
});
