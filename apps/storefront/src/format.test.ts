import { describe, expect, it } from 'vitest';
import { exactMoney, foreignLang, money, pathIn, pickupWords, textIn } from './format.ts';
import { en } from './messages/en.ts';
import { sayIn } from './messages/say.ts';
import { zhHant } from './messages/zh-hant.ts';

describe('money', () => {
  it('is whole where it can be, with all decimals where it must', () => {
    expect(money(128_000, 'HKD', 'en')).toBe('HK$1,280');
    expect(money(1250, 'HKD', 'zh-Hant')).toBe('HK$12.50');
    expect(money(1250, 'JPY', 'en')).toBe('¥1,250');
    expect(exactMoney(128_000, 'HKD')).toBe('1,280.00');
  });
});

describe('texts', () => {
  it('come in the other language, marked as such, where one is missing', () => {
    expect(textIn({ 'zh-Hant': '碗' }, 'en')).toBe('碗');
    expect(foreignLang({ 'zh-Hant': '碗' }, 'en')).toBe('zh-Hant');
    expect(foreignLang({ en: 'Bowl', 'zh-Hant': '碗' }, 'en')).toBeUndefined();
  });

  it('have the same values in both languages', () => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(en))
      expect([key, places(zhHant[key as keyof typeof en])]).toEqual([key, places(text)]);
  });
});

describe('collecting', () => {
  it('is told by the day', () => {
    const say = sayIn('en');
    const time = { from: '10:00', to: '21:00', weekday: 5 };
    expect(pickupWords({ ...time, day: 0 }, say, 'en')).toBe('Today until 21:00');
    expect(pickupWords({ ...time, day: 1 }, say, 'en')).toBe('Tomorrow from 10:00');
    expect(pickupWords({ ...time, day: 3 }, say, 'en')).toBe('Fri from 10:00');
    expect(pickupWords(null, say, 'en')).toBe('By appointment');
  });
});

it('keeps English addresses without a prefix', () => {
  expect([pathIn('en', '/'), pathIn('zh-Hant', '/'), pathIn('zh-Hant', '/p/a')]).toEqual([
    '/',
    '/zh-hant',
    '/zh-hant/p/a',
  ]);
});
