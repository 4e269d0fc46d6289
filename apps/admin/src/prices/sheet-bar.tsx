import { Button } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect } from 'react';
import { priceTexts } from '../messages/prices.ts';
import { BottomBar } from '../parts/bottom-bar.tsx';
import classes from './sheet.module.css';

interface SheetBarProps {
  readonly count: number;
  /** Of them in cells that somebody else changed meanwhile. */
  readonly conflicts: number;
  readonly isSaving: boolean;
  readonly onDiscard: () => void;
  readonly onTakeTheirs: () => void;
  readonly onSave: () => void;
}

/** How much is not saved yet, and the two ways on; asks before the tab is closed over it. */
export function SheetBar({ count, conflicts, isSaving, onDiscard, onTakeTheirs, onSave }: SheetBarProps) {
  const t = useTexts(priceTexts);
  const isShown = count > 0;
  useEffect(() => {
    if (!isShown) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isShown]);
  if (!isShown) return null;
  return (
    <BottomBar isWide>
      <span role="status">
        {t('unsaved', count)}
        {conflicts > 0 ? <span className={classes.conflicts}>{t('conflicts', conflicts)}</span> : null}
      </span>
      {conflicts > 0 ? (
        <Button variant="default" disabled={isSaving} onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </Button>
      ) : null}
      <Button variant="subtle" color="gray" disabled={isSaving} onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button loading={isSaving} onClick={onSave}>
        {t('savePrices', count)}
      </Button>
    </BottomBar>
  );
}
