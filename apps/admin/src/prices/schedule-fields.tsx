import { ActionIcon, Button, Chip, Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { priceTexts } from '../messages/prices.ts';
import { useShop } from '../shop/shop.ts';
import type { HeadValues } from './head-values.ts';
import classes from './prices.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const spansMax = 12;

/** From when until when, in whose time, on which days and at which hours. */
export function ScheduleFields({ form }: { readonly form: UseFormReturnType<HeadValues> }) {
  const t = useTexts(priceTexts);
  const { timeZone } = useShop().merchant;
  const { start, end, zone, hours } = form.values;
  const zones = [...new Set([timeZone, zone])].filter((one) => one !== 'store');
  return (
    <>
      <div className={classes.pair}>
        <TextInput type="datetime-local" label={t('starts')} max="2200-12-31T23:59" {...form.getInputProps('start')} />
        <TextInput
          type="datetime-local"
          label={t('ends')}
          min={start || undefined}
          max="2200-12-31T23:59"
          {...form.getInputProps('end')}
        />
      </div>
      {start || end || form.values.weekdays.length > 0 || hours.length > 0 ? (
        <Select
          label={t('zone')}
          data={[{ value: 'store', label: t('zoneStore') }, ...zones.map((value) => ({ value, label: value }))]}
          allowDeselect={false}
          {...form.getInputProps('zone')}
        />
      ) : null}
      <fieldset className={classes.group}>
        <legend className={classes.label}>{t('weekdays')}</legend>
        <div className={classes.days}>
          <Chip.Group multiple {...form.getInputProps('weekdays')}>
            {weekdays.map((day) => (
              <Chip key={day} value={String(day)} size="xs">
                {t('weekday', day)}
              </Chip>
            ))}
          </Chip.Group>
        </div>
      </fieldset>
      {hours.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span of hours is known by its place.
        <div key={index} className={classes.hours}>
          <TextInput type="time" aria-label={t('dayHours')} {...form.getInputProps(`hours.${index}.from`)} />
          <span className={classes.hint}>{t('dayHoursUntil')}</span>
          <TextInput type="time" aria-label={t('dayHoursUntil')} {...form.getInputProps(`hours.${index}.until`)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('removeHours')}
            onClick={() => form.removeListItem('hours', index)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {form.errors.hours ? <p className={classes.hint}>{form.errors.hours}</p> : null}
      {hours.length < spansMax ? (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => form.insertListItem('hours', { from: '09:00', until: '18:00' })}
          >
            {t('addHours')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
