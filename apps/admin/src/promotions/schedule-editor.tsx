import { Checkbox, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import classes from './builder.module.css';
import { weekdays } from './definition.ts';
import { Pick, Rows, replaced, without } from './fields.tsx';

interface Schedule {
  readonly start: string | null;
  readonly end: string | null;
  readonly zone: string;
  readonly weekdays: readonly number[] | null;
  readonly hours: readonly { readonly from: string; readonly until: string }[] | null;
}
type Written = {
  -readonly [K in keyof Schedule]: Schedule[K] extends readonly (infer U)[] | null ? U[] | null : Schedule[K];
};

/** From when until when, on which days and hours, by which clock. */
export function ScheduleFields({
  schedule,
  onChange,
}: {
  readonly schedule: Schedule;
  readonly onChange: (schedule: Written) => void;
}) {
  const t = useTexts(builderTexts);
  const { merchant, locations } = useShop();
  const hours = schedule.hours ?? [];
  const days = schedule.weekdays ?? weekdays;
  const zones = [...new Set([merchant.timeZone, ...locations.map((one) => one.timeZone), schedule.zone])].filter(
    (one) => one !== 'store',
  );
  const change = (part: Partial<Written>) => onChange({ ...(schedule as Written), ...part });
  const moment = (key: 'start' | 'end', label: string, hint: string) => (
    <TextInput
      type="datetime-local"
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={schedule[key] ?? ''}
      onChange={(event) => change({ [key]: event.currentTarget.value.slice(0, 16) || null })}
    />
  );
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        {moment('start', t('starts'), t('startsNow'))}
        {moment('end', t('ends'), t('endsNever'))}
      </div>
      <Checkbox.Group
        label={t('weekdays')}
        value={days.map(String)}
        onChange={(next) => change({ weekdays: next.length === 7 ? null : next.map(Number).sort((a, b) => a - b) })}
      >
        <div className={classes.days}>
          {weekdays.map((day) => (
            <Checkbox key={day} value={String(day)} label={t('weekday', day)} />
          ))}
        </div>
      </Checkbox.Group>
      <Rows
        min={0}
        addLabel={t('addHours')}
        removeLabel={(number) => t('removeHours', number)}
        onAdd={() => change({ hours: [...hours, { from: '10:00', until: '12:00' }] })}
        onRemove={(index) => {
          const rest = without(hours, index);
          change({ hours: rest.length > 0 ? rest : null });
        }}
        rows={hours.map((span, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place.
          <div key={index} className={classes.pair}>
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={t(end === 'from' ? 'hoursFrom' : 'hoursUntil')}
                value={span[end]}
                onChange={(event) =>
                  event.currentTarget.value &&
                  change({ hours: replaced(hours, index, { ...span, [end]: event.currentTarget.value.slice(0, 5) }) })
                }
              />
            ))}
          </div>
        ))}
      />
      <Pick
        label={t('zone')}
        value={schedule.zone}
        choices={[{ value: 'store', label: t('zoneStore') }, ...zones.map((value) => ({ value, label: value }))]}
        onChange={(zone) => change({ zone })}
      />
    </div>
  );
}

/** The schedule that says nothing. */
export const openSchedule: Written = { start: null, end: null, zone: 'store', weekdays: null, hours: null };

/** Null where a schedule says nothing. */
export function scheduleOrNull(schedule: Written): Written | null {
  return schedule.start || schedule.end || schedule.weekdays || schedule.hours ? schedule : null;
}
