/** Gives a message in a language, with its values filled in. */
import type { Locale } from '../views.ts';
import { en, type MessageKey } from './en.ts';
import { fill } from './fill.ts';
import { zhHant } from './zh-hant.ts';

export type { MessageKey };
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const catalogues: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, 'zh-Hant': zhHant };

const speakers: Readonly<Record<Locale, Say>> = { en: speaker('en'), 'zh-Hant': speaker('zh-Hant') };

/** The speaker of a language. */
export function sayIn(locale: Locale): Say {
  return speakers[locale];
}

/** Is there a message with this key? */
export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}

function speaker(locale: Locale): Say {
  const catalogue = catalogues[locale];
  return (key, values) => (values === undefined ? catalogue[key] : fill(catalogue[key], values));
}
