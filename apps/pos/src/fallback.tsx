import { Button } from '@mantine/core';
import { IconRefreshAlert } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { Component, type ReactNode } from 'react';
import { Notice } from './door/notice.tsx';
import { tillTexts } from './messages/till-texts.ts';

/** A fault in a screen never leaves an empty page: completed sales and the basket are on the device, so start anew. */
export class Fallback extends Component<{ readonly children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const t = useTexts(tillTexts);
  return (
    <Notice icon={IconRefreshAlert} title={t('broken')} words={t('brokenAdvice')}>
      <Button size="lg" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </Notice>
  );
}
