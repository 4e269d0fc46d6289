import { formatQuantity, text } from '@tandem/ui/index.ts';
import { useLanguage } from '@tandem/ui/react/index.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { useTill } from '../use-till.tsx';

/** What a bundle holds, in one line of words; nothing for anything else. */
export function useInside(variant: TillVariant | undefined): string {
  const { catalogue } = useTill();
  const { locale } = useLanguage();
  return (variant?.components ?? [])
    .flatMap(({ variantId, quantity }) => {
      const part = catalogue.variant(variantId);
      if (part === undefined) return [];
      const count = quantity === 1000 ? '' : `${formatQuantity(quantity, locale)} × `;
      return [`${count}${[part.name, ...part.optionNames].map((words) => text(words, locale)).join(' ')}`];
    })
    .join(locale === 'en' ? ', ' : '、');
}
