import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { belowField } from '../parts/below-field.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { DiscountLimitsPanel } from './discount-limits-panel.tsx';
import classes from './settings-page.module.css';

/** The business itself, and what its staff may take off by hand. */
export function MerchantPart() {
  return (
    <>
      <MerchantForm />
      <DiscountLimitsPanel />
    </>
  );
}

/** Name, language, time zone and trading day of the business. */
function MerchantForm() {
  const t = useTexts(settingsTexts);
  const { merchant, session, may } = useShop();
  const queries = useQueryClient();
  const isReadOnly = !may('merchant.change');
  const form = useForm({
    initialValues: {
      name: merchant.name,
      locale: merchant.locale,
      timeZone: merchant.timeZone,
      dayCutOffHour: merchant.dayCutOffHour,
    },
    validate: { name: (name) => (name.trim() ? null : t('required')) },
  });
  const save = useCommand('PATCH /api/merchant', {
    refresh: [['today'], ['report']],
    done: t('saved'),
    onDone: (changed) => queries.setQueryData(['session'], { kind: 'in', session: { ...session, merchant: changed } }),
  });
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    <form onSubmit={form.onSubmit((body) => save.mutate({ body: { ...body, name: body.name.trim() } }))}>
      <Panel title={t('merchant')} hint={t('merchantHint')}>
        <div className={classes.fields}>
          <TextInput
            className={classes.wide ?? ''}
            label={t('businessName')}
            readOnly={isReadOnly}
            maxLength={200}
            {...form.getInputProps('name')}
          />
          <Select
            label={t('locale')}
            data={locales.map((value) => ({ value, label: localeNames[value] }))}
            allowDeselect={false}
            readOnly={isReadOnly}
            {...form.getInputProps('locale')}
          />
          <Select
            label={t('timeZone')}
            data={zones.includes(merchant.timeZone) ? zones : [merchant.timeZone, ...zones]}
            searchable
            limit={60}
            allowDeselect={false}
            readOnly={isReadOnly}
            {...form.getInputProps('timeZone')}
          />
          <NumberInput
            label={t('cutOff')}
            description={t('cutOffHint')}
            inputWrapperOrder={belowField}
            min={0}
            max={23}
            suffix=":00"
            allowDecimal={false}
            readOnly={isReadOnly}
            {...form.getInputProps('dayCutOffHour')}
          />
          <TextInput
            label={t('currency')}
            description={t('currencyHint')}
            inputWrapperOrder={belowField}
            readOnly
            value={`${merchant.currency} · ${merchant.pricesIncludeTax ? t('pricesWith') : t('pricesWithout')}`}
          />
          {isReadOnly ? null : (
            <div className={classes.wide}>
              <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
                {t('save')}
              </Button>
            </div>
          )}
        </div>
      </Panel>
    </form>
  );
}
