import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { type FormEvent, useState } from 'react';
import { frameTexts } from '../messages/frame.ts';
import { priceTexts } from '../messages/prices.ts';
import { parseQuantity } from '../parts/amount-text.ts';

interface BreakFormProps {
  /** Quantities, in thousandths, that have a column already. */
  readonly taken: readonly number[];
  readonly onClose: () => void;
  readonly onAdd: (minQuantity: number) => void;
}
const quantityMax = 1_000_000_000;

/** A further column: a price that counts from so many pieces on. */
export function BreakForm({ taken, onClose, onAdd }: BreakFormProps) {
  const t = useTexts(priceTexts);
  const f = useTexts(frameTexts);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    const quantity = parseQuantity(typed) ?? 0;
    if (quantity <= 0 || quantity > quantityMax) setFault(t('badBreak'));
    else if (taken.includes(quantity)) setFault(t('breakThere'));
    else onAdd(quantity);
  };
  return (
    <Modal opened onClose={onClose} title={t('addBreakTitle')} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <form onSubmit={add}>
        <Stack>
          <TextInput
            label={t('breakFrom')}
            inputMode="decimal"
            placeholder="3"
            maxLength={12}
            value={typed}
            error={fault || undefined}
            data-autofocus
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setFault('');
            }}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f('cancel')}
            </Button>
            <Button type="submit">{t('breakAdd')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
