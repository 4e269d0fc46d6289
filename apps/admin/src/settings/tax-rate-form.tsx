import { Button, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { SideForm } from '../parts/side-form.tsx';
import { ratePpm } from '../setup/set-up-form.ts';
import { useShop } from '../shop/shop.ts';
import classes from './settings-page.module.css';
import type { TaxCategory } from './taxes-part.tsx';

interface TaxRateFormProps {
  readonly category: TaxCategory;
  readonly onClose: () => void;
}

/** Adds a rate to a category, from now on. */
export function TaxRateForm({ category, onClose }: TaxRateFormProps) {
  const t = useTexts(settingsTexts);
  const { locations } = useShop();
  const add = useCommand('POST /api/tax-rates', { refresh: [['taxes']], done: t('added'), onDone: onClose });
  const form = useForm({
    initialValues: { name: '', region: locations[0]?.region ?? '', percent: '', isCompound: false },
    validate: {
      name: (name) => (name.trim() ? null : t('required')),
      region: (region) => (region.trim() ? null : t('required')),
      percent: (percent) => (ratePpm(percent) === undefined ? t('badPercent') : null),
    },
  });
  const save = ({ name, region, percent, isCompound }: typeof form.values) =>
    add.mutate({
      body: {
        categoryId: category.id,
        name: name.trim(),
        region: region.trim(),
        ratePpm: ratePpm(percent) ?? 0,
        isCompound,
        validFrom: new Date().toISOString(),
      },
    });
  return (
    <SideForm title={`${t('addRate')} · ${category.name}`} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        <TextInput label={t('name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('region')} maxLength={20} {...form.getInputProps('region')} />
        <TextInput label={t('percent')} inputMode="decimal" {...form.getInputProps('percent')} />
        <Switch label={t('compound')} {...form.getInputProps('isCompound', { type: 'checkbox' })} />
        <Button type="submit" loading={add.isPending}>
          {t('addRate')}
        </Button>
      </form>
    </SideForm>
  );
}
