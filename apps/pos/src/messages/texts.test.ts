import { missingTexts } from '@tandem/ui/index.ts';
import { expect, test } from 'vitest';
import { memberTexts } from './member-texts.ts';
import { priceTexts } from './price-texts.ts';
import { returnTexts } from './return-texts.ts';
import { salesTexts } from './sales-texts.ts';
import { sellTexts } from './sell-texts.ts';
import { tillTexts } from './till-texts.ts';

test.each([
  ['till', tillTexts],
  ['sell', sellTexts],
  ['sales', salesTexts],
  ['return', returnTexts],
  ['price', priceTexts],
  ['member', memberTexts],
])('the %s texts are complete in both languages', (_, texts) => {
  expect(missingTexts(texts)).toEqual([]);
});
