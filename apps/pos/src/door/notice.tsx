import { Loader } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './door.module.css';

interface NoticeProps {
  readonly icon?: TablerIcon;
  readonly title: string;
  readonly words?: string;
  readonly isBusy?: boolean;
  readonly progress?: number;
  readonly children?: ReactNode;
}

/** One thing to know, in the middle of the screen. */
export function Notice({ icon: Icon, title, words, isBusy = false, progress, children }: NoticeProps) {
  return (
    <main className={classes.door}>
      <div className={classes.notice} role="status">
        {isBusy ? <Loader size={36} aria-hidden /> : null}
        {Icon ? (
          <span className={classes.sign}>
            <Icon size={34} stroke={1.5} aria-hidden />
          </span>
        ) : null}
        <h1 className={classes.title}>{title}</h1>
        {words ? <p className={classes.words}>{words}</p> : null}
        {progress === undefined ? null : (
          <span className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${Math.round(progress * 100)}%` }} />
          </span>
        )}
        {children}
      </div>
    </main>
  );
}
