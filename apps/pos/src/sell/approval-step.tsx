import { Button } from '@mantine/core';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { type Need, whoMayAllow } from '../core/allowed.ts';
import type { Approval } from '../core/basket.ts';
import type { Person } from '../core/till-facts.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { Keypad } from '../parts/keypad.tsx';
import { useTillState } from '../use-till.tsx';
import classes from './sheets.module.css';

interface ApprovalStepProps {
  readonly need: Need;
  readonly reason: string;
  readonly onAllowed: (approval: Approval) => void;
  readonly onBack: () => void;
}

const pinMax = 8;
const pinMin = 4;

/** Somebody with more rights allows by PIN; nobody is signed in or out by it. */
export function ApprovalStep({ need, reason, onAllowed, onBack }: ApprovalStepProps) {
  const t = useTexts(priceTexts);
  const { facts, isReachable } = useTillState();
  const people = facts ? whoMayAllow(need, facts.staff, facts.merchant.discountLimits) : [];
  const [chosen, setChosen] = useState<Person | undefined>(people.length === 1 ? people[0] : undefined);
  // No percentage: the need leaves a cent to rounding, so that 40 % would read as 39.99 %.
  const words = t(need.act === 'price' ? 'priceNeeds' : 'overLimit');
  const fault = isReachable ? (people.length === 0 ? t('allowNobody') : undefined) : t('allowOffline');
  return (
    <div className={classes.step}>
      <p className={classes.words}>{words}</p>
      {fault ? (
        <p className={classes.fault} role="alert">
          {fault}
        </p>
      ) : chosen ? (
        <PinEntry key={chosen.id} person={chosen} need={need} reason={reason} onAllowed={onAllowed} />
      ) : (
        <>
          <h3 className={classes.heading}>{t('allowBy')}</h3>
          {people.map((person) => (
            <Button key={person.id} size="lg" variant="default" fullWidth onClick={() => setChosen(person)}>
              {person.name}
            </Button>
          ))}
        </>
      )}
      <Button
        size="lg"
        variant="subtle"
        color="gray"
        fullWidth
        onClick={chosen && people.length > 1 ? () => setChosen(undefined) : onBack}
      >
        {t('back')}
      </Button>
    </div>
  );
}

interface PinEntryProps extends Omit<ApprovalStepProps, 'onBack'> {
  readonly person: Person;
}

function PinEntry({ person, need, reason, onAllowed }: PinEntryProps) {
  const t = useTexts(priceTexts);
  const s = useTexts(sellTexts);
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const press = (key: string) => {
    setFault('');
    setPin((before) => (key === 'back' ? before.slice(0, -1) : (before + key).slice(0, pinMax)));
  };
  async function allow(): Promise<void> {
    if (isBusy || pin.length < pinMin) return;
    setIsBusy(true);
    try {
      const { approvalId, staff } = await call('POST /api/till/approvals', {
        body: { staffId: person.id, pin, ...need, reason: reason.slice(0, 200) },
      });
      onAllowed({ approvalId, staffId: staff.id, role: staff.role });
    } catch (error) {
      setPin('');
      setFault(faultOf(error as ProblemError, t));
      setIsBusy(false);
    }
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the keyboard do what the keypad's do.
    <div
      className={classes.pin}
      tabIndex={-1}
      ref={(element) => element?.focus()}
      onKeyDown={(event) => {
        if (/^\d$/.test(event.key)) press(event.key);
        else if (event.key === 'Backspace') press('back');
        else if (event.key === 'Enter') {
          event.preventDefault();
          void allow();
        }
      }}
    >
      <h3 className={classes.heading}>{t('allowPin', person.name)}</h3>
      <output className={classes.typed} aria-label={t('allowPin', person.name)}>
        {pin === '' ? '\u00a0' : '•'.repeat(pin.length)}
      </output>
      <p className={classes.fault} role="alert">
        {fault}
      </p>
      <Keypad label={t('allowPin', person.name)} deleteLabel={s('deleteDigit')} onKey={press} />
      <Button size="xl" fullWidth disabled={pin.length < pinMin} loading={isBusy} onClick={() => void allow()}>
        {t('allow')}
      </Button>
    </div>
  );
}

function faultOf({ code }: ProblemError, t: ReturnType<typeof useTexts<typeof priceTexts.en>>): string {
  if (code === 'session.refused') return t('pinWrong');
  if (code === 'session.too_many_tries') return t('pinTooMany');
  if (code === 'approval.over_limit') return t('allowNobody');
  return t('allowOffline');
}
