/** Text as search sees it: the same for what is stored and for what is typed. */

const withoutWordGaps = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Hangul}';
const borders = new RegExp(
  `(?<=[${withoutWordGaps}])(?=[^ ${withoutWordGaps}])|(?<=[^ ${withoutWordGaps}])(?=[${withoutWordGaps}])`,
  'gu',
);
const isWithoutWordGaps = new RegExp(`^[${withoutWordGaps}]`, 'u');

/** Letters that Unicode does not take apart but that people type without their stroke. */
const folds: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

/**
 * Lower case, accents and width folded, punctuation as spaces, single spaces; Chinese, Japanese and Korean characters
 * are kept, with a space where they meet other letters or digits, so that '500ml牛奶' holds the words '500ml' and '牛奶'.
 */
export function normaliseSearch(text: string): string {
  return (
    text
      .normalize('NFKD')
      // Only the accents of the European scripts; the marks of Japanese and Thai make other letters.
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđðþłħı]/g, (letter) => folds[letter] ?? letter)
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .replace(borders, ' ')
      .trim()
  );
}

/**
 * Does a normalised text hold every word of the query, in any order? A word must begin a word of the text; a run of
 * Chinese, Japanese or Korean may stand anywhere. A query without words fits everything.
 */
export function matchesWords(haystackNormalised: string, query: string): boolean {
  const spaced = ` ${haystackNormalised}`;
  return normaliseSearch(query)
    .split(' ')
    .every((word) => spaced.includes(isWithoutWordGaps.test(word) ? word : ` ${word}`));
}
