import { missingTexts } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { sentenceTexts } from '../messages/promotion-sentence.ts';
import { anything, type Definition, draftOf } from './definition.ts';
import { actionText, phrasesOf, sentenceText } from './sentence.ts';
import { templateKeys, templateOf } from './templates.ts';
import { wordsOf } from './words.ts';

const nothing = () => undefined;
const names = {
  product: (id: string) => ({ shirt: 'Linen shirt' })[id],
  variant: (id: string) => ({ mug: 'Mug', tote: 'Tote bag' })[id],
  category: (id: string) => ({ tea: 'Tea', oolong: 'Oolong' })[id],
  collection: nothing,
  channel: (id: string) => ({ central: 'Central', online: 'Online shop' })[id],
  location: nothing,
  priceList: nothing,
  promotion: (id: string) => ({ vip: 'VIP10' })[id],
};
const en = (definition: Definition) => sentenceText(definition, wordsOf('en', 'HKD', names));
const zh = (definition: Definition) => sentenceText(definition, wordsOf('zh-Hant', 'HKD', names));
const tea = { ...anything, categories: ['tea'] };

test('both languages say every phrase', () => {
  expect(missingTexts(sentenceTexts)).toEqual([]);
});

test('a promotion reads as one sentence', () => {
  const definition = draftOf(
    {
      kind: 'buy_get',
      buy: { items: tea, count: 2, minAmount: null },
      get: { items: tea, count: 1 },
      reward: { kind: 'percent', basisPoints: 10_000 },
      choose: 'cheapest',
      grouping: 'pooled',
      isRepeated: true,
    },
    {
      condition: { kind: 'member' },
      channels: ['central'],
      exclusive: 'all',
      schedule: { start: '2026-11-01T10:00', end: '2026-12-01T00:00', zone: 'store', weekdays: null, hours: null },
    },
  );

  expect(en(definition)).toBe(
    'Members in Central buy 2 pieces of Tea and get 1 piece of the same goods free, the cheapest, as often as it fits, ' +
      'from 1 Nov 2026, 10:00 until the end of 30 Nov 2026, not together with others.',
  );
  expect(zh(definition)).toBe(
    '會員在Central，購買Tea 2 件，可獲相同貨品 1 件免費（以最便宜的計、可重複享用）；' +
      '由 2026年11月1日 10:00 起至 2026年11月30日 完結，不可與其他優惠同時使用。',
  );
});

test('conditions, codes and limits stand in the sentence only where there are any', () => {
  const definition = draftOf(
    { kind: 'percent_off', basisPoints: 1250, items: anything, units: { which: 'cheapest', count: 1 } },
    {
      trigger: { kind: 'code', sharedCodes: ['TEA', 'CHA'] },
      condition: {
        kind: 'all',
        of: [
          { kind: 'nth_order', n: 1, isRepeated: false },
          { kind: 'spend', minAmount: 50_000, isStrict: false, measured: 'original', items: anything },
        ],
      },
      limits: { ...draftOf(templateOf('percent', 'HKD').action).limits, uses: 1000, usesPerMember: 1 },
    },
  );

  expect(en(definition)).toBe(
    'Members on their first order in every store and online who enter the code TEA or CHA, when all goods come to HK$500 ' +
      'or more (before discounts), get 12.5% off the cheapest piece of all goods, from now on without an end, ' +
      'at most 1,000 uses in all, once a member, together with others.',
  );
});

test('a percentage is 折 in Chinese where it comes out even', () => {
  const off = (basisPoints: number) =>
    zh(draftOf({ kind: 'percent_off', basisPoints, items: tea, units: { which: 'all' } }));

  expect(off(2000)).toContain('Tea，享 8 折');
  expect(off(1500)).toContain('享 85 折');
  expect(off(9500)).toContain('享 0.5 折');
  expect(off(1250)).toContain('享 減 12.5%');
});

test('what was taken away is named as gone, and exclusions are said', () => {
  const items = { ...anything, categories: ['tea', 'lost'], except: { ...anything, categories: ['oolong'] } };
  const { items: phrase } = phrasesOf(
    draftOf({ kind: 'percent_off', basisPoints: 1000, items, units: { which: 'all' } }),
    wordsOf('en', 'HKD', names),
  );

  expect(phrase?.text).toBe('Tea or something that is gone except Oolong');
});

test('every template makes a sentence without a gap in both languages', () => {
  for (const key of templateKeys) {
    const definition = templateOf(key, 'HKD');
    expect(en(definition)).not.toMatch(/[{}[\]]|undefined| {2}/);
    expect(zh(definition)).not.toMatch(/[{}[\]]|undefined| {2}/);
    expect(actionText(definition, wordsOf('en', 'HKD', names))).not.toMatch(/^(get|pay)/);
  }
});
