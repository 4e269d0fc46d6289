import { memo } from 'react';
import classes from './virtual-table.module.css';

interface RowCheckProps {
  readonly index: number;
  readonly label: string;
  readonly isOn: boolean;
  readonly onSelect: (index: number, isRange: boolean) => void;
}

/** Chooses a row; with Shift all from the one that was chosen before. */
export const RowCheck = memo(function RowCheck({ index, label, isOn, onSelect }: RowCheckProps) {
  return (
    <label className={classes.checkArea}>
      <input
        type="checkbox"
        className={classes.check}
        aria-label={label}
        checked={isOn}
        readOnly
        onMouseDown={(event) => event.shiftKey && event.preventDefault()}
        onClick={(event) => onSelect(index, event.shiftKey)}
      />
    </label>
  );
});
