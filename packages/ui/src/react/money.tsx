import { moneyParts } from '../format.ts';
import classes from './figures.module.css';
import { useLanguage } from './language.tsx';

interface MoneyProps {
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
  /** Struck through: the price before. */
  readonly struck?: boolean;
}

/** An amount in tabular figures with its currency set small. Size and weight come from around it. */
export function Money({ amount, currency, struck = false }: MoneyProps) {
  const { locale } = useLanguage();
  const Tag = struck ? 's' : 'span';
  return (
    <Tag className={struck ? classes.struck : classes.figures}>
      {moneyParts(amount, currency, locale).map((part) => (
        <span key={part.kind + part.text} className={part.kind === 'currency' ? classes.currency : undefined}>
          {part.text}
        </span>
      ))}
    </Tag>
  );
}
