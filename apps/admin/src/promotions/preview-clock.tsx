import { Button, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useState } from 'react';
import { builderTexts } from '../messages/promotion-builder.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import { localIn } from './sample.ts';

interface PreviewClockProps {
  /** What the store's clock shows; '' is now. */
  readonly value: string;
  readonly timeZone: string;
  readonly schedule: Definition['schedule'];
  readonly onChange: (local: string) => void;
}
const tickMs = 15_000;

/** The moment that the sample basket is priced at, by the clock of the store: now, or any other. */
export function PreviewClock({ value, timeZone, schedule, onChange }: PreviewClockProps) {
  const t = useTexts(builderTexts);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const shown = localIn(now, timeZone);
  const start = schedule?.start?.slice(0, 16);
  return (
    <div className={classes.clock}>
      <TextInput
        type="datetime-local"
        label={t('at')}
        description={t('atZone', timeZone.replaceAll('_', ' '))}
        value={value || shown}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.clockActs}>
        <Button
          variant={value ? 'default' : 'light'}
          size="compact-sm"
          aria-pressed={!value}
          onClick={() => onChange('')}
        >
          {t('atNow')}
        </Button>
        {start && start > shown ? (
          <Button
            variant={value === start ? 'light' : 'default'}
            size="compact-sm"
            aria-pressed={value === start}
            onClick={() => onChange(start)}
          >
            {t('atStart')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
