// Who gets a promotion, where, by which code, how often, and beside which others.
import type { WhoCondition } from './condition-parts.ts';
import type { Definition } from './definition.ts';
import { listed, named, type Words } from './words.ts';

/** Who gets it, in the plural. */
export function whoText(who: WhoCondition | null, words: Words): string {
  const { t } = words;
  if (!who) return t('everybody');
  switch (who.kind) {
    case 'member':
      return t('members');
    case 'tier':
      return t('tier', listed(words, who.tiers, 'or') || '…');
    case 'member_tag':
      return t('memberTag', listed(words, who.tags, 'or') || '…');
    case 'birthday':
      return t('birthday', who.daysBefore, who.daysAfter);
    case 'birthday_month':
      return t('birthdayMonth');
    case 'nth_order':
      return who.isRepeated ? t('everyNthOrder', who.n) : t('nthOrder', who.n);
    case 'referred':
      return t('referred');
  }
}

export function whereText({ channels, locations }: Definition, words: Words): string {
  const { t, names } = words;
  const parts = [
    ...(channels ? [t('inChannels', listed(words, named(words, channels, names.channel), 'or'))] : []),
    ...(locations ? [t('atLocations', listed(words, named(words, locations, names.location), 'or'))] : []),
  ];
  return parts.length === 0 ? t('everywhere') : parts.join(t('comma'));
}

/** Null where it counts by itself. */
export function triggerText(trigger: Definition['trigger'], words: Words): string | null {
  if (trigger.kind === 'automatic') return null;
  const { t } = words;
  return trigger.sharedCodes.length === 0 ? t('uniqueCode') : t('sharedCode', listed(words, trigger.sharedCodes, 'or'));
}

/** Null without any limit. */
export function limitsText(limits: Definition['limits'], { t, count, money }: Words): string | null {
  const parts = [
    limits.uses !== null && t('usesMax', count(limits.uses)),
    limits.usesPerMember !== null && t('perMemberMax', limits.usesPerMember),
    limits.usesPerDay !== null && t('perDayMax', count(limits.usesPerDay)),
    limits.usesPerOrder !== null && t('perOrderMax', limits.usesPerOrder),
    limits.pieces !== null && t('piecesMax', count(limits.pieces)),
    limits.budgetAmount !== null && t('budgetMax', money(limits.budgetAmount)),
    limits.maxAmountPerOrder !== null && t('amountPerOrderMax', money(limits.maxAmountPerOrder)),
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(t('comma'));
}

export function combineText(definition: Definition, words: Words): string {
  const { t } = words;
  const parts = [
    besideText(definition, words),
    ...(definition.excludeDiscounted ? [t('notReduced')] : []),
    ...(definition.base === 'original' ? [t('offOriginal')] : []),
    ...(definition.breaksFloor ? [t('belowFloor')] : []),
  ];
  return parts.join(t('comma'));
}

function besideText({ exclusive, combinesWith, stackGroup }: Definition, words: Words): string {
  const { t, names } = words;
  if (combinesWith?.length) {
    const welcome = combinesWith.map((one) => names.promotion(one) ?? (isId(one) ? t('somewhere') : one));
    return t('onlyWith', listed(words, welcome));
  }
  if (combinesWith || exclusive === 'all') return t('alone');
  if (exclusive === 'phase') return t('aloneInPhase');
  return exclusive === 'group' && stackGroup ? t('oneOfGroup', stackGroup) : t('together');
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);
