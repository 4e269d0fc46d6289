import { SegmentedControl } from '@mantine/core';
import { type Locale, localeNames, locales } from '../locale.ts';
import { useLanguage, useTexts } from './language.tsx';
import { reactTexts } from './react-texts.ts';

const choices = locales.map((locale) => ({ value: locale, label: <span lang={locale}>{localeNames[locale]}</span> }));

/** Changes the language at once, each language named in itself. */
export function LanguageSwitch({ size = 'sm' }: { readonly size?: 'xs' | 'sm' | 'md' | 'lg' }) {
  const { locale, setLocale } = useLanguage();
  const t = useTexts(reactTexts);
  return (
    <SegmentedControl<Locale>
      aria-label={t('language')}
      size={size}
      value={locale}
      onChange={setLocale}
      data={choices}
    />
  );
}
