import { useTexts } from '@tandem/ui/react/index.ts';
import { useSyncExternalStore } from 'react';
import { liveFeed } from '../live/live-feed.ts';
import { frameTexts } from '../messages/frame.ts';
import classes from './live-sign.module.css';

/** Says whether what is on the screen follows the shops as they sell. */
export function LiveSign() {
  const t = useTexts(frameTexts);
  const isLive = useSyncExternalStore(liveFeed.onState, liveFeed.isLive);
  return (
    <span className={classes.sign} data-live={isLive || undefined} role="status">
      <span className={classes.dot} aria-hidden />
      <span className={classes.words}>{isLive ? t('live') : t('behind')}</span>
    </span>
  );
}
