import { Button, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useTell } from '../api/tell.ts';
import { useCommand } from '../api/use-command.ts';
import { orderEditTexts } from '../messages/order-edit.ts';
import { problemTexts } from '../messages/problems.ts';
import { Panel } from '../parts/panel.tsx';
import { VariantSearch } from '../promotions/variant-search.tsx';
import { EditLines } from './edit-lines.tsx';
import classes from './edit-panel.module.css';
import { EditSums } from './edit-sums.tsx';
import { editBody, editValues, isEdited, withArticle } from './edit-values.ts';
import type { Order } from './order-page.tsx';

interface EditPanelProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** The items and codes of an order as they shall be, with what that comes to while they are changed. */
export function EditPanel({ order, onClose }: EditPanelProps) {
  const t = useTexts(orderEditTexts);
  const problem = useTexts(problemTexts);
  const tell = useTell();
  const [values, setValues] = useState(() => editValues(order));
  const [asked] = useDebouncedValue(values, 250);
  const body = editBody(order, asked);
  const preview = useQuery({
    queryKey: ['order', order.id, 'edit', body],
    queryFn: ({ signal }) => call('POST /api/orders/:id/edit-preview', { params: { id: order.id }, body, signal }),
    placeholderData: keepPreviousData,
    enabled: asked.lines.length > 0,
    retry: false,
  });
  const save = useCommand('POST /api/orders/:id/versions', {
    refresh: [['order', order.id], ['orders'], ['today'], ['stock'], ['levels']],
    isQuiet: true,
    done: (saved) => t('done', saved.version),
    onDone: onClose,
  });
  const refused = (error: unknown) => {
    const code = error instanceof ProblemError ? error.code : '';
    if (code !== 'order.changed_meanwhile' && code !== 'order.not_editable') return tell.problem(error);
    tell.warn(t(code === 'order.not_editable' ? 'notEditable' : 'changedMeanwhile'));
    onClose();
  };
  const isStale = preview.isPlaceholderData || asked !== values;
  const isShort = preview.data?.lines.some((line) => line.short !== null) ?? false;
  const hasNew = values.lines.some((line) => line.lineNo === undefined);
  return (
    <Panel title={t('title')} hint={t('hint')}>
      <form
        className={classes.edit}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ params: { id: order.id }, body: editBody(order, values) }, { onError: refused });
        }}
      >
        <EditLines
          values={values}
          preview={preview.data}
          isStale={isStale}
          onChange={(lines) => setValues({ ...values, lines })}
        />
        <VariantSearch
          label={t('add')}
          onPick={({ variantId, name, sku }) => setValues(withArticle(values, { variantId, name, sku }))}
        />
        <div className={classes.fields}>
          <TagsInput
            label={t('codes')}
            placeholder={values.codes.length === 0 ? t('codesHint') : ''}
            value={[...values.codes]}
            maxTags={20}
            maxLength={60}
            acceptValueOnBlur
            clearable={false}
            onChange={(codes) => setValues({ ...values, codes })}
          />
          {hasNew ? (
            <NativeSelect
              label={t('addedPrices')}
              value={values.addedPrices}
              data={[
                { value: 'original', label: t('original') },
                { value: 'today', label: t('today') },
              ]}
              onChange={(event) =>
                setValues({ ...values, addedPrices: event.currentTarget.value === 'today' ? 'today' : 'original' })
              }
            />
          ) : null}
          <TextInput
            label={t('reason')}
            placeholder={t('reasonHint')}
            maxLength={2000}
            value={values.reason}
            onChange={(event) => setValues({ ...values, reason: event.currentTarget.value })}
          />
        </div>
        {preview.error ? (
          <p className={classes.problem} role="alert">
            {problemText(preview.error, problem)}
          </p>
        ) : null}
        {preview.data ? <EditSums order={order} preview={preview.data} isStale={isStale} /> : null}
        <div className={classes.acts}>
          <Button variant="default" onClick={onClose}>
            {t('discard')}
          </Button>
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!isEdited(order, values) || isStale || isShort || preview.isError}
          >
            {t('save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
