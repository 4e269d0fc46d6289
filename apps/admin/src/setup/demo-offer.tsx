import { Button, Progress } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCommand } from '../api/use-command.ts';
import { setupTexts } from '../messages/setup.ts';
import classes from './set-up-page.module.css';

/** The button that fills the demo shop, and how far it is. When it is full, the sign-in page follows. */
export function DemoOffer({ demo }: { readonly demo: Answer<'GET /api/setup'>['demo'] }) {
  const t = useTexts(setupTexts);
  const queries = useQueryClient();
  const fill = useCommand('POST /api/setup/demo', { refresh: [['setup']] });
  const isDone = demo?.state === 'done';
  useEffect(() => {
    if (isDone) void queries.invalidateQueries({ queryKey: ['session'] });
  }, [isDone, queries]);
  const isRunning = demo?.state === 'running' || isDone;
  return (
    <section className={classes.demo} aria-label={t('demoTitle')}>
      <div className={classes.demoWords}>
        <h2 className={classes.demoTitle}>{isRunning ? t('demoRunning') : t('or')}</h2>
        <p className={classes.demoText}>{demo?.state === 'failed' ? t('demoFailed') : t('demoWords')}</p>
      </div>
      {isRunning ? (
        <div className={classes.progress} role="status">
          <Progress value={demo.percent} aria-label={t('demoRunning')} size="lg" transitionDuration={200} />
          <div className={classes.progressWords}>
            <span>{isDone ? t('demoDone') : t('step', demo.step)}</span>
            <span>{t('percent', demo.percent)}</span>
          </div>
        </div>
      ) : (
        <Button
          variant="default"
          leftSection={<IconSparkles size={16} aria-hidden />}
          loading={fill.isPending}
          onClick={() => fill.mutate({})}
        >
          {t('demoTitle')}
        </Button>
      )}
    </section>
  );
}
