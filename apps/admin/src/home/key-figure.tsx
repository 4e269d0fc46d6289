import { IconArrowDownRight, IconArrowUpRight, IconEqual } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { homeTexts } from '../messages/home.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Comparison } from './compare.ts';
import classes from './key-figures.module.css';

interface KeyFigureProps {
  readonly name: string;
  readonly value: string;
  readonly comparison: Comparison | undefined;
  readonly note: string;
  readonly isMain?: boolean;
}

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconEqual };

/** One figure with its name, its direction and what is usual. */
export function KeyFigure({ name, value, comparison, note, isMain = false }: KeyFigureProps) {
  const t = useTexts(homeTexts);
  const { rate } = useFormat();
  const Arrow = comparison ? arrows[comparison.direction] : undefined;
  const said = !comparison
    ? ''
    : comparison.direction === 'same'
      ? t('same')
      : t(comparison.direction, rate(comparison.ppm));
  return (
    <div className={classes.figure} data-main={isMain || undefined}>
      <dt className={classes.name}>{name}</dt>
      <dd className={classes.value}>{value}</dd>
      <dd className={classes.note}>
        {comparison && Arrow ? (
          <span className={classes.change} data-direction={comparison.direction} title={said}>
            <Arrow size={14} stroke={2} aria-hidden />
            <span aria-hidden>{rate(comparison.ppm)}</span>
            <span className="only-heard">{said}</span>
          </span>
        ) : null}
        <span>{note}</span>
      </dd>
    </div>
  );
}
