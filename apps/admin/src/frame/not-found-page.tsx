import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { frameTexts } from '../messages/frame.ts';
import { Page } from '../parts/page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useTexts(frameTexts);
  return (
    <Page title={t('notFoundTitle')}>
      <EmptyState
        icon={IconMapOff}
        title={t('notFoundTitle')}
        action={
          <Button component={Link} href="/">
            {t('toHome')}
          </Button>
        }
      >
        {t('notFoundWords')}
      </EmptyState>
    </Page>
  );
}
