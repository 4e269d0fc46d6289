import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { MemberFinder } from '../members/member-finder.tsx';
import { PickedMembers } from '../members/picked-members.tsx';
import { calledBy, useMemberLabels } from '../members/use-members.ts';
import { couponTexts } from '../messages/coupons.ts';
import { memberTexts } from '../messages/members.ts';
import { belowField } from '../parts/below-field.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { endOfDay, parseCount } from './batch-values.ts';
import classes from './coupons.module.css';

type Who = 'anyone' | 'label' | 'named';
interface Values {
  name: string;
  prefix: string;
  count: string;
  lastDay: string;
  who: Who;
  tier: string;
  tag: string;
  members: { id: string; name: string }[];
}

/** Whose the codes are, as the server takes it; for anyone nothing is said. */
function audienceOf({ who, tier, tag, members }: Values) {
  if (who === 'named') return { memberIds: members.map(({ id }) => id) };
  if (who === 'anyone') return {};
  return { members: { ...(tier === '' ? {} : { tier }), ...(tag === '' ? {} : { tag }) } };
}

interface BatchFormProps {
  readonly promotionId: string;
  readonly onClose: () => void;
}

/** Asks for a batch of codes; they are made behind the answer. */
export function BatchForm({ promotionId, onClose }: BatchFormProps) {
  const t = useTexts(couponTexts);
  const m = useTexts(memberTexts);
  const { merchant, may } = useShop();
  const { timeZone } = merchant;
  const tell = useTell();
  const make = useCommand('POST /api/promotions/:id/coupon-batches', {
    refresh: [['coupon-batches', promotionId]],
    done: t('created'),
    isQuiet: true,
    onDone: onClose,
  });
  const form = useForm<Values>({
    initialValues: {
      name: '',
      prefix: '',
      count: '100',
      lastDay: '',
      who: 'anyone',
      tier: '',
      tag: '',
      members: [],
    },
    validate: {
      name: (name) => (name.trim() ? null : t('needsName')),
      prefix: (prefix) => (/^[A-Za-z0-9-]{0,12}$/.test(prefix.trim()) ? null : t('badPrefix')),
      count: (typed, { who }) => (who === 'anyone' && parseCount(typed) === undefined ? t('badCount') : null),
      who: (who, { tier, tag, members }) => {
        const isMissing = (who === 'label' && tier === '' && tag === '') || (who === 'named' && members.length === 0);
        return isMissing ? m('needsMembers') : null;
      },
      lastDay: (day) => (day && Date.parse(endOfDay(day, timeZone)) <= Date.now() ? t('badExpiry') : null),
    },
  });
  const count = parseCount(form.values.count);
  const { who } = form.values;
  const onError = (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'coupon.members') form.setFieldError('who', m('noMembers'));
    else tell.problem(error);
  };
  return (
    <SideForm title={t('newTitle')} onClose={onClose}>
      <form
        className={classes.stack}
        onSubmit={form.onSubmit((values) =>
          make.mutate(
            {
              params: { id: promotionId },
              body: {
                name: values.name.trim(),
                prefix: values.prefix.trim(),
                count: count ?? 1,
                expiresAt: values.lastDay ? endOfDay(values.lastDay, timeZone) : null,
                ...audienceOf(values),
              },
            },
            { onError },
          ),
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
        {may('member.read') ? <AudienceFields form={form} /> : null}
        {who === 'anyone' ? (
          <TextInput
            label={t('count')}
            description={t('countHint')}
            inputWrapperOrder={belowField}
            inputMode="numeric"
            maxLength={7}
            {...form.getInputProps('count')}
          />
        ) : null}
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
          {who === 'anyone'
            ? t('create', count ?? 0)
            : who === 'named'
              ? t('create', form.values.members.length)
              : m('createForAll')}
        </Button>
      </form>
    </SideForm>
  );
}

/** Whoever has the code, everybody of a tier or tag, or members one by one. */
function AudienceFields({ form }: { readonly form: UseFormReturnType<Values> }) {
  const m = useTexts(memberTexts);
  const labels = useMemberLabels();
  const { who, members } = form.values;
  const choice = (field: 'tier' | 'tag', these: readonly { label: string; count: number }[] | undefined) => (
    <NativeSelect
      label={m(field)}
      data={[
        { value: '', label: m('none') },
        ...(these ?? []).map(({ label, count }) => ({ value: label, label: `${label} (${count})` })),
      ]}
      {...form.getInputProps(field)}
    />
  );
  return (
    <>
      <Radio.Group label={m('whoTitle')} {...form.getInputProps('who')}>
        <Stack gap="xs" mt="xs">
          <Radio value="anyone" label={m('forAnyone')} />
          <Radio value="label" label={m('byLabel')} />
          <Radio value="named" label={m('byName')} />
        </Stack>
      </Radio.Group>
      {who === 'label' ? (
        <>
          {choice('tier', labels.data?.tiers)}
          {choice('tag', labels.data?.tags)}
        </>
      ) : null}
      {who === 'named' ? (
        <>
          <MemberFinder
            label={m('chosen', members.length)}
            onPick={(one) =>
              members.some(({ id }) => id === one.id) ||
              form.setFieldValue('members', [...members, { id: one.id, name: calledBy(one) }])
            }
          />
          <PickedMembers
            members={members}
            onRemove={(id) =>
              form.setFieldValue(
                'members',
                members.filter((one) => one.id !== id),
              )
            }
          />
        </>
      ) : null}
    </>
  );
}
