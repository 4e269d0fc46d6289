// Says in words which products belong to a collection.
import type { Translate } from '@tandem/ui/messages.ts';
import type { collectionTexts } from '../messages/collections.ts';
import type { Collection } from './use-collections.ts';

type Rule = NonNullable<Collection['rule']>;

/** "brand Grove and in Wear": its parts, joined by how they count together. */
export function ruleWords(
  rule: Rule,
  t: Translate<(typeof collectionTexts)['en']>,
  category: (id: string) => string,
): string {
  const listed = (words: readonly string[]) => words.join(' / ');
  const parts = [
    ...(rule.brands.length > 0 ? [t('brandRule', listed(rule.brands))] : []),
    ...(rule.tags.length > 0 ? [t('tagRule', listed(rule.tags))] : []),
    ...(rule.categoryIds.length > 0 ? [t('categoryRule', listed(rule.categoryIds.map(category)))] : []),
  ];
  const words = parts.join(rule.match === 'all' ? t('and') : t('or'));
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The list with the one at a place moved by so many places; the same list where it cannot move. */
export function movedBy<T>(all: readonly T[], from: number, by: number): readonly T[] {
  const to = from + by;
  const one = all[from];
  if (one === undefined || to < 0 || to >= all.length) return all;
  const rest = all.toSpliced(from, 1);
  return rest.toSpliced(to, 0, one);
}
