import { Button, Popover } from '@mantine/core';
import { IconCalendar, IconChevronDown } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { lazy, Suspense, useState } from 'react';
import { reportTexts } from '../messages/reports.ts';
import { useFormat } from '../shop/use-format.ts';
import { type Period, presetOf, presetPeriod, presets } from './period.ts';
import classes from './period-menu.module.css';

const PeriodCalendar = lazy(() => import('./period-calendar.tsx'));

interface PeriodMenuProps {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
}

/** Chooses the days of a report: by a press on what is usual, or from first to last in a calendar. */
export function PeriodMenu({ period, today, onChange }: PeriodMenuProps) {
  const t = useTexts(reportTexts);
  const { date } = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const preset = presetOf(period, today);
  const choose = (next: Period) => {
    setIsOpen(false);
    onChange(next);
  };
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} stroke={1.7} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setIsOpen(!isOpen)}
        >
          {preset ? t(preset) : t('range', date(period.from), date(period.to))}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8} aria-label={t('choosePeriod')}>
        <div className={classes.menu}>
          <div className={classes.presets}>
            {presets.map((one) => (
              <button
                key={one}
                type="button"
                className={classes.preset}
                aria-pressed={one === preset}
                onClick={() => choose(presetPeriod(one, today))}
              >
                {t(one)}
              </button>
            ))}
          </div>
          <Suspense fallback={<div className={classes.wait} />}>
            <PeriodCalendar period={period} today={today} onChange={choose} />
          </Suspense>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
