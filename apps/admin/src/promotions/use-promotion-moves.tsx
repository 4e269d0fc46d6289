import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/use-command.ts';
import { frameTexts } from '../messages/frame.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { useFormat } from '../shop/use-format.ts';
import type { Promotion } from './calendar.ts';
import { scheduleText } from './sentence-schedule.ts';
import { useWords } from './use-rule-names.ts';

export type Move = 'publish' | 'pause' | 'resume' | 'end' | 'copy';

/** What can be done with a promotion in its state. */
export function movesOf(state: Promotion['state']): Move[] {
  if (state === 'draft') return ['publish', 'copy'];
  if (state === 'paused') return ['resume', 'end', 'copy'];
  return state === 'ended' ? ['copy'] : ['pause', 'end', 'copy'];
}

/** Asks once where a move changes what shoppers pay, and does it. `dialog` has to be drawn. */
export function usePromotionMoves(): { start: (move: Move, promotion: Promotion) => void; dialog: ReactNode } {
  const t = useTexts(promotionTexts);
  const [, go] = useLocation();
  const [asked, setAsked] = useState<{ move: Move; promotion: Promotion }>();
  const close = () => setAsked(undefined);
  const refresh = [['promotions'], ['promotion']];
  const after = (done: string) => ({ refresh, done, onDone: close });
  const publish = useCommand('POST /api/promotions/:id/publication', after(t('published')));
  const pause = useCommand('POST /api/promotions/:id/pause', after(t('paused')));
  // Resuming asks nothing, so what is asked when it is done is another move's question and stays.
  const resume = useCommand('POST /api/promotions/:id/resumption', { refresh, done: t('resumed') });
  const end = useCommand('POST /api/promotions/:id/ending', after(t('ended')));
  const copy = useCommand('POST /api/promotions/:id/copy', {
    refresh: [['promotions']],
    done: t('copied'),
    onDone: (made) => go(`/promotions/${made.id}`),
  });
  const commands = { publish, pause, resume, end, copy };
  const send = (move: Move, { id }: Promotion) => commands[move].mutate({ params: { id } });
  return {
    start: (move, promotion) => {
      if (move === 'copy' || move === 'resume') send(move, promotion);
      else setAsked({ move, promotion });
    },
    dialog: asked ? (
      <MoveDialog
        {...asked}
        isSending={commands[asked.move].isPending}
        onClose={close}
        onGo={() => send(asked.move, asked.promotion)}
      />
    ) : null,
  };
}

interface MoveDialogProps {
  readonly move: Move;
  readonly promotion: Promotion;
  readonly isSending: boolean;
  readonly onClose: () => void;
  readonly onGo: () => void;
}

/** Says what happens before it happens. */
function MoveDialog({ move, promotion, isSending, onClose, onGo }: MoveDialogProps) {
  const t = useTexts(promotionTexts);
  const f = useTexts(frameTexts);
  const { text } = useFormat();
  const words = useWords([]);
  const name = text(promotion.definition.name);
  const { schedule } = promotion.definition;
  const title =
    move === 'end' ? t('endTitle', name) : move === 'pause' ? t('pauseTitle', name) : t('publishTitle', name);
  const said =
    move === 'end'
      ? t('endWords', promotion.uses.uses)
      : move === 'pause'
        ? t('pauseWords')
        : schedule?.start
          ? t('publishLater', scheduleText({ ...schedule, end: null, weekdays: null, hours: null }, words))
          : t('publishNow');
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <Text size="sm">{said}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('keep')}
          </Button>
          <Button {...(move === 'end' ? { color: 'red' } : {})} loading={isSending} onClick={onGo}>
            {t(move)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
