import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memberTexts } from '../messages/members.ts';
import { Finder, useSearch } from '../parts/finder.tsx';
import classes from './members.module.css';
import { phoneWords } from './phone-words.ts';
import { calledBy, type Member } from './use-members.ts';

interface MemberFinderProps {
  readonly label: string;
  readonly onPick: (member: Member) => void;
  readonly size?: 'xs' | 'sm';
}

/** Finds a member by name, phone, e-mail or number; stays ready for the next. */
export function MemberFinder({ label, onPick, size = 'sm' }: MemberFinderProps) {
  const t = useTexts(memberTexts);
  const search = useSearch<Member>(['members', 'found'], (words, signal) =>
    call('GET /api/members', { query: { search: words, limit: 8 }, signal }),
  );
  return (
    <Finder
      search={search}
      name={label}
      label={label}
      size={size}
      placeholder={t('find')}
      idOf={(one) => one.id}
      onPick={onPick}
    >
      {(one) => (
        <span className={classes.card}>
          <span>{calledBy(one)}</span>
          <span className={classes.small}>
            {[one.phone && phoneWords(one.phone), one.email, one.tier].filter(Boolean).join(' · ') || one.reference}
          </span>
        </span>
      )}
    </Finder>
  );
}
