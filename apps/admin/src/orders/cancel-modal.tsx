import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { orderTexts } from '../messages/orders.ts';
import type { Order } from './order-page.tsx';

interface CancelModalProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** Asks once, then cancels an order of which nothing left. */
export function CancelModal({ order, onClose }: CancelModalProps) {
  const t = useTexts(orderTexts);
  const f = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const cancel = useCommand('POST /api/orders/:id/cancellation', {
    refresh: [['order', order.id], ['orders'], ['today'], ['stock'], ['levels']],
    done: t('cancelDone'),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t('cancelTitle')} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <Text size="sm">{t('cancelWords')}</Text>
        <TextInput
          label={t('reason')}
          placeholder={t('reasonHint')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button
            color="red"
            loading={cancel.isPending}
            onClick={() =>
              cancel.mutate({ params: { id: order.id }, body: reason.trim() ? { reason: reason.trim() } : {} })
            }
          >
            {t('cancelOrder')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
