import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { frameTexts } from '../messages/frame.ts';
import { builderTexts } from '../messages/promotion-builder.ts';

/** Asks before a page with unsaved work is left, by a link, by "back", or with the tab. `letGo` opens the way. */
export function useLeaveGuard(isDirty: boolean): { dialog: ReactNode; letGo: () => void } {
  const t = useTexts(builderTexts);
  const f = useTexts(frameTexts);
  const [leave, setLeave] = useState<() => void>();
  const isOpen = useRef(false);
  isOpen.current = !isDirty;
  useEffect(() => {
    if (!isDirty) return;
    const here = location.pathname;
    const full = location.href;
    const { pushState } = history;
    const ask = (go: () => void) => setLeave(() => go);
    // Every way inside the application goes through here, links and commands alike.
    const guarded: typeof history.pushState = function (this: History, ...given) {
      const to = new URL(String(given[2] ?? ''), full).pathname;
      if (isOpen.current || to === here) pushState.apply(history, given);
      else ask(() => pushState.apply(history, given));
    };
    history.pushState = guarded;
    const back = (event: PopStateEvent) => {
      if (isOpen.current || location.pathname === here) return;
      event.stopImmediatePropagation();
      const to = location.href;
      pushState.call(history, null, '', full);
      ask(() => pushState.call(history, null, '', to));
    };
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('popstate', back, { capture: true });
    addEventListener('beforeunload', warn);
    return () => {
      if (history.pushState === guarded) history.pushState = pushState;
      removeEventListener('popstate', back, { capture: true });
      removeEventListener('beforeunload', warn);
    };
  }, [isDirty]);
  const stay = () => setLeave(undefined);
  return {
    letGo: () => {
      isOpen.current = true;
    },
    dialog: leave ? (
      <Modal opened onClose={stay} title={t('leaveTitle')} closeButtonProps={{ 'aria-label': f('close') }}>
        <FocusBack />
        <Stack>
          <Text size="sm">{t('leaveWords')}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={stay} data-autofocus>
              {t('stay')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                isOpen.current = true;
                stay();
                leave();
              }}
            >
              {t('leave')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    ) : null,
  };
}
