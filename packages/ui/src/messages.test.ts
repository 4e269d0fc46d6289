import { expect, test } from 'vitest';
import { pickLocale, text } from './locale.ts';
import { defineMessages, missingTexts, plural, translator } from './messages.ts';

const catalogue = defineMessages({
  en: { pay: 'Take payment', lines: (count: number) => plural(count, 'line', 'lines') },
  'zh-Hant': { pay: '收款', lines: (count: number) => `${count} 行` },
});

test('a text is said in the wanted language, with what changes in it', () => {
  const english = translator(catalogue, 'en');
  const chinese = translator(catalogue, 'zh-Hant');

  expect([english('pay'), english('lines', 1), english('lines', 2)]).toEqual(['Take payment', '1 line', '2 lines']);
  expect([chinese('pay'), chinese('lines', 2)]).toEqual(['收款', '2 行']);
});

test('the compiler refuses a missing, a foreign and a wrongly used text', () => {
  // @ts-expect-error Chinese lacks a text.
  defineMessages({ en: { pay: 'Pay' }, 'zh-Hant': {} });
  // @ts-expect-error English lacks a text.
  defineMessages({ en: { pay: 'Pay' }, 'zh-Hant': { pay: '收款', back: '返回' } });
  // @ts-expect-error The count is a number.
  expect(translator(catalogue, 'zh-Hant')('lines', 'two')).toBe('two 行');
});

test('texts that are absent or blank are found', () => {
  const poor = { en: { pay: 'Pay', back: 'Back' }, 'zh-Hant': { pay: ' ', later: '稍後' } };

  expect(missingTexts(catalogue)).toEqual([]);
  expect(missingTexts(poor)).toEqual(['en: later', 'zh-Hant: pay', 'zh-Hant: back', 'zh-Hant: later']);
});

test.each([
  ['zh-HK,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  ['en-GB;q=0.7, zh-TW', 'zh-Hant'],
  ['zh;q=0, en', 'en'],
  ['fr-FR, de;q=0.5', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [['de', 'zh-Hans-CN', 'en'], 'zh-Hant'],
] as const)('somebody who asks for %o reads %s', (accepted, locale) => {
  expect(pickLocale(accepted)).toBe(locale);
});

test('the name of a product falls back to a language that it has', () => {
  expect(text({ en: 'Mug', 'zh-Hant': '杯' }, 'zh-Hant')).toBe('杯');
  expect(text({ en: 'Mug', 'zh-HK': '水杯' }, 'zh-Hant')).toBe('水杯');
  expect(text({ en: 'Mug', 'zh-Hant': '' }, 'zh-Hant')).toBe('Mug');
  expect(text({ fr: 'Tasse' }, 'en')).toBe('Tasse');
  expect(text({}, 'en')).toBe('');
});
