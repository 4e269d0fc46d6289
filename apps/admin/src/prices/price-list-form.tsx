import { Button, MultiSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { MemberLabelsInput } from '../members/member-labels-input.tsx';
import { priceTexts } from '../messages/prices.ts';
import { NameFields } from '../parts/name-fields.tsx';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { type HeadValues, headBody, headValues } from './head-values.ts';
import classes from './prices.module.css';
import { ScheduleFields } from './schedule-fields.tsx';
import type { PriceListView } from './use-price-lists.ts';

interface PriceListFormProps {
  /** null for a new one. */
  readonly list: PriceListView | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: PriceListView) => void;
  /** The way to end the list, for narrow screens. */
  readonly onEnd?: () => void;
}

/** Names a price list, for whom it is, and when its prices count. */
export function PriceListForm({ list, onClose, onSaved, onEnd }: PriceListFormProps) {
  const t = useTexts(priceTexts);
  const tell = useTell();
  const { text } = useFormat();
  const names = useNames();
  const { channels, locations } = useShop();
  const form = useForm<HeadValues>({
    initialValues: headValues(list?.definition ?? null),
    validate: {
      name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')),
      end: (end, { start }) => (end && start && end <= start ? t('badPeriod') : null),
      hours: (hours) => (hours.every((span) => span.from && span.until) ? null : t('badHours')),
    },
  });
  const after = {
    refresh: [['price-lists']],
    isQuiet: true,
    onDone: (saved: PriceListView) => {
      tell.done(list ? t('saved') : t('created'));
      onClose();
      onSaved(saved);
    },
  };
  const add = useCommand('POST /api/price-lists', after);
  const change = useCommand('PUT /api/price-lists/:id', after);
  const refused = (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'price_list.changed_meanwhile')
      tell.warn(t('changedMeanwhile'));
    else if (error instanceof ProblemError && error.code === 'promotion.period')
      form.setFieldError('end', t('badPeriod'));
    else tell.problem(error);
  };
  const save = (values: HeadValues) => {
    const definition = headBody(values, list?.definition ?? null);
    if (list)
      change.mutate({ params: { id: list.id }, body: { version: list.version, definition } }, { onError: refused });
    else add.mutate({ body: definition }, { onError: refused });
  };
  return (
    <SideForm title={list ? t('editTitle') : t('newTitle')} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        <NameFields isFirst fieldOf={(locale) => form.getInputProps(`name.${locale}`)} error={form.errors.name} />
        <h3 className={classes.legend}>{t('who')}</h3>
        <p className={classes.hint}>{t('whoHint')}</p>
        <div className={classes.pair}>
          <MultiSelect
            label={t('channels')}
            placeholder={form.values.channels.length === 0 ? t('everyChannel') : ''}
            data={channels.map((one) => ({ value: one.id, label: names.channel(one.id) }))}
            clearable
            searchable
            {...form.getInputProps('channels')}
          />
          <MultiSelect
            label={t('locations')}
            placeholder={form.values.locations.length === 0 ? t('everyLocation') : ''}
            data={locations
              .filter((one) => one.maySell || form.values.locations.includes(one.id))
              .map((one) => ({ value: one.id, label: text(one.name) }))}
            clearable
            searchable
            {...form.getInputProps('locations')}
          />
          <MemberLabelsInput
            part="tiers"
            label={t('memberTiers')}
            placeholder={form.values.tiers.length === 0 ? t('everyMember') : t('enterAfterEach')}
            {...form.getInputProps('tiers')}
          />
          <MemberLabelsInput
            part="tags"
            label={t('memberTags')}
            placeholder={form.values.memberTags.length === 0 ? t('everyMember') : t('enterAfterEach')}
            {...form.getInputProps('memberTags')}
          />
        </div>
        <h3 className={classes.legend}>{t('when')}</h3>
        <p className={classes.hint}>{t('whenHint')}</p>
        <ScheduleFields form={form} />
        <p className={classes.note}>{t('precedence')}</p>
        <Button type="submit" loading={add.isPending || change.isPending}>
          {list ? t('save') : t('create')}
        </Button>
        {onEnd ? (
          <Button variant="subtle" color="red" hiddenFrom="xs" onClick={onEnd}>
            {t('endNow')}
          </Button>
        ) : null}
      </form>
    </SideForm>
  );
}
