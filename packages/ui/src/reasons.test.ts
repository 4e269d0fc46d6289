import type { RefusalReason } from '@tandem/domain/pricing/priced-basket.ts';
import { expect, test } from 'vitest';
import { missingTexts } from './messages.ts';
import { reasonTexts } from './reason-texts.ts';
import { isHint, reasonText } from './reasons.ts';

const around = {
  currency: 'HKD',
  timeZone: 'Asia/Hong_Kong',
  promotionName: (id: string) => (id === 'p1' ? 'VIP10' : undefined),
  goodsName: (id: string) => (id === 'tea' ? 'Tea' : undefined),
  placeName: (id: string) => (id === 'central' ? 'Central' : undefined),
} as const;
const en = (reason: RefusalReason, params: Record<string, string | number> = {}, code: string | null = null) =>
  reasonText({ reason, params, code }, { ...around, locale: 'en' });
const zh = (reason: RefusalReason, params: Record<string, string | number> = {}, code: string | null = null) =>
  reasonText({ reason, params, code }, { ...around, locale: 'zh-Hant' });

test('both languages say every reason', () => {
  expect(missingTexts(reasonTexts)).toEqual([]);
});

test('a way to pay or to get the goods is named, and left open where it is not known', () => {
  expect(en('wrong_tender', { tenders: 'cash,card' })).toBe('Only when paid in cash or by card');
  expect(zh('wrong_tender', { tenders: 'cash,card' })).toBe('只限現金付款或信用卡付款');
  expect(en('wrong_tender', { tenders: 'shells' })).toBe('Only with another way to pay');
  expect(en('wrong_shipping', { methods: 'pickup' })).toBe('Only when collected in a store');
  expect(zh('wrong_shipping', { methods: 'ship' })).toBe('只限送貨');
  expect(zh('wrong_shipping')).toBe('此送貨方式不適用');
});

test('a promotion of the stores says so online', () => {
  expect(en('only_channel', { place: 'stores' })).toBe('Only in our stores');
  expect(zh('only_location', { place: 'stores' })).toBe('只限門市');
  expect(en('only_channel', { channelId: 'central' })).toBe('Only in Central');
});

test('a hint names what is missing, and what it saves where that is known', () => {
  expect(en('needs_pieces', { missingCount: 1 })).toBe('Add 1 more piece to get it');
  expect(en('needs_pieces', { missingCount: 2, saving: 2000 })).toBe('Add 2 more and save HK$20.00');
  expect(zh('needs_pieces', { missingCount: 2, saving: 2000 })).toBe('再買 2 件，慳 HK$20.00');
  const another = { missingCount: 1, saving: 2000, variantId: 'tea' };
  expect(en('needs_pieces', another)).toBe('Add 1 more: with Tea you save HK$20.00');
  expect(zh('needs_pieces', another)).toBe('再買 1 件：買Tea可慳 HK$20.00');
  expect(en('needs_pieces', { ...another, variantId: 'gone' })).toBe('Add 1 more piece to get it');
  expect(en('needs_spend', { missingAmount: 5050 })).toBe('Spend HK$50.50 more to get it');
  expect(isHint('needs_pieces')).toBe(true);
  expect(isHint('code_used')).toBe(false);
});

test('the other promotion and the place are named where their names are known', () => {
  expect(en('not_together', { otherId: 'p1' })).toBe('Not together with “VIP10”');
  expect(zh('not_together', { otherId: 'p1' })).toBe('不可與「VIP10」同時使用');
  expect(en('not_together', { otherId: 'gone' })).toBe('Not together with another promotion in this basket');
  expect(en('only_location', { locationId: 'central' })).toBe('Only in Central');
  expect(zh('only_location')).toBe('此門市不適用');
});

test('a start is told in the zone of the shop', () => {
  expect(en('not_started', { startsAt: '2026-11-27T02:00:00.000Z' })).toBe('Starts 27 Nov 2026, 10:00');
  expect(en('not_started')).toBe('Has not started yet');
});

test('a code is named as it was entered', () => {
  expect(en('code_used', {}, 'SAVE20')).toBe('The code SAVE20 was used already');
  expect(zh('code_unknown', {}, 'SAVE20')).toBe('優惠碼 SAVE20 無效');
});

test('a reason of a newer server still reads as a sentence', () => {
  expect(en('something_new' as RefusalReason)).toBe('The conditions are not met');
});
