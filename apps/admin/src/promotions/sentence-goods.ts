// Goods and rewards in words.
import type { ItemFilter } from '@tandem/domain/promotions/item-filter.ts';
import { isEverything, type Reward } from './definition.ts';
import { listed, named, type Words } from './words.ts';

/** "Tea, Coffee and 2 others except Oolong". */
export function goodsText(filter: ItemFilter, words: Words): string {
  const { t } = words;
  const except = filter.except && !isEverything(filter.except) ? listed(words, partNames(filter.except, words)) : '';
  if (isEverything(filter)) return except ? t('allExcept', except) : t('allGoods');
  const names = listed(words, partNames(filter, words), 'or');
  return except ? t('except', names, except) : names;
}

function partNames(filter: Omit<ItemFilter, 'except'>, words: Words): string[] {
  const { t, names } = words;
  return [
    ...named(words, filter.categories ?? [], names.category),
    ...named(words, filter.collections ?? [], names.collection),
    ...named(words, filter.products ?? [], names.product),
    ...named(words, filter.variants ?? [], names.variant),
    ...(filter.brands ?? []),
    ...(filter.tags ?? []).map((tag) => t('tag', tag)),
  ];
}

/** "20% off", "HK$20 off", "for HK$99", "free". */
export function rewardText(reward: Reward, { t, money }: Words): string {
  if (reward.kind === 'amount') return t('amountOff', money(reward.amount));
  if (reward.kind === 'price') return reward.amount === 0 ? t('free') : t('atPrice', money(reward.amount));
  return percentText(reward.basisPoints, t);
}

/** A percentage; in Chinese as 折 where it comes out even. */
export function percentText(basisPoints: number, t: Words['t']): string {
  if (basisPoints === 10_000) return t('free');
  const left = 10_000 - basisPoints;
  const isEven = left % 100 === 0;
  const evenly = left % 1000 === 0 || left < 1000 ? String(left / 1000) : String(left / 100);
  return t('percentOff', String(basisPoints / 100), isEven ? evenly : '');
}
