import { Button, MultiSelect, PasswordInput, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { roles } from '@tandem/contract/permissions.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { belowField } from '../parts/below-field.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './settings-page.module.css';
import type { StaffMember } from './staff-part.tsx';

interface StaffFormProps {
  /** null for a new person. */
  readonly person: StaffMember | null;
  readonly onClose: () => void;
}

/** Adds or changes a person. Secrets can only be set, never read. */
export function StaffForm({ person, onClose }: StaffFormProps) {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { locations } = useShop();
  const after = { refresh: [['staff']], onDone: onClose };
  const add = useCommand('POST /api/staff', { ...after, done: t('added') });
  const change = useCommand('PATCH /api/staff/:id', { ...after, done: t('saved') });
  const form = useForm({
    initialValues: {
      name: person?.name ?? '',
      email: person?.email ?? '',
      role: person?.role ?? ('cashier' as StaffMember['role']),
      locationIds: person?.locationIds ?? [],
      password: '',
      pin: '',
      isActive: person?.isActive ?? true,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('required')),
      email: (email) => (/^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('badEmail')),
      password: (password) => (password === '' || password.length >= 8 ? null : t('shortPassword')),
      pin: (pin) => (pin === '' || /^\d{4,8}$/.test(pin) ? null : t('badPin')),
    },
  });
  const save = ({ name, email, role, locationIds, password, pin, isActive }: typeof form.values) => {
    const body = {
      name: name.trim(),
      email: email.trim(),
      role,
      locationIds,
      ...(password ? { password } : {}),
      ...(pin ? { pin } : {}),
    };
    if (person) change.mutate({ params: { id: person.id }, body: { ...body, isActive } });
    else add.mutate({ body });
  };
  return (
    <SideForm title={person ? t('edit') : t('addStaff')} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        <TextInput label={t('name')} autoComplete="off" maxLength={200} {...form.getInputProps('name')} />
        <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Select
          label={t('role')}
          description={t('roleHint', form.values.role)}
          inputWrapperOrder={belowField}
          data={roles.map((value) => ({ value, label: t('roleName', value) }))}
          allowDeselect={false}
          {...form.getInputProps('role')}
        />
        <MultiSelect
          label={t('worksAt')}
          placeholder={form.values.locationIds.length === 0 ? t('worksAtHint') : ''}
          data={locations.map((one) => ({ value: one.id, label: names.location(one.id) }))}
          {...form.getInputProps('locationIds')}
        />
        <PasswordInput
          label={t('password')}
          description={t('passwordHint')}
          inputWrapperOrder={belowField}
          autoComplete="new-password"
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
        {person ? (
          <Switch
            label={t('isActive')}
            description={t('isActiveHint')}
            {...form.getInputProps('isActive', { type: 'checkbox' })}
          />
        ) : null}
        <Button type="submit" loading={add.isPending || change.isPending}>
          {person ? t('save') : t('addStaff')}
        </Button>
      </form>
    </SideForm>
  );
}
