import { Button, MultiSelect, Radio, SegmentedControl, Stack, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { collectionTexts } from '../messages/collections.ts';
import { belowField } from '../parts/below-field.ts';
import { NameFields } from '../parts/name-fields.tsx';
import { SideForm } from '../parts/side-form.tsx';
import { givenTexts } from '../products/product-values.ts';
import { useCategories } from '../products/use-categories.ts';
import { useLabels } from '../products/use-labels.ts';
import classes from './collections.module.css';
import type { Collection } from './use-collections.ts';

interface CollectionFormProps {
  /** null for a new one. */
  readonly collection: Collection | null;
  readonly onClose: () => void;
  readonly onSaved: (saved: Collection) => void;
}

/** Names a collection, and says whether it is filled by hand or by which rule. */
export function CollectionForm({ collection, onClose, onSaved }: CollectionFormProps) {
  const t = useTexts(collectionTexts);
  const tell = useTell();
  const { choices } = useCategories();
  const labels = useLabels();
  const rule = collection?.rule;
  const form = useForm({
    initialValues: {
      name: { en: collection?.name.en ?? '', 'zh-Hant': collection?.name['zh-Hant'] ?? '' },
      handle: collection?.handle ?? '',
      kind: collection?.kind ?? ('manual' as Collection['kind']),
      match: rule?.match ?? ('all' as 'all' | 'any'),
      brands: rule?.brands ?? [],
      tags: rule?.tags ?? [],
      categoryIds: rule?.categoryIds ?? [],
    },
    validate: {
      name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')),
      brands: (brands, { kind, tags, categoryIds }) =>
        kind === 'rule' && brands.length + tags.length + categoryIds.length === 0 ? t('ruleEmpty') : null,
    },
  });
  const after = {
    refresh: [['collections'], ['product']],
    isQuiet: true,
    onDone: (saved: Collection) => {
      tell.done(collection ? t('saved') : t('created'));
      onClose();
      onSaved(saved);
    },
  };
  const add = useCommand('POST /api/collections', after);
  const change = useCommand('PATCH /api/collections/:id', after);
  const onError = (error: unknown) => {
    if (error instanceof ProblemError && error.code === 'collection.changed_meanwhile')
      tell.warn(t('changedMeanwhile'));
    else tell.problem(error);
  };
  const save = ({ name, handle, kind, match, brands, tags, categoryIds }: typeof form.values) => {
    const body = { name: givenTexts(name), ...(handle.trim() ? { handle: handle.trim() } : {}) };
    const ruled = kind === 'rule' ? { rule: { match, brands, tags, categoryIds } } : {};
    if (collection)
      change.mutate(
        { params: { id: collection.id }, body: { version: collection.version, ...body, ...ruled } },
        { onError },
      );
    else add.mutate({ body: { ...body, ...ruled } }, { onError });
  };
  return (
    <SideForm title={collection ? t('editTitle') : t('newTitle')} onClose={onClose}>
      <form className={classes.stack} onSubmit={form.onSubmit(save)}>
        <NameFields isFirst fieldOf={(locale) => form.getInputProps(`name.${locale}`)} error={form.errors.name} />
        <TextInput
          label={t('handle')}
          description={t('handleHint')}
          inputWrapperOrder={belowField}
          maxLength={120}
          {...form.getInputProps('handle')}
        />
        {collection ? null : (
          <Radio.Group label={t('kind')} {...form.getInputProps('kind')}>
            <Stack gap="xs" mt="xs">
              <Radio value="manual" label={t('manual')} description={t('manualHint')} />
              <Radio value="rule" label={t('rule')} description={t('ruleHint')} />
            </Stack>
          </Radio.Group>
        )}
        {form.values.kind === 'rule' ? (
          <>
            <SegmentedControl
              aria-label={t('match')}
              data={[
                { value: 'all', label: t('matchAll') },
                { value: 'any', label: t('matchAny') },
              ]}
              {...form.getInputProps('match')}
            />
            <TagsInput
              label={t('brands')}
              data={labels.brands.map((one) => one.name)}
              placeholder={t('enterAfterEach')}
              maxTags={200}
              acceptValueOnBlur
              {...form.getInputProps('brands')}
            />
            <TagsInput
              label={t('tags')}
              data={labels.tags.map((one) => one.name)}
              placeholder={t('enterAfterEach')}
              maxTags={200}
              acceptValueOnBlur
              {...form.getInputProps('tags')}
            />
            <MultiSelect
              label={t('categories')}
              data={choices}
              searchable
              clearable
              {...form.getInputProps('categoryIds')}
            />
          </>
        ) : null}
        <Button type="submit" loading={add.isPending || change.isPending}>
          {collection ? t('save') : t('create')}
        </Button>
      </form>
    </SideForm>
  );
}
