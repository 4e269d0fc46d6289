// Countries and regions by their ISO 3166 codes, named in the reader's language.
import type { Locale } from './locale.ts';

const codes =
  'AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV MA MO MT MX MY NG NL NO NZ PE PH PK PL PT RO SA SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );
const lists = new Map<Locale, { code: string; name: string }[]>();
const names = new Map<Locale, Intl.DisplayNames>();

/** Those to choose from, sorted by name. */
export function countries(locale: Locale): { code: string; name: string }[] {
  let list = lists.get(locale);
  if (list === undefined) {
    const order = new Intl.Collator(locale);
    list = codes
      .map((code) => ({ code, name: countryName(code, locale) }))
      .sort((a, b) => order.compare(a.name, b.name));
    lists.set(locale, list);
  }
  return list;
}

/** The name of a country; what was given where it is no code of one. */
export function countryName(code: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  let known = names.get(locale);
  if (known === undefined) {
    known = new Intl.DisplayNames(locale === 'zh-Hant' ? 'zh-HK' : locale, { type: 'region', style: 'short' });
    names.set(locale, known);
  }
  return known.of(code) ?? code;
}
