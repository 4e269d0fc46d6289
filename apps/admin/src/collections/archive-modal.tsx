import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { ProblemError } from '@tandem/contract/client.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { useCommand } from '../api/use-command.ts';
import { collectionTexts } from '../messages/collections.ts';
import { frameTexts } from '../messages/frame.ts';
import { problemTexts } from '../messages/problems.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Collection } from './use-collections.ts';

interface ArchiveModalProps {
  readonly collection: Collection;
  readonly onClose: () => void;
}

/** Asks once, then puts the collection away; where a promotion means it, says which. */
export function ArchiveModal({ collection, onClose }: ArchiveModalProps) {
  const t = useTexts(collectionTexts);
  const f = useTexts(frameTexts);
  const problem = useTexts(problemTexts);
  const { text } = useFormat();
  const archive = useCommand('POST /api/collections/:id/archiving', {
    refresh: [['collections'], ['product']],
    done: t('archivedDone'),
    isQuiet: true,
    onDone: onClose,
  });
  const { error } = archive;
  const user = error instanceof ProblemError && error.code === 'collection.in_use' ? error.params : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('archiveTitle', text(collection.name))}
      closeButtonProps={{ 'aria-label': f('close') }}
    >
      <FocusBack />
      <Stack>
        {error ? (
          <div role="alert">
            <Text size="sm" c="var(--color-danger-text)">
              {user ? t('inUse', text(user.name as Record<string, string>)) : problemText(error, problem)}
            </Text>
            {user ? (
              <Anchor component={Link} href={`/promotions/${String(user.promotionId)}`} size="sm">
                {t('openPromotion')}
              </Anchor>
            ) : null}
          </div>
        ) : (
          <Text size="sm">{t('archiveWords')}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button loading={archive.isPending} onClick={() => archive.mutate({ params: { id: collection.id } })}>
            {t('archive')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
