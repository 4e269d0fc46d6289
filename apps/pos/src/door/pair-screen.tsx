import { Button, TextInput } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { tillTexts } from '../messages/till-texts.ts';
import { useOutboxState, useTill } from '../use-till.tsx';
import classes from './door.module.css';
import { DoorFrame } from './door-frame.tsx';

/** Makes this device the register whose one-time code is typed. */
export function PairScreen() {
  const t = useTexts(tillTexts);
  const till = useTill();
  const { waiting, refused } = useOutboxState();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);

  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function pair(event: FormEvent): Promise<void> {
    event.preventDefault();
    setIsBusy(true);
    setFault(undefined);
    try {
      await call('POST /api/till/pairing', { body: { code: code.trim() } });
      await till.refresh();
      till.outbox.wake();
    } catch (error) {
      setFault(faultOf(error as ProblemError, t));
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <DoorFrame place="Tandem">
      <form className={classes.form} onSubmit={(event) => void pair(event)}>
        <span className={classes.sign}>
          <IconDeviceTablet size={34} stroke={1.5} aria-hidden />
        </span>
        <h1 className={classes.title}>{t('pairTitle')}</h1>
        <p className={classes.words}>{t('pairAdvice')}</p>
        {waiting + refused > 0 ? <p className={classes.attention}>{t('pairWaiting', waiting + refused)}</p> : null}
        <TextInput
          className={classes.code}
          aria-label={t('pairCode')}
          placeholder="ABCD1234"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          ref={field}
        />
        <p className={classes.fault} role="alert">
          {fault}
        </p>
        <Button type="submit" size="xl" loading={isBusy} disabled={code.trim().length < 4}>
          {t('pair')}
        </Button>
      </form>
    </DoorFrame>
  );
}

function faultOf(problem: ProblemError, t: ReturnType<typeof useTexts<typeof tillTexts.en>>): string {
  if (problem.code === 'pairing.refused') return t('pairRefused');
  if (problem.code === 'session.too_many_tries') return t('tooMany');
  return problem.code === 'network' ? t('noConnection') : t('somethingWrong');
}
