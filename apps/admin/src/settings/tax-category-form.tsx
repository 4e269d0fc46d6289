import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { SideForm } from '../parts/side-form.tsx';
import classes from './settings-page.module.css';

/** Adds a category of goods that are taxed alike. */
export function TaxCategoryForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(settingsTexts);
  const add = useCommand('POST /api/tax-categories', { refresh: [['taxes']], done: t('added'), onDone: onClose });
  const form = useForm({
    initialValues: { name: '', code: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('required')),
      code: (code) => (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(code.trim()) ? null : t('badCode')),
    },
  });
  return (
    <SideForm title={t('addCategory')} onClose={onClose}>
      <form
        className={classes.stack}
        onSubmit={form.onSubmit(({ name, code }) => add.mutate({ body: { name: name.trim(), code: code.trim() } }))}
      >
        <TextInput label={t('name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('code')} maxLength={40} {...form.getInputProps('code')} />
        <Button type="submit" loading={add.isPending}>
          {t('addCategory')}
        </Button>
      </form>
    </SideForm>
  );
}
