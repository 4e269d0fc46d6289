import { Button, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconPlayerStop,
  IconProgress,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { StatusBadge, type StatusTone, useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { simulationTexts } from '../messages/simulations.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './simulations.module.css';
import { type Simulation, shareDone } from './use-simulations.ts';

const looks: Readonly<Record<Simulation['state'], { tone: StatusTone; icon: TablerIcon }>> = {
  running: { tone: 'active', icon: IconProgress },
  done: { tone: 'done', icon: IconCircleCheck },
  failed: { tone: 'danger', icon: IconAlertTriangle },
  cancelled: { tone: 'neutral', icon: IconX },
};

/** Whether it runs or how it ended, in words, sign and colour. */
export function SimulationState({ one }: { readonly one: Simulation }) {
  const t = useTexts(simulationTexts);
  const { tone, icon } = looks[one.state];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {t('state', one.state)}
    </StatusBadge>
  );
}

/** How far it is, and the way to stop it. */
export function SimulationProgress({ one }: { readonly one: Simulation }) {
  const t = useTexts(simulationTexts);
  const { count } = useFormat();
  const { may } = useShop();
  const stop = useCommand('POST /api/promotions/simulations/:id/cancellation', {
    refresh: [['simulations']],
    done: t('stopped'),
  });
  const share = shareDone(one);
  return (
    <div className={classes.progress}>
      <div className={classes.progressWords}>
        <span role="status">{one.total ? t('progress', share, count(one.done), count(one.total)) : t('waiting')}</span>
        {may('promotion.change') ? (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlayerStop size={14} aria-hidden />}
            loading={stop.isPending}
            onClick={() => stop.mutate({ params: { id: one.id } })}
          >
            {t('stop')}
          </Button>
        ) : null}
      </div>
      <Progress value={share} animated aria-label={t('running')} />
      <p className={classes.note}>{t('goesOn')}</p>
    </div>
  );
}
