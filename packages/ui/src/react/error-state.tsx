import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconRefresh } from '@tabler/icons-react';
import { useTexts } from './language.tsx';
import { reactTexts } from './react-texts.ts';
import classes from './states.module.css';

interface ErrorStateProps {
  /** What happened; without it, that loading failed. */
  readonly title?: string | undefined;
  /** What to do; without it, to check the connection. */
  readonly advice?: string | undefined;
  /** The incident id of the answer, to be told to support. */
  readonly incident?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
}

/** Stands where something could not be loaded: what happened, what to do, and the button for it. */
export function ErrorState({ title, advice, incident, onRetry, isRetrying = false }: ErrorStateProps) {
  const t = useTexts(reactTexts);
  return (
    <div className={classes.state} role="alert">
      <span className={classes.icon} data-tone="danger">
        <IconPlugConnectedX size={28} stroke={1.5} aria-hidden />
      </span>
      <p className={classes.title}>{title ?? t('somethingWrong')}</p>
      <p className={classes.words}>{advice ?? t('checkConnection')}</p>
      {incident ? <p className={classes.small}>{t('incident', incident)}</p> : null}
      {onRetry ? (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          loading={isRetrying}
          onClick={onRetry}
        >
          {t('retry')}
        </Button>
      ) : null}
    </div>
  );
}
