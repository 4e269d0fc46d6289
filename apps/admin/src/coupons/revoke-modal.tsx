import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { couponTexts } from '../messages/coupons.ts';
import { frameTexts } from '../messages/frame.ts';
import type { Batch, Coupon } from './use-coupons.ts';

interface RevokeModalProps {
  readonly batch: Batch;
  /** One code; null for every code of the batch that was not redeemed. */
  readonly coupon: Coupon | null;
  readonly onClose: () => void;
}

/** Asks once, with the reason, then the codes stop working. */
export function RevokeModal({ batch, coupon, onClose }: RevokeModalProps) {
  const t = useTexts(couponTexts);
  const f = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const refresh = [
    ['coupons', batch.id],
    ['coupon-batch', batch.id],
    ['coupon-batches', batch.promotionId],
  ];
  const one = useCommand('POST /api/coupons/:id/revocation', { refresh, done: t('codeRevoked'), onDone: onClose });
  const all = useCommand('POST /api/coupon-batches/:id/revocation', {
    refresh,
    done: t('batchRevoked'),
    onDone: onClose,
  });
  const body = reason.trim() ? { reason: reason.trim() } : {};
  const revoke = () => {
    if (coupon) one.mutate({ params: { id: coupon.id }, body });
    else all.mutate({ params: { id: batch.id }, body });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={coupon ? t('revokeCodeTitle', coupon.code) : t('revokeBatchTitle', batch.name)}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <FocusBack />
      <Stack>
        <Text size="sm">
          {coupon ? t('revokeCodeWords') : t('revokeBatchWords', batch.states.issued + batch.states.held)}
        </Text>
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
            {f('cancel')}
          </Button>
          <Button color="red" loading={one.isPending || all.isPending} onClick={revoke}>
            {coupon ? t('revoke') : t('revokeBatch')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
