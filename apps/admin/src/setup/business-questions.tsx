import { Select, TextInput } from '@mantine/core';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { setupTexts } from '../messages/setup.ts';
import { Panel } from '../parts/panel.tsx';
import type { QuestionsProps } from './questions.ts';
import classes from './set-up-page.module.css';

const zones = Intl.supportedValuesOf('timeZone');
const currencies = [
  'HKD',
  'CNY',
  'MOP',
  'TWD',
  'SGD',
  'MYR',
  'JPY',
  'KRW',
  'THB',
  'GBP',
  'EUR',
  'USD',
  'AUD',
  'CAD',
  'NZD',
  'CHF',
];

/** Name, language, currency and time zone of the business. */
export function BusinessQuestions({ form }: QuestionsProps) {
  const t = useTexts(setupTexts);
  return (
    <Panel title={t('business')} hint={t('businessWords')}>
      <div className={classes.questions}>
        <TextInput
          className={classes.wide ?? ''}
          label={t('merchantName')}
          autoComplete="organization"
          withAsterisk
          {...form.getInputProps('merchantName')}
        />
        <Select
          label={t('currency')}
          data={currencies}
          searchable
          allowDeselect={false}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('timeZone')}
          data={zones.includes(form.values.timeZone) ? zones : [form.values.timeZone, ...zones]}
          searchable
          limit={60}
          allowDeselect={false}
          {...form.getInputProps('timeZone')}
        />
        <Select
          label={t('locale')}
          data={locales.map((value) => ({ value, label: localeNames[value] }))}
          allowDeselect={false}
          {...form.getInputProps('locale')}
        />
      </div>
    </Panel>
  );
}
