/** What a bundle holds, as a short list under its line. */
import { foreignLang, pieces, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Locale, LocalisedText } from '../views.ts';

interface ContentsProps {
  components: readonly { variantId: string; name: LocalisedText; optionNames?: LocalisedText[]; quantity: number }[];
  locale: Locale;
}

/** Nothing for a line that is no bundle. */
export function Contents({ components, locale }: ContentsProps) {
  if (components.length === 0) return null;
  return (
    <ul class="contents" aria-label={sayIn(locale)('bundle.inside')}>
      {components.map(({ variantId, name, optionNames = [], quantity }) => (
        <li key={variantId}>
          <span class="figures">{pieces(quantity)} ×</span>{' '}
          <span lang={foreignLang(name, locale)}>
            {[name, ...optionNames].map((words) => textIn(words, locale)).join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
