import { exceptionKinds } from '@tandem/contract/exceptions.ts';
import { formatMoney, formatQuantity, formatRate } from '@tandem/ui/format.ts';
import { type Localised, locales } from '@tandem/ui/locale.ts';
import { translator } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { homeTexts } from '../messages/home.ts';
import { exceptionFigures } from './exception-figures.ts';

const words = (locale: 'en' | 'zh-Hant') => ({
  t: translator(homeTexts, locale),
  format: {
    money: (amount: number) => formatMoney(amount, 'HKD', locale),
    quantity: (thousandths: number) => formatQuantity(thousandths, locale),
    rate: (ppm: number) => formatRate(ppm, locale),
    text: (words: Localised) => words[locale] ?? words.en ?? '',
  },
  staff: (id: string) => (id === 'cara' ? 'Cara Cash' : ''),
});
const figures = (kind: string, detail: Record<string, unknown>) => exceptionFigures(kind, detail, words('en'));
const told = { unitAmount: 9000, discountAmount: 1000 };

test.each(exceptionKinds)('%s has a text of its own in every language', (kind) => {
  for (const locale of locales) {
    const { t } = words(locale);
    expect(t('kind', kind), locale).not.toBe(kind);
    expect(t('advice', kind), locale).not.toBe('');
    expect(exceptionKinds.filter((other) => t('kind', other) === t('kind', kind))).toEqual([kind]);
  }
});

test('a discount beyond the limit names both shares and whoever sold', () => {
  const detail = { staffId: 'cara', basisPoints: 2000, limit: 1250, isPriceAllowed: true };
  expect(figures('sale.over_limit', detail)).toEqual(['20% taken off, 12.5% allowed', 'Sold by Cara Cash']);
  expect(figures('sale.over_limit', { staffId: null, basisPoints: 0, limit: 1000, isPriceAllowed: false })).toEqual([
    'A price typed by hand that nobody with the right allowed',
  ]);
});

test('a limit that a till went beyond is named with the promotion, the code and both counts', () => {
  const detail = {
    name: { en: 'Early birds', 'zh-Hant': '早鳥' },
    code: 'FLASH',
    limit: 'uses',
    most: 100,
    reached: 101,
  };
  expect(figures('promotion.over_limit', detail)).toEqual(['Early birds · Code FLASH', '101 uses in all, 100 allowed']);
  const zh = exceptionFigures(
    'promotion.over_limit',
    { ...detail, code: null, limit: 'budgetAmount' },
    words('zh-Hant'),
  );
  expect(zh).toEqual(['早鳥', '共減 HK$1.01，上限 HK$1.00']);
  expect(figures('promotion.over_limit', {})).toEqual([]);
});

test('a price that the rules do not give stands beside the one that they give', () => {
  const recorded = { unitAmount: 9000, discountAmount: 0 };
  expect(
    figures('sale.price_mismatch', { ruleSetNumber: 1200, hash: 'h', lines: [{ lineNo: 2, told, recorded }] }),
  ).toEqual(['Rules no. 1200', 'Line 2: HK$90.00 each less HK$10.00 at the till, HK$90.00 each by the rules']);
});

test('where the rules are not known here, only what the till told is said; of many lines, the first few', () => {
  const recorded = { unitAmount: null, discountAmount: null };
  const lines = [1, 2, 3, 4, 5, 6].map((lineNo) => ({ lineNo, told, recorded }));
  const written = figures('sale.price_mismatch', { ruleSetNumber: 7, hash: null, lines });
  expect(written[0]).toBe('Rules no. 7 could not be worked out again here');
  expect(written[1]).toBe('Line 1: HK$90.00 each less HK$10.00 at the till');
  expect(written.slice(5)).toEqual(['2 more lines']);
});

test('the other kinds give their figures; what carries none, or is unknown, gives no line', () => {
  expect(figures('coupon.used_twice', { couponId: 'c', code: 'ONCE-1' })).toEqual(['Code ONCE-1']);
  expect(figures('sale.total_mismatch', { told: 100, recorded: 200 })).toEqual([
    'HK$1.00 at the till, HK$2.00 by its lines',
  ]);
  expect(figures('sale.tender_short', { total: 500, paid: 400 })).toEqual(['HK$4.00 paid of HK$5.00']);
  expect(figures('sale.unknown_variant', { lineNo: 3, variantId: 'v' })).toEqual(['Line 3']);
  expect(figures('stock.uncovered', { uncovered: 2000 })).toEqual(['2 promised to others']);
  expect(figures('stock.negative', { orderId: 'o' })).toEqual([]);
  expect(figures('coupon.used_twice', {})).toEqual([]);
  expect(figures('of.tomorrow', { code: 'X' })).toEqual([]);
});
