import { Button } from '@mantine/core';
import { IconReceiptRefund } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { returnableGroups } from '@tandem/domain/orders/returnable-groups.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { returnTexts } from '../messages/return-texts.ts';
import { ReturnSheet } from './return-sheet.tsx';

export type Order = Answer<'GET /api/till/sales/:id'>;

interface ReturnActProps {
  readonly order: Order;
  /** Gets the id of the new return. */
  readonly onReturned: (returnId: string) => void;
}

/** Opens the return of a sale of which something is left. */
export function ReturnAct({ order, onReturned }: ReturnActProps) {
  const t = useTexts(returnTexts);
  const [isOpen, setIsOpen] = useState(false);
  const hasLeft = order.fulfilments.every(({ state }) => state === 'handed_over' || state === 'shipped');
  if (order.state !== 'closed' || !hasLeft || returnableGroups(order).length === 0) return null;
  return (
    <>
      <Button
        size="lg"
        variant="light"
        leftSection={<IconReceiptRefund size={22} stroke={1.6} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('open')}
      </Button>
      {isOpen ? <ReturnSheet order={order} onClose={() => setIsOpen(false)} onReturned={onReturned} /> : null}
    </>
  );
}
