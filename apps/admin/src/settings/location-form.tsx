import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { belowField } from '../parts/below-field.ts';
import { CountrySelect } from '../parts/country-select.tsx';
import { SideForm } from '../parts/side-form.tsx';
import { type Location, useShop } from '../shop/shop.ts';
import { type LocationValues, locationBody, locationValues, weekDays } from './location-values.ts';
import classes from './settings-page.module.css';

interface LocationFormProps {
  /** null for a new one. */
  readonly location: Location | null;
  readonly onClose: () => void;
}

/** Adds or changes a location. */
export function LocationForm({ location, onClose }: LocationFormProps) {
  const t = useTexts(settingsTexts);
  const { merchant } = useShop();
  const after = { refresh: [['places']], onDone: onClose };
  const add = useCommand('POST /api/locations', { ...after, done: t('added') });
  const change = useCommand('PATCH /api/locations/:id', { ...after, done: t('saved') });
  const form = useForm<LocationValues>({
    initialValues: locationValues(location, merchant.timeZone),
    validate: {
      name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')),
      code: (code) => (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(code.trim()) ? null : t('badCode')),
    },
  });
  const save = (values: LocationValues) => {
    const body = locationBody(values);
    if (location) change.mutate({ params: { id: location.id }, body });
    else add.mutate({ body });
  };
  return (
    <SideForm title={location ? t('edit') : t('addLocation')} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        <div className={classes.fields}>
          {locales.map((locale) => (
            <TextInput
              key={locale}
              label={t('nameIn', localeNames[locale])}
              lang={locale}
              {...form.getInputProps(`name.${locale}`)}
              error={locale === 'en' ? form.errors.name : undefined}
            />
          ))}
          <TextInput label={t('code')} {...form.getInputProps('code')} />
          <Select
            label={t('kind')}
            data={(['store', 'warehouse', 'concession', 'pop_up'] as const).map((value) => ({
              value,
              label: t('kindName', value),
            }))}
            allowDeselect={false}
            {...form.getInputProps('kind')}
          />
        </div>
        <Switch label={t('maySell')} {...form.getInputProps('maySell', { type: 'checkbox' })} />
        <Switch label={t('mayPickUp')} {...form.getInputProps('mayPickUp', { type: 'checkbox' })} />
        <Switch label={t('mayShip')} {...form.getInputProps('mayShip', { type: 'checkbox' })} />
        <Switch label={t('active')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
        <h3 className={classes.legend}>{t('address')}</h3>
        <Textarea label={t('street')} autosize minRows={2} maxRows={4} {...form.getInputProps('street')} />
        <div className={classes.fields}>
          <TextInput label={t('district')} maxLength={100} {...form.getInputProps('district')} />
          <TextInput label={t('city')} maxLength={100} {...form.getInputProps('city')} />
          <TextInput label={t('postcode')} maxLength={20} {...form.getInputProps('postcode')} />
          <CountrySelect label={t('country')} {...form.getInputProps('country')} />
          <TextInput
            label={t('region')}
            description={t('regionHint')}
            inputWrapperOrder={belowField}
            maxLength={20}
            {...form.getInputProps('region')}
          />
          <TextInput label={t('timeZone')} {...form.getInputProps('timeZone')} />
        </div>
        <h3 className={classes.legend}>{t('hours')}</h3>
        {weekDays.map((day) => (
          <div key={day} className={classes.hours}>
            <span>{t('day', day)}</span>
            <TextInput
              type="time"
              aria-label={t('opens', t('day', day))}
              {...form.getInputProps(`hours.${day - 1}.from`)}
            />
            <TextInput
              type="time"
              aria-label={t('closes', t('day', day))}
              {...form.getInputProps(`hours.${day - 1}.to`)}
            />
          </div>
        ))}
        <Button type="submit" loading={add.isPending || change.isPending}>
          {location ? t('save') : t('addLocation')}
        </Button>
      </form>
    </SideForm>
  );
}
