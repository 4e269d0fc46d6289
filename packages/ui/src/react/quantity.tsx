import { formatQuantity } from '../format.ts';
import classes from './figures.module.css';
import { useLanguage } from './language.tsx';

interface QuantityProps {
  /** In thousandths: one piece is 1000. */
  readonly thousandths: number;
  /** Word after the figure, such as kg. */
  readonly unit?: string;
}

/** A quantity in tabular figures. */
export function Quantity({ thousandths, unit }: QuantityProps) {
  const { locale } = useLanguage();
  return (
    <span className={classes.figures}>
      {formatQuantity(thousandths, locale)}
      {unit ? <span className={classes.unit}> {unit}</span> : null}
    </span>
  );
}
