import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useState } from 'react';
import { sellTexts } from '../messages/sell-texts.ts';

const sureMs = 3000;

/** Empties the basket at the second tap within three seconds. */
export function ClearButton({ isDisabled, onClear }: { readonly isDisabled: boolean; readonly onClear: () => void }) {
  const t = useTexts(sellTexts);
  const [isAsking, setIsAsking] = useState(false);
  useEffect(() => {
    if (!isAsking) return;
    const timer = setTimeout(() => setIsAsking(false), sureMs);
    return () => clearTimeout(timer);
  }, [isAsking]);
  if (isAsking) {
    return (
      <Button
        size="xl"
        color="red"
        variant="light"
        onClick={() => {
          setIsAsking(false);
          onClear();
        }}
      >
        {t('clearSure')}
      </Button>
    );
  }
  return (
    <ActionIcon
      size={60}
      variant="default"
      aria-label={t('clear')}
      title={t('clear')}
      disabled={isDisabled}
      onClick={() => setIsAsking(true)}
    >
      <IconTrash size={24} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
