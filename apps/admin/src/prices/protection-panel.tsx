import { Button, NumberInput, Switch } from '@mantine/core';
import { useForm } from '@mantine/form';
import { call } from '@tandem/contract/client.ts';
import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useCommand } from '../api/use-command.ts';
import { priceProtectionTexts } from '../messages/price-protection.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './settings.module.css';

type Protection = Answer<'GET /api/price-protection'>;

/** The cost of the example, in minor units. */
const exampleCost = 10_000;

/** For how long checkout holds a price, and what discounts must leave over the cost. */
export function ProtectionPanel() {
  const saved = useQuery({
    queryKey: ['price-protection'],
    queryFn: ({ signal }) => call('GET /api/price-protection', { signal }),
  });
  return saved.data ? <ProtectionForm key={JSON.stringify(saved.data)} saved={saved.data} /> : null;
}

function ProtectionForm({ saved }: { readonly saved: Protection }) {
  const t = useTexts(priceProtectionTexts);
  const { money } = useFormat();
  const form = useForm({
    initialValues: {
      minutes: saved.holdMinutes as number | string,
      hasFloor: saved.floorMarginBasisPoints !== null,
      percent: ((saved.floorMarginBasisPoints ?? 1000) / 100) as number | string,
    },
    validate: {
      minutes: (minutes) => (minutes === '' ? t('needsMinutes') : null),
      percent: (percent, { hasFloor }) => (hasFloor && percent === '' ? t('needsMargin') : null),
    },
  });
  const { minutes, hasFloor, percent } = form.values;
  const save = useCommand('PUT /api/price-protection', { refresh: [['price-protection']], done: t('saved') });
  const send = () =>
    save.mutate({
      body: {
        holdMinutes: Number(minutes),
        floorMarginBasisPoints: hasFloor ? Math.round(Number(percent) * 100) : null,
      },
    });
  const lowest = Math.ceil((exampleCost * (10_000 + Math.round(Number(percent) * 100))) / 10_000);
  return (
    <form onSubmit={form.onSubmit(send)}>
      <Panel title={t('title')} hint={t('hint')}>
        <div className={classes.fields}>
          <NumberInput
            label={t('minutes')}
            description={Number(minutes) === 0 ? t('minutesNone') : t('minutesHint', Number(minutes))}
            inputWrapperOrder={belowField}
            min={0}
            max={60}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            {...form.getInputProps('minutes')}
          />
          <Switch
            label={t('hasFloor')}
            description={t('hasFloorHint')}
            {...form.getInputProps('hasFloor', { type: 'checkbox' })}
          />
          {hasFloor ? (
            <NumberInput
              label={t('margin')}
              description={t('marginExample', money(exampleCost), money(lowest))}
              inputWrapperOrder={belowField}
              min={0}
              max={1000}
              clampBehavior="strict"
              decimalScale={2}
              allowNegative={false}
              suffix=" %"
              {...form.getInputProps('percent')}
            />
          ) : null}
          <div>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t('save')}
            </Button>
          </div>
        </div>
      </Panel>
    </form>
  );
}
