import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { type ReturnChoice, useReturnChoice } from '@tandem/ui/react/use-return-choice.ts';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { orderTexts } from '../messages/orders.ts';
import { returnTexts } from '../messages/returns.ts';
import { useFormat } from '../shop/use-format.ts';
import { useLocationChoice } from '../stock/location-choice.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';
import { ReturnLines } from './return-lines.tsx';

interface RefundModalProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** Takes goods back, some or all of them; the amounts are those that will be recorded. */
export function RefundModal({ order, onClose }: RefundModalProps) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  const f = useTexts(frameTexts);
  const { money } = useFormat();
  const { choices } = useLocationChoice();
  const waiting = order.fulfilments.filter(({ state }) => state !== 'handed_over' && state !== 'shipped');
  const choice = useReturnChoice(
    order,
    waiting.flatMap(({ lines }) => lines.map(({ lineNo }) => lineNo)),
  );
  const [reason, setReason] = useState('');
  const [locationId, setLocationId] = useState<string | null>(
    order.locationId ?? order.fulfilments[0]?.locationId ?? null,
  );
  const refund = useCommand('POST /api/orders/:id/refund', {
    refresh: [['order', order.id], ['orders'], ['today'], ['stock'], ['levels']],
    done: t('refundDone'),
    onDone: onClose,
  });
  const back = choice.settled?.tenders.reduce((sum, { amount }) => sum + amount, 0) ?? 0;
  const send = () =>
    refund.mutate({
      params: { id: order.id },
      body: { ...choice.body(reason.trim()), ...(locationId ? { locationId } : {}) },
    });
  return (
    <Modal opened onClose={onClose} size="xl" title={r('title')} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (choice.settled !== undefined) send();
        }}
      >
        <Stack>
          {choice.groups.length > 0 ? <ReturnLines order={order} choice={choice} /> : null}
          <Group justify="space-between">
            <Button variant="default" onClick={choice.chooseAll} data-autofocus>
              {r('everything')}
            </Button>
            {choice.mayShip ? (
              <Checkbox
                label={r('shipping')}
                checked={choice.withShipping}
                onChange={(event) => choice.setWithShipping(event.currentTarget.checked)}
              />
            ) : null}
          </Group>
          <Group grow align="start">
            <TextInput
              label={t('reason')}
              placeholder={t('reasonHint')}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Select
              label={t('goodsTo')}
              data={choices}
              value={locationId}
              onChange={setLocationId}
              allowDeselect={false}
            />
          </Group>
          <Back choice={choice} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f('cancel')}
            </Button>
            <Button type="submit" color="red" disabled={choice.settled === undefined} loading={refund.isPending}>
              {back > 0 || choice.settled === undefined ? t('refundDo', money(back)) : r('takeBack')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Which tender gets how much; where several could take all of it, one may be chosen. */
function Back({ choice }: { readonly choice: ReturnChoice }) {
  const t = useTexts(orderTexts);
  const r = useTexts(returnTexts);
  const { money } = useFormat();
  const { settled, ways, way } = choice;
  if (settled === undefined) return <p className={classes.empty}>{r('nothingChosen')}</p>;
  const row = (key: string | number, name: string, amount: number) => (
    <div key={key} className={classes.sum}>
      <dt>{name}</dt>
      <dd>{amount < 0 ? `−${money(-amount)}` : money(amount)}</dd>
    </div>
  );
  return (
    <>
      <dl className={classes.back}>
        {settled.tenders.map((part) => row(part.entryNo, t('tenderRefund', t('tender', part.kind)), part.amount))}
        {settled.roundingAmount === 0 ? null : row('rounding', t('rounding'), settled.roundingAmount)}
      </dl>
      {ways.length > 1 ? (
        <Select
          label={r('how')}
          data={[
            { value: '', label: r('usual') },
            ...ways.map((one) => ({ value: String(one.entryNo), label: r('all', t('tender', one.kind)) })),
          ]}
          value={way === undefined ? '' : String(way.entryNo)}
          onChange={(value) => choice.setEntryNo(value ? Number(value) : undefined)}
          allowDeselect={false}
        />
      ) : null}
    </>
  );
}
