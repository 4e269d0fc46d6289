import { Button } from '@mantine/core';
import { IconDatabaseOff, IconDeviceTabletPause, IconLockOff, IconPlugConnectedX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useSyncExternalStore } from 'react';
import type { Boot } from './boot-till.ts';
import { Notice } from './door/notice.tsx';
import { PairScreen } from './door/pair-screen.tsx';
import { SignInScreen } from './door/sign-in-screen.tsx';
import { tillTexts } from './messages/till-texts.ts';
import { TillScreens } from './till-screens.tsx';
import { TillProvider, useTill, useTillState } from './use-till.tsx';

/** The whole till: what stands on the screen follows from where its person is. */
export function App({ boot }: { readonly boot: Boot }) {
  const state = useSyncExternalStore(boot.subscribe, boot.state);
  const t = useTexts(tillTexts);
  // Browsers keep no storage, no sign-in and no worker for such an address: say that instead of what fails first.
  if (!window.isSecureContext) return <Notice icon={IconLockOff} title={t('insecure')} words={t('insecureAdvice')} />;
  if (state.step === 'other_tab')
    return <Notice icon={IconDeviceTabletPause} title={t('otherTab')} words={t('otherTabAdvice')} />;
  if (state.step === 'no_storage')
    return <Notice icon={IconDatabaseOff} title={t('noStorage')} words={t('noStorageAdvice')} />;
  if (state.step !== 'ready') return <Notice title={t('till')} isBusy />;
  return (
    <TillProvider till={state.till}>
      <Stage />
    </TillProvider>
  );
}

function Stage() {
  const till = useTill();
  const { stage, progress } = useTillState();
  const t = useTexts(tillTexts);
  if (stage === 'pairing') return <PairScreen />;
  if (stage === 'signing_in') return <SignInScreen />;
  if (stage === 'selling') return <TillScreens />;
  if (stage === 'loading') {
    return <Notice title={t('loading')} words={t('loaded', Math.round(progress * 100))} isBusy progress={progress} />;
  }
  if (stage === 'opening') return <Notice title={t('till')} isBusy />;
  return (
    <Notice icon={IconPlugConnectedX} title={t('unreachable')} words={t('unreachableAdvice')}>
      <RetryButton onRetry={() => void till.refresh()} />
    </Notice>
  );
}

function RetryButton({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts(tillTexts);
  return (
    <Button size="lg" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
}
