import { IconBackspace } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './keypad.module.css';

interface KeypadProps {
  readonly label: string;
  readonly deleteLabel: string;
  /** What stands left of the zero; nothing for a plain pad. */
  readonly corner?: '.' | '00' | undefined;
  /** A digit, two zeros, a point, or `back`. */
  readonly onKey: (key: string) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Large keys for a thumb. */
export const Keypad = memo(function Keypad({ label, deleteLabel, corner, onKey }: KeypadProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's meaning where there is none.
    <div className={classes.pad} role="group" aria-label={label}>
      {digits.map((digit) => (
        <button key={digit} type="button" className={classes.key} onClick={() => onKey(digit)}>
          {digit}
        </button>
      ))}
      {corner ? (
        <button type="button" className={classes.key} onClick={() => onKey(corner)}>
          {corner}
        </button>
      ) : (
        <span />
      )}
      <button type="button" className={classes.key} onClick={() => onKey('0')}>
        0
      </button>
      <button type="button" className={classes.key} aria-label={deleteLabel} onClick={() => onKey('back')}>
        <IconBackspace size={28} stroke={1.5} aria-hidden />
      </button>
    </div>
  );
});
