import { Button, Drawer, Progress, SegmentedControl } from '@mantine/core';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import { SimulationView } from './simulation-view.tsx';

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
  const { count, dateTime } = useFormat();
  const [days, setDays] = useState('30');
  const start = useCommand('POST /api/promotions/simulations', { isQuiet: true });
  const [chosen, setChosen] = useState<string>();
  const id = chosen ?? start.data?.id;
  const past = useQuery({
    queryKey: ['simulations'],
    queryFn: ({ signal }) => call('GET /api/promotions/simulations', { signal }),
    enabled: promotionId !== null,
  });
  const before = (past.data?.items ?? [])
    .filter((run) => run.promotionId === promotionId && run.state === 'done')
    .slice(0, 3);
  const query = useQuery({
    queryKey: ['simulation', id],
    queryFn: ({ signal }) => call('GET /api/promotions/simulations/:id', { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    refetchInterval: (one) => (one.state.data && one.state.data.state !== 'running' ? false : 600),
  });
  const one = query.data ?? (chosen ? undefined : start.data);
  const share = one?.total ? Math.round((one.done / one.total) * 100) : 0;
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
          </div>
        ) : null}
        {error ? <ErrorState title={t('failed')} advice={refused} /> : null}
        {one?.state === 'running' ? (
          <div role="status">
            <Progress value={share} animated aria-label={t('running')} />
            <p className={classes.note}>
              {one.total ? t('progress', count(one.done), count(one.total)) : t('running')}
            </p>
          </div>
        ) : null}
        {one?.state === 'failed' ? <ErrorState title={t('failed')} advice={t('failedWords')} /> : null}
        {one?.state === 'done' && one.result ? <SimulationView result={one.result} /> : null}
      </div>
    </Drawer>
  );
}
