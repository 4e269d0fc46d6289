import { Button, Switch, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Fragment } from 'react';
import { setupTexts } from '../messages/setup.ts';
import { Panel } from '../parts/panel.tsx';
import type { QuestionsProps } from './questions.ts';
import classes from './set-up-page.module.css';

/** Whether prices contain tax, and the first rates. */
export function TaxQuestions({ form }: QuestionsProps) {
  const t = useTexts(setupTexts);
  return (
    <Panel title={t('tax')} hint={t('taxWords')}>
      <div className={classes.questions}>
        <Switch
          className={classes.wide ?? ''}
          label={t('pricesInclude')}
          description={t('pricesIncludeWords')}
          {...form.getInputProps('pricesIncludeTax', { type: 'checkbox' })}
        />
        {form.values.taxRates.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rates are only ever added at the end.
          <Fragment key={index}>
            <TextInput
              label={t('taxName')}
              placeholder={t('taxNamePlaceholder')}
              {...form.getInputProps(`taxRates.${index}.name`)}
            />
            <TextInput
              label={t('taxRate')}
              placeholder="20"
              inputMode="decimal"
              {...form.getInputProps(`taxRates.${index}.percent`)}
            />
          </Fragment>
        ))}
        {form.values.taxRates.length < 5 ? (
          <div className={classes.wide}>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => form.insertListItem('taxRates', { name: '', percent: '' })}
            >
              {t('addRate')}
            </Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
