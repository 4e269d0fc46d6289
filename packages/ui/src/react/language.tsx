// The language of a face: kept in the browser, told to the page, read by every part.

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Locale, locales, pickLocale } from '../locale.ts';
import { type Message, type Messages, type Translate, translator } from '../messages.ts';

interface Language {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const LanguageContext = createContext<Language>({ locale: 'en', setLocale: () => {} });
const storageKey = 'tandem.locale';

/** Gives the language to everything inside. Starts with the one chosen before, else with the browser's own. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(rememberedLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
    remember(locale);
  }, [locale]);
  const language = useMemo(() => ({ locale, setLocale }), [locale]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The language now, and the way to change it. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Says the texts of a catalogue in the language now. */
export function useTexts<M extends Record<string, Message>>(catalogue: Messages<M>): Translate<M> {
  const { locale } = useLanguage();
  return useMemo(() => translator(catalogue, locale), [catalogue, locale]);
}

function rememberedLocale(): Locale {
  const kept = readKept();
  return locales.find((locale) => locale === kept) ?? pickLocale(navigator.languages);
}

/** A browser which forbids storage still gets a face, only without memory. */
function readKept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Nothing to do: the choice then lasts as long as the page.
  }
}
