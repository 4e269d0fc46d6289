import { Modal } from '@mantine/core';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { tillTexts } from '../messages/till-texts.ts';

interface NoSalesProps {
  readonly isOpen: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Past sales could not be fetched; selling goes on behind it. */
export function NoSales({ isOpen, onRetry, onClose }: NoSalesProps) {
  const t = useTexts(tillTexts);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('sales')}
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <ErrorState title={t('noSales')} advice={t('noSalesAdvice')} onRetry={onRetry} />
    </Modal>
  );
}
