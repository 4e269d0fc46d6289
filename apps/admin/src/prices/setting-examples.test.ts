import { missingTexts } from '@tandem/ui/messages.ts';
import { expect, test } from 'vitest';
import { pricingSettingTexts } from '../messages/pricing-settings.ts';
import {
  codesCounted,
  givenOf,
  lackingOf,
  lastUseOf,
  paidElsewhere,
  percentOf,
  taxOf,
  tieOf,
} from './setting-examples.ts';

test('every text stands in both languages', () => {
  expect(missingTexts(pricingSettingTexts)).toEqual([]);
});

test('each choice of an example comes to another figure', () => {
  expect((['line', 'unit', 'document'] as const).map(taxOf)).toEqual([48, 45, 47]);
  expect((['away_from_zero', 'toward_zero'] as const).map(tieOf)).toEqual([8, 7]);
  expect((['line', 'unit'] as const).map(percentOf)).toEqual([299, 300]);
  expect((['keep_gross', 'keep_net'] as const).map(paidElsewhere)).toEqual([10_500, 12_000]);
  expect((['price_mode', 'net'] as const).map(lackingOf)).toEqual([0, 4762]);
  expect((['best_for_shopper', 'priority'] as const).map(givenOf)).toEqual([3000, 2000]);
  expect((['whole_uses', 'partial'] as const).map(lastUseOf)).toEqual([0, 1000]);
  expect([codesCounted(null), codesCounted(1), codesCounted(20)]).toEqual([3, 1, 3]);
});
