import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockExclamation,
  IconCloudOff,
  IconCloudUpload,
} from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { tillTexts } from '../messages/till-texts.ts';
import { useOutboxState, useTillState } from '../use-till.tsx';
import classes from './status-pill.module.css';
import { WaitingSales } from './waiting-sales.tsx';

/** One pill that says whether the server is there and whether all sales have arrived. A tap shows those that wait. */
export function StatusPill({ isQuiet = false }: { readonly isQuiet?: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  const { tone, Icon, words } = useStatus();
  if (isQuiet && tone === 'good') return null;
  return (
    <>
      <button type="button" className={classes.pill} data-tone={tone} title={words} onClick={() => setIsOpen(true)}>
        <Icon size={20} stroke={1.8} aria-hidden />
        <span className={classes.words}>{words}</span>
      </button>
      <WaitingSales isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </>
  );
}

function useStatus() {
  const t = useTexts(tillTexts);
  const { waiting, refused, phase } = useOutboxState();
  const { isReachable, clockErrorMs } = useTillState();
  if (phase === 'held') return { tone: 'danger', Icon: IconAlertTriangle, words: t('notPaired') };
  if (refused > 0) return { tone: 'danger', Icon: IconAlertTriangle, words: t('needsHelp', refused) };
  if (clockErrorMs !== 0)
    return { tone: 'danger', Icon: IconClockExclamation, words: t('clockWrong', minutesOf(clockErrorMs)) };
  if (!isReachable || phase === 'offline') {
    return { tone: 'attention', Icon: IconCloudOff, words: waiting > 0 ? t('offlineWaiting', waiting) : t('offline') };
  }
  if (waiting > 0) return { tone: 'active', Icon: IconCloudUpload, words: t('sending', waiting) };
  return { tone: 'good', Icon: IconCircleCheck, words: t('online') };
}

/** Whole minutes, whichever way. */
export function minutesOf(ms: number): number {
  return Math.round(Math.abs(ms) / 60_000);
}
