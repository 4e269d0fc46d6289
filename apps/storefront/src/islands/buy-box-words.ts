/** The messages of the buying box, for both sides: few enough that a browser gets both languages. */
import { type BuyBoxKey, buyBoxEn } from '../messages/buy-box.en.ts';
import { buyBoxZhHant } from '../messages/buy-box.zh-hant.ts';
import type { Locale } from '../views.ts';

export type BuyBoxWords = Readonly<Record<BuyBoxKey, string>>;

const catalogues: Readonly<Record<Locale, BuyBoxWords>> = { en: buyBoxEn, 'zh-Hant': buyBoxZhHant };

export function buyBoxWords(locale: Locale): BuyBoxWords {
  return catalogues[locale];
}
