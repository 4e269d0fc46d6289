import { call } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { useFilters } from '../lists/use-filters.ts';
import { ViewTabs } from '../lists/view-tabs.tsx';
import { problemTexts } from '../messages/problems.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { simulationTexts } from '../messages/simulations.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useFormat } from '../shop/use-format.ts';
import { type Definition, definitionOf } from './definition.ts';
import { HistoryPanel } from './history-panel.tsx';
import { PromotionBuilder } from './promotion-builder.tsx';
import { PromotionState } from './promotion-state.tsx';
import { ResultsPanel } from './results-panel.tsx';
import { SimulationList } from './simulation-list.tsx';

const names = ['tab'] as const;
const tabs = ['results', 'simulations', 'history'] as const;

/** One promotion: its rule, what it brought, and who changed it. */
export default function PromotionPage({ id }: { readonly id: string }) {
  const t = useTexts(promotionTexts);
  const b = useTexts(builderTexts);
  const w = useTexts(simulationTexts);
  const problem = useTexts(problemTexts);
  const [, go] = useLocation();
  const { text } = useFormat();
  const [filters, change] = useFilters(names);
  const tab = tabs.find((one) => one === filters.tab);
  const query = useQuery({
    queryKey: ['promotion', id],
    queryFn: ({ signal }) => call('GET /api/promotions/:id', { params: { id }, signal }),
  });
  const { data } = query;
  const start = useMemo(() => data && (definitionOf(data.definition) as Definition), [data]);
  if (query.isPending) return <PageSkeleton />;
  if (!data || !start)
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  const views = (
    <ViewTabs
      label={t('tabs')}
      value={tab ?? ''}
      onChange={(value) => (value === 'coupons' ? go(`/promotions/${id}/coupons`) : change({ tab: value }))}
      views={[
        { value: '', label: t('tabRule') },
        { value: 'results', label: t('tabResults') },
        { value: 'simulations', label: w('title') },
        { value: 'history', label: t('tabHistory') },
        ...(data.definition.trigger.kind === 'code' ? [{ value: 'coupons', label: b('coupons') }] : []),
      ]}
    />
  );
  if (!tab) return <PromotionBuilder promotion={data} start={start} tabs={views} />;
  return (
    <Page
      title={text(data.definition.name)}
      badge={<PromotionState state={data.state} />}
      back={{ href: '/promotions', label: t('title') }}
    >
      {views}
      {tab === 'results' ? <ResultsPanel id={id} /> : null}
      {tab === 'simulations' ? <SimulationList promotionId={id} /> : null}
      {tab === 'history' ? <HistoryPanel id={id} /> : null}
    </Page>
  );
}
