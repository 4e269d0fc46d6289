import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { frameTexts } from '../messages/frame.ts';
import { Page } from '../parts/page.tsx';

/** Stands where the person's role does not allow to look; nothing is asked of the server. */
export function NotAllowedPage() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t('notAllowed')}>
      <EmptyState
        icon={IconLock}
        title={t('notAllowedTitle')}
        action={
          <Button component={Link} href="/" variant="default">
            {t('toHome')}
          </Button>
        }
      >
        {t('notAllowedWords')}
      </EmptyState>
    </Page>
  );
}
