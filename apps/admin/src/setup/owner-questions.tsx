import { PasswordInput, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { setupTexts } from '../messages/setup.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import type { QuestionsProps } from './questions.ts';
import classes from './set-up-page.module.css';

/** The account of the owner. */
export function OwnerQuestions({ form }: QuestionsProps) {
  const t = useTexts(setupTexts);
  return (
    <Panel title={t('owner')} hint={t('ownerWords')}>
      <div className={classes.questions}>
        <TextInput label={t('ownerName')} autoComplete="name" withAsterisk {...form.getInputProps('ownerName')} />
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          withAsterisk
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          inputWrapperOrder={belowField}
          autoComplete="new-password"
          withAsterisk
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={t('pin')}
          description={t('pinHint')}
          inputWrapperOrder={belowField}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('pin')}
        />
      </div>
    </Panel>
  );
}
