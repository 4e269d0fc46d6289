import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { couponTexts } from '../messages/coupons.ts';
import { belowField } from '../parts/below-field.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { endOfDay, parseCount } from './batch-values.ts';
import classes from './coupons.module.css';

interface BatchFormProps {
  readonly promotionId: string;
  readonly onClose: () => void;
}

/** Asks for a batch of codes; they are made behind the answer. */
export function BatchForm({ promotionId, onClose }: BatchFormProps) {
  const t = useTexts(couponTexts);
  const { timeZone } = useShop().merchant;
  const make = useCommand('POST /api/promotions/:id/coupon-batches', {
    refresh: [['coupon-batches', promotionId]],
    done: t('created'),
    onDone: onClose,
  });
  const form = useForm({
    initialValues: { name: '', prefix: '', count: '100', lastDay: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('needsName')),
      prefix: (prefix) => (/^[A-Za-z0-9-]{0,12}$/.test(prefix.trim()) ? null : t('badPrefix')),
      count: (count) => (parseCount(count) === undefined ? t('badCount') : null),
      lastDay: (day) => (day && Date.parse(endOfDay(day, timeZone)) <= Date.now() ? t('badExpiry') : null),
    },
  });
  const count = parseCount(form.values.count);
  return (
    <SideForm title={t('newTitle')} onClose={onClose}>
      <form
        className={classes.stack}
        onSubmit={form.onSubmit((values) =>
          make.mutate({
            params: { id: promotionId },
            body: {
              name: values.name.trim(),
              prefix: values.prefix.trim(),
              count: count ?? 1,
              expiresAt: values.lastDay ? endOfDay(values.lastDay, timeZone) : null,
            },
          }),
        )}
      >
        <TextInput
          label={t('name')}
          description={t('nameHint')}
          inputWrapperOrder={belowField}
          maxLength={200}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('prefix')}
          description={t('prefixHint')}
          inputWrapperOrder={belowField}
          maxLength={12}
          {...form.getInputProps('prefix')}
        />
        <TextInput
          label={t('count')}
          description={t('countHint')}
          inputWrapperOrder={belowField}
          inputMode="numeric"
          maxLength={7}
          {...form.getInputProps('count')}
        />
        <TextInput
          type="date"
          label={t('expiresOn')}
          description={t('expiresHint')}
          inputWrapperOrder={belowField}
          max="2200-12-31"
          {...form.getInputProps('lastDay')}
        />
        <p className={classes.sample}>{t('looksLike', `${form.values.prefix.trim().toUpperCase()}7KQM2XW9RF`)}</p>
        <Button type="submit" loading={make.isPending}>
          {t('create', count ?? 0)}
        </Button>
      </form>
    </SideForm>
  );
}
