import { useTexts } from '@tandem/ui/react/index.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import type { Change } from './changes.ts';
import classes from './promotions.module.css';

interface ChangeListProps {
  readonly changes: readonly Change[];
  readonly before: string;
  readonly after: string;
}

/** What was said before and what is said after, phrase by phrase. */
export function ChangeList({ changes, before, after }: ChangeListProps) {
  const t = useTexts(builderTexts);
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={change.place}>
          <span className={classes.changePlace}>{t('place', change.place)}</span>
          <span>
            <span className="only-heard">{before}: </span>
            <del className={classes.before}>{change.before}</del>
          </span>
          <span>
            <span className="only-heard">{after}: </span>
            <ins className={classes.after}>{change.after}</ins>
          </span>
        </li>
      ))}
    </ul>
  );
}
