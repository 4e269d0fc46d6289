import { Button } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { EmptyState, ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useMemo } from 'react';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { problemTexts } from '../messages/problems.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { simulationTexts } from '../messages/simulations.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import { type Definition, definitionOf } from './definition.ts';
import { actionText } from './sentence.ts';
import { SimulationProgress, SimulationState } from './simulation-state.tsx';
import { SimulationView } from './simulation-view.tsx';
import classes from './simulations.module.css';
import { useWords } from './use-rule-names.ts';
import { type Simulation, useSimulation } from './use-simulations.ts';

/** One simulation: what was tried, how far it is, and what came out. */
export default function SimulationPage({ id }: { readonly id: string }) {
  const problem = useTexts(problemTexts);
  const query = useSimulation(id);
  if (query.isPending) return <PageSkeleton />;
  if (!query.data)
    return (
      <ErrorState
        advice={problemText(query.error, problem)}
        onRetry={() => void query.refetch()}
        isRetrying={query.isFetching}
      />
    );
  return <Shown one={query.data} />;
}

function Shown({ one }: { readonly one: Simulation }) {
  const t = useTexts(simulationTexts);
  const p = useTexts(promotionTexts);
  const { text, dateTime } = useFormat();
  const definition = useMemo(() => definitionOf(one.definition) as Definition, [one.definition]);
  const definitions = useMemo(() => [definition], [definition]);
  const words = useWords(definitions);
  const said = [t('lastDays', one.days), dateTime(one.startedAt), one.startedBy].filter(Boolean).join(' · ');
  return (
    <Page
      title={text(one.definition.name)}
      badge={<SimulationState one={one} />}
      subtitle={said}
      back={{ href: '/promotions/simulations', label: t('title') }}
      actions={
        one.promotionId === null ? null : (
          <Button
            component={Link}
            href={`/promotions/${one.promotionId}`}
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            {t('toPromotion')}
          </Button>
        )
      }
      isForThumb={one.promotionId !== null}
      isNarrow
    >
      <div className={classes.stack}>
        <Panel title={t('tried')}>
          <p className={classes.rule}>{actionText(definition, words)}</p>
        </Panel>
        {one.state === 'running' ? (
          <Panel>
            <SimulationProgress one={one} />
          </Panel>
        ) : null}
        {one.state === 'failed' ? <ErrorState title={p('failed')} advice={p('failedWords')} /> : null}
        {one.state === 'cancelled' ? (
          <EmptyState icon={IconX} title={t('state', 'cancelled')}>
            {t('cancelledWords')}
          </EmptyState>
        ) : null}
        {one.state === 'done' && one.result ? <SimulationView result={one.result} /> : null}
      </div>
    </Page>
  );
}
