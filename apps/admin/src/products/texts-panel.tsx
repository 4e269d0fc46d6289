import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './product-form.module.css';
import type { ProductValues } from './product-values.ts';

interface TextsPanelProps {
  readonly form: UseFormReturnType<ProductValues>;
  readonly isReadOnly: boolean;
}

/** Name and description, both languages beside each other. */
export function TextsPanel({ form, isReadOnly }: TextsPanelProps) {
  const t = useTexts(productTexts);
  return (
    <Panel title={t('texts')}>
      <div className={classes.pair}>
        {locales.map((locale) => (
          <div key={locale} className={classes.stack}>
            <TextInput
              label={t('nameIn', localeNames[locale])}
              lang={locale}
              readOnly={isReadOnly}
              maxLength={4000}
              {...form.getInputProps(`name.${locale}`)}
              error={locale === 'en' ? form.errors.name : undefined}
            />
            <Textarea
              label={t('descriptionIn', localeNames[locale])}
              lang={locale}
              readOnly={isReadOnly}
              maxLength={4000}
              autosize
              minRows={4}
              maxRows={14}
              {...form.getInputProps(`description.${locale}`)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
