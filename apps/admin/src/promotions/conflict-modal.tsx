import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { frameTexts } from '../messages/frame.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { promotionTexts } from '../messages/promotions.ts';
import type { Promotion } from './calendar.ts';
import { ChangeList } from './change-list.tsx';
import { changesOf } from './changes.ts';
import { type Definition, definitionOf } from './definition.ts';
import type { Words } from './words.ts';

interface ConflictModalProps {
  readonly id: string;
  readonly mine: Definition;
  readonly words: Words;
  readonly onClose: () => void;
  readonly onTake: (theirs: Promotion) => void;
  readonly onKeep: (theirs: Promotion) => void;
}

/** Two people changed one promotion: what differs, and the two ways out. */
export function ConflictModal({ id, mine, words, onClose, onTake, onKeep }: ConflictModalProps) {
  const t = useTexts(builderTexts);
  const p = useTexts(promotionTexts);
  const f = useTexts(frameTexts);
  const { data } = useQuery({
    queryKey: ['promotion', id, 'theirs'],
    queryFn: ({ signal }) => call('GET /api/promotions/:id', { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
  });
  const theirs = data ? (definitionOf(data.definition) as Definition) : undefined;
  const changes = theirs ? changesOf(theirs, mine, words, p('nothing')) : [];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('conflictTitle')}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <FocusBack />
      <Stack>
        <Text size="sm">{changes.length > 0 || !data ? t('conflictWords') : t('conflictSame')}</Text>
        <ChangeList changes={changes} before={t('conflictTheirs')} after={t('conflictMine')} />
        <Group justify="flex-end">
          <Button variant="default" disabled={!data} onClick={() => data && onTake(data)}>
            {t('takeTheirs')}
          </Button>
          <Button disabled={!data} onClick={() => data && onKeep(data)}>
            {t('keepMine')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
