import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlayerStop } from '@tabler/icons-react';
import { ErrorState, FocusBack, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { frameTexts } from '../messages/frame.ts';
import { priceTexts } from '../messages/prices.ts';
import { problemTexts } from '../messages/problems.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import { audienceWords, periodWords } from './audience.ts';
import { ListHistory } from './list-history.tsx';
import { PriceListForm } from './price-list-form.tsx';
import { PriceListState } from './price-list-state.tsx';
import { PriceSheet } from './price-sheet.tsx';
import classes from './prices.module.css';
import { type PriceListView, usePriceList } from './use-price-lists.ts';

const tabNames = ['tab'] as const;

/** One price list: what it is, and the sheet of its prices. */
export default function PriceListPage({ id }: { readonly id: string }) {
  const problem = useTexts(problemTexts);
  const list = usePriceList(id);
  if (list.isPending) return <PageSkeleton />;
  if (!list.data)
    return (
      <ErrorState
        advice={problemText(list.error, problem)}
        onRetry={() => void list.refetch()}
        isRetrying={list.isFetching}
      />
    );
  return <Shown list={list.data} />;
}

function Shown({ list }: { readonly list: PriceListView }) {
  const t = useTexts(priceTexts);
  const { text } = useFormat();
  const { locale } = useLanguage();
  const names = useNames();
  const { may } = useShop();
  const [open, setOpen] = useState<'edit' | 'end'>();
  const [filters, change] = useFilters(tabNames);
  const mayChange = may('price.change') && list.endedAt === null;
  const { definition } = list;
  return (
    <Page
      title={text(definition.name)}
      badge={<PriceListState state={list.state} />}
      subtitle={`${audienceWords(definition, t, names, locale)} · ${periodWords(definition.schedule, t, locale)}`}
      back={{ href: '/prices', label: t('title') }}
      actions={
        mayChange ? (
          <>
            <Button
              variant="default"
              leftSection={<IconPlayerStop size={16} aria-hidden />}
              visibleFrom="xs"
              onClick={() => setOpen('end')}
            >
              {t('endNow')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setOpen('edit')}
            >
              {t('edit')}
            </Button>
          </>
        ) : null
      }
    >
      {list.endedAt === null ? null : <p className={classes.note}>{t('endedNote')}</p>}
      <ViewTabs
        label={t('parts')}
        value={filters.tab ?? ''}
        onChange={(tab) => change({ tab })}
        views={[
          { value: '', label: t('prices') },
          { value: 'history', label: t('history') },
        ]}
      />
      {filters.tab === 'history' ? <ListHistory id={list.id} /> : <PriceSheet list={list} isReadOnly={!mayChange} />}
      {open === 'edit' ? (
        <PriceListForm
          list={list}
          onClose={() => setOpen(undefined)}
          onSaved={() => undefined}
          onEnd={() => setOpen('end')}
        />
      ) : null}
      {open === 'end' ? <EndModal list={list} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}

/** Asks once, then ends the list: an ended one cannot be started again. */
function EndModal({ list, onClose }: { readonly list: PriceListView; readonly onClose: () => void }) {
  const t = useTexts(priceTexts);
  const f = useTexts(frameTexts);
  const end = useCommand('POST /api/price-lists/:id/ending', {
    refresh: [['price-lists']],
    done: t('endedDone'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('endTitle')} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <Text size="sm">{t('endWords')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button color="red" loading={end.isPending} onClick={() => end.mutate({ params: { id: list.id } })}>
            {t('endNow')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
