import { IconUser, IconUserPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { type Basket, nameMember } from '../core/basket.ts';
import { memberTexts } from '../messages/member-texts.ts';
import type { ChangeBasket } from '../use-basket.ts';
import classes from './member.module.css';
import { MemberSheet } from './member-sheet.tsx';
import { useMemberLine } from './use-member-line.ts';

interface MemberBarProps {
  readonly basket: Basket;
  readonly change: ChangeBasket;
  readonly isLocked: boolean;
}

/** Above the lines: who buys, or the way to say so. */
export function MemberBar({ basket, change, isLocked }: MemberBarProps) {
  const t = useTexts(memberTexts);
  const lineOf = useMemberLine();
  const [isOpen, setIsOpen] = useState(false);
  const { member } = basket;
  if (member === null && isLocked) return null;
  const words =
    member === null ? (
      t('nameMember')
    ) : (
      <span className={classes.words}>
        <span className={classes.name}>{member.name}</span>
        <span className={classes.small}>{lineOf(member)}</span>
      </span>
    );
  return (
    <div className={classes.bar} data-named={member !== null || undefined}>
      {isLocked ? (
        <div className={classes.who}>
          <IconUser size={20} stroke={1.7} aria-hidden /> {words}
        </div>
      ) : (
        <button type="button" className={classes.who} onClick={() => setIsOpen(true)} aria-haspopup="dialog">
          {member === null ? (
            <IconUserPlus size={20} stroke={1.7} aria-hidden />
          ) : (
            <IconUser size={20} stroke={1.7} aria-hidden />
          )}
          {words}
        </button>
      )}
      {member === null || isLocked ? null : (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('remove', member.name)}
          onClick={() => change((before) => nameMember(before, null))}
        >
          <IconX size={20} aria-hidden />
        </button>
      )}
      {isOpen ? (
        <MemberSheet
          member={member}
          onChoose={(chosen) => {
            change((before) => nameMember(before, chosen));
            setIsOpen(false);
          }}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </div>
  );
}
