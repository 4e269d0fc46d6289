import {
  IconAlertTriangle,
  IconChevronRight,
  IconCircleCheck,
  IconPackage,
  IconPackageOff,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { Link } from 'wouter';
import { homeTexts } from '../messages/home.ts';
import { Panel } from '../parts/panel.tsx';
import classes from './needs-panel.module.css';
import type { Today } from './today.ts';

interface Need {
  readonly key: string;
  readonly href: string;
  readonly icon: TablerIcon;
  readonly words: string;
  readonly hint: string;
}

/** What waits for a person, each a way to where it is dealt with. */
export const NeedsPanel = memo(function NeedsPanel({ today }: { readonly today: Today }) {
  const t = useTexts(homeTexts);
  const all: (Need | false)[] = [
    today.toFulfil > 0 && {
      key: 'fulfil',
      href: '/orders?view=fulfil',
      icon: IconPackage,
      words: t('toFulfil', today.toFulfil),
      hint: t('toFulfilHint'),
    },
    today.lowStock > 0 && {
      key: 'low',
      href: '/stock?only=out',
      icon: IconPackageOff,
      words: t('lowStock', today.lowStock),
      hint: t('lowStockHint'),
    },
    today.exceptions > 0 && {
      key: 'exceptions',
      href: '/exceptions',
      icon: IconAlertTriangle,
      words: t('exceptions', today.exceptions),
      hint: t('exceptionsHint'),
    },
  ];
  const needs = all.filter((one): one is Need => one !== false);
  return (
    <Panel title={t('needs')}>
      {needs.length === 0 ? (
        <p className={classes.nothing}>
          <IconCircleCheck size={20} stroke={1.7} aria-hidden />
          {t('needsNothing')}
        </p>
      ) : (
        <ul className={classes.list}>
          {needs.map(({ key, href, icon: Icon, words, hint }) => (
            <li key={key}>
              <Link href={href} className={classes.need}>
                <span className={classes.icon}>
                  <Icon size={18} stroke={1.7} aria-hidden />
                </span>
                <span className={classes.words}>
                  <span className={classes.what}>{words}</span>
                  <span className={classes.hint}>{hint}</span>
                </span>
                <IconChevronRight size={16} stroke={1.7} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
});
