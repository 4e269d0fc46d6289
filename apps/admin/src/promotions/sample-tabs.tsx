import { Button, CloseButton, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import classes from './builder.module.css';
import { samplesMax } from './sample.ts';

interface SampleTabsProps {
  readonly count: number;
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
}

/** The baskets on which a rule is tried: a small one and a large one rarely get the same. */
export function SampleTabs({ count, chosen, onChoose, onAdd, onRemove }: SampleTabsProps) {
  const t = useTexts(builderTexts);
  return (
    <div className={classes.samples}>
      {count > 1 ? (
        <>
          <SegmentedControl
            size="xs"
            aria-label={t('samples')}
            value={String(chosen)}
            data={Array.from({ length: count }, (_, place) => ({ value: String(place), label: String(place + 1) }))}
            onChange={(place) => onChoose(Number(place))}
          />
          <CloseButton size="sm" aria-label={t('removeSample', chosen + 1)} onClick={onRemove} />
        </>
      ) : null}
      {count < samplesMax ? (
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
          {t('addSample')}
        </Button>
      ) : null}
    </div>
  );
}
