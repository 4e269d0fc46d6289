import classes from './page-skeleton.module.css';

/** The grey shape of a page that is on its way. */
export function PageSkeleton() {
  return (
    <div className={classes.page} aria-busy="true">
      <div className={classes.title} />
      <div className={classes.row} />
      <div className={classes.block} />
    </div>
  );
}
