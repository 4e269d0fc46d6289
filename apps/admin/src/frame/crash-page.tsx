import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { frameTexts } from '../messages/frame.ts';

/** Stands where a screen broke; loading again also fetches a newer version of the back office. */
export function CrashPage() {
  const t = useTexts(frameTexts);
  return <ErrorState title={t('crashed')} advice={t('crashedAdvice')} onRetry={() => location.reload()} />;
}
