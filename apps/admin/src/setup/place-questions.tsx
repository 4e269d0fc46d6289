import { TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { setupTexts } from '../messages/setup.ts';
import { belowField } from '../parts/below-field.ts';
import { CountrySelect } from '../parts/country-select.tsx';
import { Panel } from '../parts/panel.tsx';
import type { QuestionsProps } from './questions.ts';
import classes from './set-up-page.module.css';

/** The first store and the first online shop. */
export function PlaceQuestions({ form }: QuestionsProps) {
  const t = useTexts(setupTexts);
  return (
    <Panel title={t('places')} hint={t('placesWords')}>
      <div className={classes.questions}>
        <TextInput label={t('storeName')} withAsterisk {...form.getInputProps('storeName')} />
        <TextInput
          label={t('storeCode')}
          description={t('storeCodeHint')}
          inputWrapperOrder={belowField}
          {...form.getInputProps('storeCode')}
        />
        <TextInput
          className={classes.wide ?? ''}
          label={t('storeAddress')}
          autoComplete="street-address"
          {...form.getInputProps('storeAddress')}
        />
        <TextInput label={t('district')} {...form.getInputProps('district')} />
        <CountrySelect label={t('country')} {...form.getInputProps('country')} />
        <TextInput
          className={classes.wide ?? ''}
          label={t('shopName')}
          placeholder={form.values.merchantName}
          {...form.getInputProps('shopName')}
        />
      </div>
    </Panel>
  );
}
