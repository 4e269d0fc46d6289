// What must hold before a promotion counts, in words.
import type { Condition, SingleCondition } from './definition.ts';
import { isGroup } from './definition.ts';
import { goodsText } from './sentence-goods.ts';
import { scheduleText } from './sentence-schedule.ts';
import { listed, named, type Words } from './words.ts';

/** A condition; groups inside others stand in brackets. */
export function conditionText(condition: Condition, words: Words, isOutermost = false): string {
  if (!isGroup(condition)) return singleText(condition, words);
  const { t } = words;
  const parts = condition.of.map((one) => conditionText(one, words));
  const joined = listed(words, parts, condition.kind === 'any' ? 'or' : 'and', 20);
  const text = condition.kind === 'none' ? t('not', listed(words, parts, 'or', 20)) : joined;
  return isOutermost || parts.length < 2 ? text : t('group', text);
}

/** One condition: about the basket and the order here, about the shopper below. */
function singleText(one: SingleCondition, words: Words): string {
  const { t, names, money, count } = words;
  switch (one.kind) {
    case 'spend': {
      const text = t('spend', goodsText(one.items, words), money(one.minAmount), one.isStrict);
      return one.measured === 'original' ? `${text} ${t('group', t('spendOriginal'))}` : text;
    }
    case 'quantity':
      return t(
        one.of === 'line' ? 'quantityLine' : 'quantityGroup',
        count(one.min / 1000),
        goodsText(one.items, words),
      );
    case 'contains':
      return t('contains', goodsText(one.items, words));
    case 'channel':
      return t('inChannel', listed(words, named(words, one.channels, names.channel), 'or'));
    case 'location':
      return t('atLocation', listed(words, named(words, one.locations, names.location), 'or'));
    case 'time':
      return t('atTime', scheduleText(one.schedule, words));
    case 'price_list':
      return t('byPriceList', listed(words, named(words, one.priceLists, names.priceList), 'or'));
    case 'shipping_method':
      return listed(
        words,
        one.methods.map((method) => t('isShipped', method)),
        'or',
      );
    case 'tender':
      return t(
        'paidBy',
        listed(
          words,
          one.tenders.map((tender) => t('tender', tender)),
          'or',
        ),
      );
    default:
      return shopperText(one, words);
  }
}

function shopperText(
  one: Extract<
    SingleCondition,
    { kind: 'member' | 'tier' | 'member_tag' | 'birthday' | 'birthday_month' | 'nth_order' | 'referred' }
  >,
  words: Words,
): string {
  const { t } = words;
  switch (one.kind) {
    case 'member':
      return t('isMember');
    case 'tier':
      return t('isTier', listed(words, one.tiers, 'or') || '…');
    case 'member_tag':
      return t('isTagged', listed(words, one.tags, 'or') || '…');
    case 'birthday':
      return t('isBirthday', one.daysBefore, one.daysAfter);
    case 'birthday_month':
      return t('isBirthdayMonth');
    case 'nth_order':
      return t('isNthOrder', one.n, one.isRepeated);
    case 'referred':
      return t('isReferred');
  }
}
