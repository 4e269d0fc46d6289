import { Button, CloseButton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../../messages/products.ts';
import classes from './bulk.module.css';

interface BulkBarProps {
  readonly chosen: number;
  /** How many the filter finds in all. */
  readonly total: number;
  readonly isFinding: boolean;
  readonly onAll: () => void;
  readonly onChange: () => void;
  readonly onClear: () => void;
}

/** Comes up when rows are chosen: how many, all that match, and what to do with them. */
export function BulkBar({ chosen, total, isFinding, onAll, onChange, onClear }: BulkBarProps) {
  const t = useTexts(productTexts);
  return (
    <section className={classes.bar} aria-label={t('chosenBar')}>
      <span className={classes.count} role="status">
        {t('chosen', chosen)}
      </span>
      {chosen < total ? (
        <Button variant="subtle" size="sm" loading={isFinding} onClick={onAll}>
          {t('chooseAll', total)}
        </Button>
      ) : null}
      <span className={classes.gap} />
      <Button size="sm" leftSection={<IconPencil size={15} aria-hidden />} onClick={onChange}>
        {t('bulkEdit')}
      </Button>
      <CloseButton aria-label={t('clearChosen')} onClick={onClear} />
    </section>
  );
}
