import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useState } from 'react';
import { type Asked, findMembers, type MemberFault } from '../core/ask-member.ts';
import type { TillMember } from '../core/till-facts.ts';
import { memberTexts } from '../messages/member-texts.ts';
import choices from './chooser.module.css';
import { ClaimCode } from './claim-code.tsx';
import classes from './member.module.css';
import { MemberForm } from './member-form.tsx';
import sheets from './sheets.module.css';
import { useMemberLine } from './use-member-line.ts';

interface MemberSheetProps {
  /** Who is named already. */
  readonly member: TillMember | null;
  readonly onChoose: (member: TillMember) => void;
  readonly onClose: () => void;
}

/** Finds a member while somebody types, or adds a new one. */
export function MemberSheet({ member, onChoose, onClose }: MemberSheetProps) {
  const t = useTexts(memberTexts);
  const [search, setSearch] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isAdding ? 'addTitle' : 'title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      {isAdding ? (
        <MemberForm typed={search} onChoose={onChoose} onBack={() => setIsAdding(false)} />
      ) : (
        <div className={sheets.step}>
          <TextInput
            size="lg"
            label={t('search')}
            description={t('searchAdvice')}
            leftSection={<IconSearch size={20} aria-hidden />}
            value={search}
            maxLength={200}
            onChange={(event) => setSearch(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          {member === null ? null : <ClaimCode member={member} />}
          <Found search={search.trim()} onChoose={onChoose} />
          <Button
            size="lg"
            fullWidth
            variant="default"
            leftSection={<IconUserPlus size={20} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            {t('add')}
          </Button>
        </div>
      )}
    </Modal>
  );
}

const pauseMs = 250;

function Found({ search, onChoose }: { readonly search: string; readonly onChoose: MemberSheetProps['onChoose'] }) {
  const t = useTexts(memberTexts);
  const lineOf = useMemberLine();
  const [asked, setAsked] = useState<{ search: string; answer: Asked<readonly TillMember[]> }>();
  useEffect(() => {
    let isGone = false;
    if (search === '') return;
    const timer = setTimeout(
      () => void findMembers(search).then((answer) => isGone || setAsked({ search, answer })),
      pauseMs,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [search]);
  // What was found for fewer letters stays until the next answer, so that nothing jumps.
  if (search === '' || asked === undefined) return null;
  const { answer } = asked;
  if (!answer.ok) return <MemberFaultText fault={answer.fault} />;
  if (answer.found.length === 0)
    return (
      <p className={sheets.hint} role="status">
        {t('none', asked.search)}
      </p>
    );
  return (
    <ul className={`${choices.hits} ${classes.found}`} aria-label={t('results')}>
      {answer.found.map((member) => (
        <li key={member.id}>
          <button type="button" className={choices.hit} onClick={() => onChoose(member)}>
            <span>
              {member.name === '' ? (member.reference ?? '') : member.name}
              <span className={choices.small}>{lineOf(member)}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What went wrong as a whole; a fault of a field stands at the field. */
export function MemberFaultText({ fault }: { readonly fault: MemberFault }) {
  const t = useTexts(memberTexts);
  const words = { offline: 'offline', sign_in: 'signIn', failed: 'failed', known: 'known', field: 'failed' } as const;
  return (
    <p className={sheets.fault} role="alert">
      {t(words[fault.kind])}
    </p>
  );
}
