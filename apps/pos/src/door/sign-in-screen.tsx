import { IconUserPlus } from '@tabler/icons-react';
import { text } from '@tandem/ui/index.ts';
import { EmptyState, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import type { Person } from '../core/till-facts.ts';
import { tillTexts } from '../messages/till-texts.ts';
import { StatusPill } from '../parts/status-pill.tsx';
import { useTillState } from '../use-till.tsx';
import classes from './door.module.css';
import { DoorFrame } from './door-frame.tsx';
import { PinPad } from './pin-pad.tsx';

/** Who sells: a face, then a PIN. */
export function SignInScreen() {
  const t = useTexts(tillTexts);
  const { locale } = useLanguage();
  const { facts } = useTillState();
  const [chosen, setChosen] = useState<Person>();
  const staff = facts?.staff ?? [];
  const person = chosen ?? (staff.length === 1 ? staff[0] : undefined);
  const place = (
    <>
      {text(facts?.location.name ?? {}, locale)}
      <small>{facts?.register.name}</small>
    </>
  );
  return (
    <DoorFrame place={place}>
      {staff.length === 0 ? (
        <EmptyState icon={IconUserPlus} title={t('noStaff')}>
          {t('noStaffAdvice')}
        </EmptyState>
      ) : person ? (
        <PinPad person={person} onBack={staff.length > 1 ? () => setChosen(undefined) : undefined} />
      ) : (
        <>
          <h1 className={classes.title}>{t('who')}</h1>
          <ul className={classes.people}>
            {staff.map((one) => (
              <li key={one.id}>
                <button type="button" className={classes.person} onClick={() => setChosen(one)}>
                  <span className={classes.face} aria-hidden>
                    {one.name.slice(0, 1)}
                  </span>
                  <span className={classes.name}>{one.name}</span>
                  <span className={classes.role}>{t(one.role)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <StatusPill isQuiet />
    </DoorFrame>
  );
}
