import { Textarea, TextInput } from '@mantine/core';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';
import { Panel } from '../parts/panel.tsx';
import type { NewPanelProps } from './new-panel.ts';
import classes from './product-form.module.css';

/** Name and description of a new product, both languages beside each other. */
export function NewTextsPanel({ form }: NewPanelProps) {
  const t = useTexts(productTexts);
  return (
    <Panel title={t('texts')}>
      <div className={classes.pair}>
        {locales.map((locale) => (
          <div key={locale} className={classes.stack}>
            <TextInput
              label={t('nameIn', localeNames[locale])}
              lang={locale}
              maxLength={4000}
              {...form.getInputProps(`name.${locale}`)}
              error={locale === 'en' ? form.errors.name : undefined}
            />
            <Textarea
              label={t('descriptionIn', localeNames[locale])}
              lang={locale}
              maxLength={4000}
              autosize
              minRows={4}
              {...form.getInputProps(`description.${locale}`)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
