import { Autocomplete, Button, Input, Switch, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { memberTexts } from '../messages/members.ts';
import { belowField } from '../parts/below-field.ts';
import { SideForm } from '../parts/side-form.tsx';
import { useShop } from '../shop/shop.ts';
import { birthdayFields, birthdayOf } from './birthday.ts';
import { MemberFinder } from './member-finder.tsx';
import classes from './members.module.css';
import { PickedMembers } from './picked-members.tsx';
import { calledBy, type Member, useMemberLabels } from './use-members.ts';

interface MemberFormProps {
  /** null for a new one. */
  readonly member: Member | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: Member) => void;
}

/** Adds or changes a member. What is worth money is for those who may change members. */
export function MemberForm({ member, onClose, onSaved }: MemberFormProps) {
  const t = useTexts(memberTexts);
  const tell = useTell();
  const { may } = useShop();
  const labels = useMemberLabels();
  const form = useForm({
    initialValues: {
      name: member?.name ?? '',
      phone: member?.phone ?? '',
      email: member?.email ?? '',
      reference: member?.reference ?? '',
      birthday: birthdayFields(member?.birthday ?? null),
      tier: member?.tier ?? '',
      tags: member?.tags ?? [],
      isTaxExempt: member?.isTaxExempt ?? false,
      referredBy: member?.referredBy ?? null,
    },
    validate: {
      name: (name) => (name.trim() ? null : t('needsName')),
      email: (email) => (email.trim() === '' || /^\S+@\S+\.\S+$/.test(email.trim()) ? null : t('badEmail')),
      birthday: (birthday) => (birthdayOf(birthday) === undefined ? t('problem', 'member.birthday') : null),
    },
  });
  const after = {
    refresh: [['members'], ...(member ? [['member', member.id]] : [])],
    isQuiet: true,
    onDone: (saved: Member) => {
      tell.done(member ? t('saved') : t('created'));
      onClose();
      onSaved(saved);
    },
  };
  const add = useCommand('POST /api/members', after);
  const change = useCommand('PUT /api/members/:id', after);
  const onError = (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'member.changed_meanwhile') tell.warn(t('changedMeanwhile'));
    else if (error instanceof ProblemError && error.field !== undefined && error.field in form.values)
      form.setFieldError(error.field, t('problem', error.code));
    else tell.problem(error);
  };
  const save = (values: typeof form.values) => {
    const given = (text: string) => text.trim() || null;
    const body = {
      name: values.name.trim(),
      phone: given(values.phone),
      email: given(values.email),
      reference: given(values.reference),
      birthday: birthdayOf(values.birthday) ?? null,
      tier: given(values.tier),
      tags: values.tags,
      isTaxExempt: values.isTaxExempt,
      referredBy: values.referredBy?.id ?? null,
    };
    if (member) change.mutate({ params: { id: member.id }, body: { version: member.version, ...body } }, { onError });
    else add.mutate({ body }, { onError });
  };
  const text = (field: 'name' | 'phone' | 'email' | 'reference', maxLength: number) => (
    <TextInput label={t(field)} autoComplete="off" maxLength={maxLength} {...form.getInputProps(field)} />
  );
  return (
    <SideForm title={member ? t('editTitle') : t('newTitle')} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        {text('name', 200)}
        {text('phone', 40)}
        {text('email', 254)}
        {text('reference', 60)}
        <Input.Wrapper
          label={t('birthday')}
          description={t('birthdayHint')}
          inputWrapperOrder={belowField}
          error={form.errors.birthday}
          labelElement="div"
        >
          <div className={classes.birthday}>
            {(['month', 'day', 'year'] as const).map((part) => (
              <TextInput
                key={part}
                aria-label={t(part)}
                placeholder={t(part)}
                inputMode="numeric"
                maxLength={part === 'year' ? 4 : 2}
                {...form.getInputProps(`birthday.${part}`)}
              />
            ))}
          </div>
        </Input.Wrapper>
        {may('member.change') ? (
          <>
            <Autocomplete
              label={t('tier')}
              description={t('tierHint')}
              inputWrapperOrder={belowField}
              maxLength={200}
              data={labels.data?.tiers.map(({ label }) => label) ?? []}
              {...form.getInputProps('tier')}
            />
            <TagsInput
              label={t('tags')}
              placeholder={t('enterAfterEach')}
              maxTags={50}
              acceptValueOnBlur
              data={labels.data?.tags.map(({ label }) => label) ?? []}
              {...form.getInputProps('tags')}
            />
          </>
        ) : null}
        <MemberFinder
          label={t('referredBy')}
          onPick={(one) => form.setFieldValue('referredBy', { id: one.id, name: calledBy(one) })}
        />
        {form.errors.referredBy ? <Input.Error>{form.errors.referredBy}</Input.Error> : null}
        <PickedMembers
          members={form.values.referredBy ? [form.values.referredBy] : []}
          onRemove={() => form.setFieldValue('referredBy', null)}
        />
        {may('member.change') ? (
          <Switch
            label={t('isTaxExempt')}
            description={t('isTaxExemptHint')}
            {...form.getInputProps('isTaxExempt', { type: 'checkbox' })}
          />
        ) : null}
        <Button type="submit" loading={add.isPending || change.isPending}>
          {member ? t('save') : t('add')}
        </Button>
      </form>
    </SideForm>
  );
}
