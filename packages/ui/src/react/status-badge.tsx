import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleDot,
  IconCircleX,
  type TablerIcon,
} from '@tabler/icons-react';
import classes from './status-badge.module.css';

/** Done is good and over; active is under way; attention asks to be looked at; danger is loss; neutral asks nothing. */
export type StatusTone = 'done' | 'active' | 'attention' | 'danger' | 'neutral';

interface StatusBadgeProps {
  readonly tone: StatusTone;
  /** The state in words. */
  readonly children: string;
  /** A sign closer to the state than the tone's own. */
  readonly icon?: TablerIcon;
}

const icons: Readonly<Record<StatusTone, TablerIcon>> = {
  done: IconCircleCheck,
  active: IconCircleDot,
  attention: IconAlertTriangle,
  danger: IconCircleX,
  neutral: IconCircleDashed,
};

/** A state as sign, words and colour together, so that nobody needs to tell the colours apart. */
export function StatusBadge({ tone, children, icon }: StatusBadgeProps) {
  const Icon = icon ?? icons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={1.9} aria-hidden />
      {children}
    </span>
  );
}
