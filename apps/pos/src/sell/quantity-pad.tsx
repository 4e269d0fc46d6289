import { Button, Modal } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { sellTexts } from '../messages/sell-texts.ts';
import { Keypad } from '../parts/keypad.tsx';
import classes from './basket.module.css';

interface QuantityPadProps {
  readonly name: string;
  /** Thousandths. */
  readonly onSet: (quantity: number) => void;
  readonly onClose: () => void;
}

/** A number of pieces, typed. */
export function QuantityPad({ name, onSet, onClose }: QuantityPadProps) {
  const t = useTexts(sellTexts);
  const [typed, setTyped] = useState('');
  const press = (key: string) =>
    setTyped((before) => (key === 'back' ? before.slice(0, -1) : (before + key).slice(0, 4)));
  const pieces = Number(typed);
  const set = () => {
    if (pieces === 0) return;
    onSet(pieces * 1000);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={name} size="sm" closeButtonProps={{ 'aria-label': t('close'), size: 48 }}>
      <FocusBack />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys of the keyboard do what the keypad's do. */}
      <div
        className={classes.pad}
        // The keyboard's digits come here, and Enter does not fall on the button that closes.
        tabIndex={-1}
        data-autofocus
        onKeyDown={(event) => {
          if (/^\d$/.test(event.key)) press(event.key);
          else if (event.key === 'Backspace') press('back');
          else if (event.key === 'Enter' && pieces > 0) {
            event.preventDefault();
            set();
          }
        }}
      >
        <output className={classes.typed}>{typed || '0'}</output>
        <Keypad label={t('quantity')} deleteLabel={t('deleteDigit')} onKey={press} />
        <Button size="xl" fullWidth disabled={pieces === 0} onClick={set}>
          {t('setTo', typed || '0')}
        </Button>
      </div>
    </Modal>
  );
}
