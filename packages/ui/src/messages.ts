// Texts of the faces: one catalogue a screen or part, in every language, checked by type and by test.

import { type Locale, locales } from './locale.ts';

/** A text, or a function which makes it from what changes in it. */
export type Message = string | ((...values: never[]) => string);

type Translated<M extends Message> = M extends string ? string : M;

/** The same keys in every language, each with the same arguments. */
export interface Messages<M extends Record<string, Message>> {
  readonly en: M;
  readonly 'zh-Hant': { readonly [K in keyof M]: Translated<M[K]> };
}

/** The arguments that a message takes: none for a plain text. */
export type MessageValues<T> = T extends (...values: infer V) => string ? V : [];

/** Says a message of a catalogue in one language. */
export type Translate<M extends Record<string, Message>> = <K extends keyof M>(
  key: K,
  ...values: MessageValues<M[K]>
) => string;

/** Declares a catalogue. The compiler refuses a key that one of the languages lacks or has alone. */
export function defineMessages<M extends Record<string, Message>>(catalogue: {
  readonly en: M;
  readonly 'zh-Hant': { readonly [K in keyof NoInfer<M>]: Translated<NoInfer<M>[K]> };
}): Messages<M> {
  return catalogue;
}

/** The `t` of a face: `t('paid', amount)` gives the text in this language. */
export function translator<M extends Record<string, Message>>(catalogue: Messages<M>, locale: Locale): Translate<M> {
  const texts = catalogue[locale] as Readonly<Record<keyof M, Message>>;
  return (key, ...values) => {
    const message = texts[key];
    return typeof message === 'function' ? (message as (...all: unknown[]) => string)(...values) : message;
  };
}

/** For tests: each text that is absent, blank, or of another kind than its sibling, as `zh-Hant: key`. */
export function missingTexts(catalogue: Readonly<Record<Locale, Readonly<Record<string, unknown>>>>): string[] {
  const keys = [...new Set(locales.flatMap((locale) => Object.keys(catalogue[locale])))];
  return locales.flatMap((locale) =>
    keys
      .filter((key) => !isGiven(catalogue[locale][key]) || typeof catalogue[locale][key] !== typeof catalogue.en[key])
      .map((key) => `${locale}: ${key}`),
  );
}

/** The English word for a count: `plural(2, 'line', 'lines')` gives "2 lines". Chinese needs no plural. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function isGiven(message: unknown): boolean {
  return typeof message === 'function' || (typeof message === 'string' && message.trim() !== '');
}
