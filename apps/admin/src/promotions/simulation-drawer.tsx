import { Button, Drawer, SegmentedControl } from '@mantine/core';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { simulationTexts } from '../messages/simulations.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import { SimulationProgress } from './simulation-state.tsx';
import { SimulationView } from './simulation-view.tsx';
import { useSimulation } from './use-simulations.ts';

interface SimulationDrawerProps {
  readonly definition: Definition;
  readonly promotionId: string | null;
  readonly onClose: () => void;
}

/** Replays the last days under the draft, beside the builder. */
export function SimulationDrawer({ definition, promotionId, onClose }: SimulationDrawerProps) {
  const t = useTexts(promotionTexts);
  const b = useTexts(builderTexts);
  const f = useTexts(frameTexts);
  const w = useTexts(simulationTexts);
  const { dateTime } = useFormat();
  const [days, setDays] = useState('30');
  const start = useCommand('POST /api/promotions/simulations', {
    isQuiet: true,
    refresh: [['simulations']],
  });
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? start.data?.id;
  const past = useQuery({
    queryKey: ['simulations', 'last', promotionId],
    queryFn: ({ signal }) =>
      call('GET /api/promotions/simulations', { query: { promotionId: promotionId ?? '', limit: 3 }, signal }),
    enabled: promotionId !== null,
  });
  const before = past.data?.items ?? [];
  const query = useSimulation(id);
  const one = query.data ?? (chosen ? undefined : start.data);
  const { error } = start;
  const refused = error instanceof ProblemError ? b('refused', error.code) || error.message : undefined;
  return (
    <Drawer
      opened
      onClose={onClose}
      size="xl"
      title={t('simulateTitle')}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <div className={classes.stack}>
        <p className={classes.note}>{t('simulateHint')}</p>
        <div className={classes.checks}>
          <SegmentedControl
            aria-label={t('daysBack')}
            value={days}
            onChange={setDays}
            data={[7, 30, 90].map((value) => ({ value: String(value), label: t('lastDays', value) }))}
          />
          <Button
            loading={start.isPending || one?.state === 'running'}
            onClick={() => {
              setChosen(undefined);
              start.mutate({ body: { definition, promotionId, days: Number(days) } });
            }}
          >
            {one ? t('again') : t('start')}
          </Button>
        </div>
        {before.length > 0 ? (
          <div className={classes.past}>
            <span className={classes.small}>{t('earlierRuns')}</span>
            {before.map((run) => (
              <Button
                key={run.id}
                variant={run.id === id ? 'light' : 'default'}
                size="compact-xs"
                onClick={() => setChosen(run.id)}
              >
                {dateTime(run.startedAt)} · {t('lastDays', run.days)}
              </Button>
            ))}
            <Link href="/promotions/simulations" className={classes.small}>
              {w('allRuns')}
            </Link>
          </div>
        ) : null}
        {error ? <ErrorState title={t('failed')} advice={refused} /> : null}
        {one?.state === 'running' ? <SimulationProgress one={one} /> : null}
        {one?.state === 'cancelled' ? <p className={classes.note}>{w('cancelledWords')}</p> : null}
        {one?.state === 'failed' ? <ErrorState title={t('failed')} advice={t('failedWords')} /> : null}
        {one?.state === 'done' && one.result ? <SimulationView result={one.result} /> : null}
      </div>
    </Drawer>
  );
}
