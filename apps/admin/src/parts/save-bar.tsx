import { Button } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect } from 'react';
import { productTexts } from '../messages/products.ts';
import { BottomBar } from './bottom-bar.tsx';

interface SaveBarProps {
  readonly isShown: boolean;
  readonly isSaving: boolean;
  readonly onDiscard: () => void;
}

/** Comes up when something is not saved, and asks before the tab is closed over it. */
export function SaveBar({ isShown, isSaving, onDiscard }: SaveBarProps) {
  const t = useTexts(productTexts);
  useEffect(() => {
    if (!isShown) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isShown]);
  if (!isShown) return null;
  return (
    <BottomBar>
      <span>{t('unsaved')}</span>
      <Button variant="subtle" color="gray" onClick={onDiscard}>
        {t('discard')}
      </Button>
      <Button type="submit" loading={isSaving}>
        {t('save')}
      </Button>
    </BottomBar>
  );
}
