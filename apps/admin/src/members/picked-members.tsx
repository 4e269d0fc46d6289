import { CloseButton } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { memberTexts } from '../messages/members.ts';
import classes from './members.module.css';

interface PickedMembersProps {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly onRemove: (id: string) => void;
}

/** Members that were picked, each with the way out. */
export function PickedMembers({ members, onRemove }: PickedMembersProps) {
  const t = useTexts(memberTexts);
  if (members.length === 0) return null;
  return (
    <ul className={classes.picked}>
      {members.map(({ id, name }) => (
        <li key={id}>
          {name}
          <CloseButton size="xs" aria-label={t('remove', name)} onClick={() => onRemove(id)} />
        </li>
      ))}
    </ul>
  );
}
