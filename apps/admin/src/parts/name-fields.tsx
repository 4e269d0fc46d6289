import { TextInput, type TextInputProps } from '@mantine/core';
import { type Locale, localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import { frameTexts } from '../messages/frame.ts';
import classes from './name-fields.module.css';

interface NameFieldsProps {
  /** Value and change of the name in a language, as a form gives them. */
  readonly fieldOf: (locale: Locale) => TextInputProps;
  readonly error?: ReactNode;
  readonly isDisabled?: boolean;
  /** The first field is where a form that opens begins. */
  readonly isFirst?: boolean;
}

/** A name in each language, side by side. */
export function NameFields({ fieldOf, error, isDisabled = false, isFirst = false }: NameFieldsProps) {
  const t = useTexts(frameTexts);
  return (
    <div className={classes.pair}>
      {locales.map((locale, index) => (
        <TextInput
          key={locale}
          label={t('nameIn', localeNames[locale])}
          lang={locale}
          maxLength={200}
          disabled={isDisabled}
          data-autofocus={(isFirst && index === 0) || undefined}
          {...fieldOf(locale)}
          error={index === 0 ? error : undefined}
        />
      ))}
    </div>
  );
}
