// The languages of the faces: English and Traditional Chinese as written in Hong Kong.

export type Locale = 'en' | 'zh-Hant';

export const locales: readonly Locale[] = ['en', 'zh-Hant'];

/** Names of the languages, each in itself, for a switch. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', 'zh-Hant': '繁體中文' };

/** Texts of one thing in several languages, by language tag, as the merchant entered them. */
export type Localised = Readonly<Record<string, string>>;

/**
 * The language for somebody who asks with an Accept-Language header or with `navigator.languages`.
 * Any Chinese gets Traditional Chinese, which its reader follows more easily than English. English if nothing fits.
 */
export function pickLocale(accepted: string | readonly string[] | null | undefined): Locale {
  for (const tag of wanted(accepted)) {
    if (/^zh\b/i.test(tag)) return 'zh-Hant';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** One text of several in the wanted language; else in a language near it, else in English, else the first; '' if none. */
export function text(localised: Localised, locale: Locale): string {
  const family = locale.slice(0, 2);
  const near = () => Object.keys(localised).find((tag) => tag.slice(0, 2) === family && localised[tag]);
  return localised[locale] || localised[near() ?? ''] || localised.en || Object.values(localised).find(Boolean) || '';
}

function wanted(accepted: string | readonly string[] | null | undefined): readonly string[] {
  if (typeof accepted !== 'string') return accepted ?? [];
  return accepted
    .split(',', 20)
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
    })
    .filter((choice) => choice.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((choice) => choice.tag);
}
