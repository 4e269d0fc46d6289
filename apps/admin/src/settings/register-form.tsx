import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './settings-page.module.css';

/** Adds a register to a store. */
export function RegisterForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { locations } = useShop();
  const stores = locations.filter((one) => one.maySell && one.isActive);
  const add = useCommand('POST /api/registers', { refresh: [['registers']], done: t('added'), onDone: onClose });
  const form = useForm({
    initialValues: { name: '', code: '', locationId: stores[0]?.id ?? '' },
    validate: {
      name: (name) => (name.trim() ? null : t('required')),
      code: (code) => (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(code.trim()) ? null : t('badCode')),
      locationId: (id) => (id ? null : t('required')),
    },
  });
  return (
    <SideForm title={t('addRegister')} onClose={onClose}>
      <form
        className={classes.stack}
        onSubmit={form.onSubmit(({ name, code, locationId }) =>
          add.mutate({ body: { name: name.trim(), code: code.trim(), locationId } }),
        )}
      >
        <TextInput label={t('name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('code')} maxLength={40} {...form.getInputProps('code')} />
        <Select
          label={t('store')}
          data={stores.map((one) => ({ value: one.id, label: names.location(one.id) }))}
          allowDeselect={false}
          {...form.getInputProps('locationId')}
        />
        <Button type="submit" loading={add.isPending}>
          {t('addRegister')}
        </Button>
      </form>
    </SideForm>
  );
}
