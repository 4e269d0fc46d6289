import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { orderTexts } from '../messages/orders.ts';
import { useFormat } from '../shop/use-format.ts';
import { useLocationChoice } from '../stock/location-choice.ts';
import type { Order } from './order-page.tsx';

interface RefundModalProps {
  readonly order: Order;
  readonly onClose: () => void;
}
const conditions = ['sellable', 'quality_control', 'damaged'] as const;

/** Asks once, then gives everything back. */
export function RefundModal({ order, onClose }: RefundModalProps) {
  const t = useTexts(orderTexts);
  const f = useTexts(frameTexts);
  const { money } = useFormat();
  const { choices } = useLocationChoice();
  const [reason, setReason] = useState('');
  const [locationId, setLocationId] = useState<string | null>(
    order.locationId ?? order.fulfilments[0]?.locationId ?? null,
  );
  const [disposition, setDisposition] = useState<(typeof conditions)[number]>('sellable');
  const refund = useCommand('POST /api/orders/:id/refund', {
    refresh: [['order', order.id], ['orders'], ['today'], ['stock'], ['levels']],
    done: t('refundDone'),
    onDone: onClose,
  });
  const amount = money(order.paidAmount - order.refundedAmount);
  const send = () =>
    refund.mutate({
      params: { id: order.id },
      body: { disposition, ...(reason.trim() ? { reason: reason.trim() } : {}), ...(locationId ? { locationId } : {}) },
    });
  return (
    <Modal opened onClose={onClose} title={t('refundTitle', amount)} closeButtonProps={{ 'aria-label': f('close') }}>
      <Stack>
        <Text size="sm">{t('refundWords')}</Text>
        <TextInput
          label={t('reason')}
          placeholder={t('reasonHint')}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <Select label={t('goodsTo')} data={choices} value={locationId} onChange={setLocationId} allowDeselect={false} />
        <Select
          label={t('condition')}
          data={conditions.map((value) => ({ value, label: t(value) }))}
          value={disposition}
          onChange={(value) => value && setDisposition(value)}
          allowDeselect={false}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button color="red" loading={refund.isPending} onClick={send}>
            {t('refundDo', amount)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
