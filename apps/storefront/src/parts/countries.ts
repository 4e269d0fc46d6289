/** Countries and regions by their ISO 3166 codes, named in the shopper's language. */
import type { Locale } from '../views.ts';

const codes =
  'AE AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LT LU LV MA MO MT MX MY NG NL NO NZ PE PH PK PL PT RO SA SE SG SI SK TH TR TW UA US VN ZA'.split(
    ' ',
  );
const named = new Map<Locale, { code: string; name: string }[]>();

/** Sorted by name. */
export function countries(locale: Locale): { code: string; name: string }[] {
  let list = named.get(locale);
  if (list === undefined) {
    const names = new Intl.DisplayNames(locale === 'zh-Hant' ? 'zh-HK' : locale, { type: 'region', style: 'short' });
    const order = new Intl.Collator(locale);
    list = codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => order.compare(a.name, b.name));
    named.set(locale, list);
  }
  return list;
}

/** The name of a country; its code when it is not known. */
export function countryName(code: string, locale: Locale): string {
  return countries(locale).find((country) => country.code === code)?.name ?? code;
}
