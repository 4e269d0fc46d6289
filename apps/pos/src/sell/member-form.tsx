import { Button, NumberInput, TextInput } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { addMember, type MemberFault, type NewMember, newMemberId, readMember } from '../core/ask-member.ts';
import type { TillMember } from '../core/till-facts.ts';
import { memberTexts } from '../messages/member-texts.ts';
import classes from './member.module.css';
import { MemberFaultText } from './member-sheet.tsx';
import sheets from './sheets.module.css';

interface MemberFormProps {
  /** What was searched for: a phone, an e-mail or a name already. */
  readonly typed: string;
  readonly onChoose: (member: TillMember) => void;
  readonly onBack: () => void;
}

/** A new member in a few taps: the name, and what they are to be found by. */
export function MemberForm({ typed, onChoose, onBack }: MemberFormProps) {
  const t = useTexts(memberTexts);
  const [values, setValues] = useState(() => startOf(typed));
  const [fault, setFault] = useState<MemberFault>();
  const [isBusy, setIsBusy] = useState(false);
  // The same id for the same words: a second try after a lost answer makes no second member.
  const [command, setCommand] = useState(newMemberId);
  const set = (change: Partial<typeof values>) => {
    setValues({ ...values, ...change });
    setFault(undefined);
    setCommand(newMemberId());
  };
  const save = async () => {
    if (isBusy) return;
    if (values.name.trim() === '') return setFault({ kind: 'field', field: 'name' });
    setIsBusy(true);
    const asked = await addMember(command, bodyOf(values));
    setIsBusy(false);
    if (asked.ok) onChoose(asked.found);
    else setFault(asked.fault);
  };
  const use = async (id: string) => {
    const asked = await readMember(id);
    if (asked.ok) onChoose(asked.found);
    else setFault(asked.fault);
  };
  const faultAt = (field: string) => {
    if (fault === undefined || !('field' in fault) || fault.field !== field) return undefined;
    if (fault.kind === 'known') return t('known');
    return t(wrong[field] ?? 'wrong');
  };
  const isPlaced = fault !== undefined && 'field' in fault && fault.field in wrong;
  return (
    <form
      className={sheets.step}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        size="lg"
        label={t('name')}
        value={values.name}
        error={faultAt('name')}
        maxLength={200}
        onChange={(event) => set({ name: event.currentTarget.value })}
        autoComplete="off"
        data-autofocus
      />
      <TextInput
        size="lg"
        type="tel"
        label={t('phone')}
        value={values.phone}
        error={faultAt('phone')}
        maxLength={40}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        autoComplete="off"
      />
      <TextInput
        size="lg"
        type="text"
        inputMode="email"
        label={t('email')}
        value={values.email}
        error={faultAt('email')}
        maxLength={254}
        onChange={(event) => set({ email: event.currentTarget.value })}
        autoComplete="off"
      />
      <fieldset className={classes.birthday}>
        <legend>{t('birthday')}</legend>
        <DayField name={t('month')} max={12} value={values.month} onChange={(month) => set({ month })} />
        <DayField name={t('day')} max={31} value={values.day} onChange={(day) => set({ day })} />
        {faultAt('birthday') ? (
          <span className={sheets.fault} role="alert">
            {faultAt('birthday')}
          </span>
        ) : null}
      </fieldset>
      {fault === undefined || isPlaced ? null : <MemberFaultText fault={fault} />}
      {fault?.kind === 'known' ? (
        <Button size="lg" fullWidth variant="light" onClick={() => void use(fault.memberId)}>
          {t('use')}
        </Button>
      ) : null}
      <div className={classes.acts}>
        <Button size="xl" variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button size="xl" type="submit" loading={isBusy} className={classes.save ?? ''}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly max: number;
  readonly value: number | '';
  readonly onChange: (value: number | '') => void;
}

function DayField({ name, max, value, onChange }: DayFieldProps) {
  return (
    <NumberInput
      size="lg"
      aria-label={name}
      placeholder={name}
      min={1}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={value}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : '')}
    />
  );
}

const wrong: Readonly<Record<string, 'nameNeeded' | 'wrongPhone' | 'wrongEmail' | 'wrongBirthday'>> = {
  name: 'nameNeeded',
  phone: 'wrongPhone',
  email: 'wrongEmail',
  birthday: 'wrongBirthday',
};

interface Values {
  name: string;
  phone: string;
  email: string;
  month: number | '';
  day: number | '';
}

/** What was searched for goes where it belongs. */
function startOf(typed: string): Values {
  const empty: Values = { name: '', phone: '', email: '', month: '', day: '' };
  if (typed.includes('@')) return { ...empty, email: typed.trim() };
  return /^[+\d][\d ()./-]*$/.test(typed.trim()) ? { ...empty, phone: typed.trim() } : { ...empty, name: typed.trim() };
}

function bodyOf({ name, phone, email, month, day }: Values): NewMember {
  const two = (value: number | '') => String(value === '' ? 0 : value).padStart(2, '0');
  return {
    name: name.trim(),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(email.trim() === '' ? {} : { email: email.trim() }),
    // Half a birthday is sent as it is, so that the answer says that it is no day.
    ...(month === '' && day === '' ? {} : { birthday: `--${two(month)}-${two(day)}` }),
  };
}
