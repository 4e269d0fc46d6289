import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: a state. */
  readonly badge?: ReactNode;
  /** Below the title: one quiet line. */
  readonly subtitle?: ReactNode;
  /** The page above this one. */
  readonly back?: { readonly href: string; readonly label: string };
  readonly actions?: ReactNode;
  /** On a phone the actions stand above the bar at the bottom, where the thumb is. */
  readonly isForThumb?: boolean;
  /** Reading width instead of the whole screen. */
  readonly isNarrow?: boolean;
  readonly children: ReactNode;
}

/** One screen: its title with what can be done, then its content. Names the browser's tab. */
export function Page({
  title,
  badge,
  subtitle,
  back,
  actions,
  isForThumb = false,
  isNarrow = false,
  children,
}: PageProps) {
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <div className={classes.page} data-narrow={isNarrow || undefined}>
      <header className={classes.head}>
        <div className={classes.heading}>
          {back ? (
            <Link href={back.href} className={classes.back}>
              <IconArrowLeft size={14} stroke={1.8} aria-hidden />
              {back.label}
            </Link>
          ) : null}
          <div className={classes.titleRow}>
            <h1 className={classes.title}>{title}</h1>
            {badge}
          </div>
          {subtitle ? <div className={classes.subtitle}>{subtitle}</div> : null}
        </div>
        {actions ? (
          <div className={classes.actions} data-thumb={isForThumb || undefined}>
            {actions}
          </div>
        ) : null}
      </header>
      {children}
    </div>
  );
}
