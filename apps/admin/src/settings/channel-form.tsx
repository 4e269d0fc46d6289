import { Button, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { localeNames, locales } from '@tandem/ui/locale.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { settingsTexts } from '../messages/settings.ts';
import { parseAmount } from '../parts/amount-text.ts';
import { belowField } from '../parts/below-field.ts';
import { SideForm } from '../parts/side-form.tsx';
import { type Channel, useShop } from '../shop/shop.ts';
import { type ChannelValues, channelBody, channelValues } from './channel-values.ts';
import classes from './settings-page.module.css';
import { SourceList } from './source-list.tsx';

interface ChannelFormProps {
  /** null for a new online shop. */
  readonly channel: Channel | null;
  readonly onClose: () => void;
}

/** Adds an online shop, or changes a channel with the locations it takes goods from. */
export function ChannelForm({ channel, onClose }: ChannelFormProps) {
  const t = useTexts(settingsTexts);
  const { merchant } = useShop();
  const { currency } = merchant;
  const after = { refresh: [['places']], onDone: onClose };
  const add = useCommand('POST /api/channels', { ...after, done: t('added') });
  const change = useCommand('PATCH /api/channels/:id', { ...after, done: t('saved') });
  const isOnline = channel?.kind !== 'till';
  const amount = (typed: string) =>
    typed.trim() === '' || parseAmount(typed, currency) !== undefined ? null : t('badAmount');
  const form = useForm<ChannelValues>({
    initialValues: channelValues(channel, currency),
    validate: {
      name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')),
      code: (code) => (/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/.test(code.trim()) ? null : t('badCode')),
      shipping: amount,
      freeFrom: amount,
    },
  });
  const save = (values: ChannelValues) => {
    const body = channelBody(values, currency);
    if (!body) return form.setFieldError('sources', t('badAmount'));
    if (channel) change.mutate({ params: { id: channel.id }, body });
    else add.mutate({ body });
  };
  return (
    <SideForm title={channel ? t('edit') : t('addChannel')} onClose={onClose}>
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
          {isOnline ? (
            <>
              <TextInput
                label={t('hostname')}
                description={t('hostnameHint')}
                inputWrapperOrder={belowField}
                {...form.getInputProps('hostname')}
              />
              <TextInput
                label={t('shippingAmount', currency)}
                inputMode="decimal"
                {...form.getInputProps('shipping')}
              />
              <TextInput
                label={t('freeFrom', currency)}
                placeholder={t('freeFromHint')}
                inputMode="decimal"
                {...form.getInputProps('freeFrom')}
              />
            </>
          ) : null}
        </div>
        <Switch label={t('active')} {...form.getInputProps('isActive', { type: 'checkbox' })} />
        <h3 className={classes.legend}>{t('sources')}</h3>
        <p className={classes.hint}>{t('sourcesHint')}</p>
        <SourceList
          sources={form.values.sources}
          onChange={(sources) => form.setFieldValue('sources', [...sources])}
          error={form.errors.sources}
        />
        <Button type="submit" loading={add.isPending || change.isPending}>
          {channel ? t('save') : t('addChannel')}
        </Button>
      </form>
    </SideForm>
  );
}
