import { Button } from '@mantine/core';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Person } from '../core/till-facts.ts';
import { tillTexts } from '../messages/till-texts.ts';
import { Keypad } from '../parts/keypad.tsx';
import { useTill } from '../use-till.tsx';
import classes from './door.module.css';

const shortest = 4;
const longest = 8;
const patienceMs = 8000;

interface PinPadProps {
  readonly person: Person;
  readonly onBack: (() => void) | undefined;
}

/** The PIN of one person, by thumb or by keyboard. */
export function PinPad({ person, onBack }: PinPadProps) {
  const t = useTexts(tillTexts);
  const till = useTill();
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  async function signIn(): Promise<void> {
    if (isBusy || pin.length < shortest) return;
    setIsBusy(true);
    try {
      const { staff } = await call('POST /api/till/session', {
        body: { staffId: person.id, pin },
        signal: AbortSignal.timeout(patienceMs),
      });
      await till.signedIn(staff, pin);
    } catch (error) {
      const { code, status } = error as ProblemError;
      const isAway = code === 'network' || status >= 500 || status === undefined;
      // Without the server the device itself knows a PIN that was right on it before.
      const here = isAway ? await till.openHere(person, pin).catch(() => 'unknown' as const) : undefined;
      if (here === 'right') return;
      setPin('');
      setFault(
        here === undefined || here === 'unknown' ? faultOf(code, t) : t(here === 'wrong' ? 'pinRefused' : 'tooMany'),
      );
      setIsBusy(false);
    }
  }

  const press = (key: string) => {
    setFault(undefined);
    setPin((before) => (key === 'back' ? before.slice(0, -1) : (before + key).slice(0, longest)));
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
    if (/^\d$/.test(event.key)) press(event.key);
    else if (event.key === 'Backspace') press('back');
    else if (event.key === 'Enter') void signIn();
    else if (event.key === 'Escape') onBack?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <div className={classes.pad}>
      <span className={classes.face} aria-hidden>
        {person.name.slice(0, 1)}
      </span>
      <h1 className={classes.title}>{t('pin', person.name)}</h1>
      <div
        className={`${classes.dots} ${fault ? classes.shake : ''}`}
        role="img"
        aria-label={t('pinDigits', pin.length)}
      >
        {Array.from({ length: Math.max(shortest, pin.length) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is nothing but its place.
          <span key={index} className={classes.dot} data-filled={index < pin.length || undefined} />
        ))}
      </div>
      <p className={classes.fault} role="alert">
        {fault}
      </p>
      <Keypad label={t('pin', person.name)} deleteLabel={t('deleteDigit')} onKey={press} />
      <Button
        className={classes.wide ?? ''}
        size="xl"
        disabled={pin.length < shortest}
        loading={isBusy}
        onClick={() => void signIn()}
      >
        {t('signIn')}
      </Button>
      {onBack ? (
        <Button className={classes.wide ?? ''} size="lg" variant="subtle" color="gray" onClick={onBack}>
          {t('otherPerson')}
        </Button>
      ) : null}
    </div>
  );
}

function faultOf(code: string, t: ReturnType<typeof useTexts<typeof tillTexts.en>>): string {
  if (code === 'session.refused') return t('pinRefused');
  if (code === 'session.too_many_tries') return t('tooMany');
  return code === 'network' ? t('noConnection') : t('somethingWrong');
}
