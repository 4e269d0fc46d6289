import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { importTexts } from '../messages/imports.ts';

const tones = { running: 'active', interrupted: 'attention', done: 'done', failed: 'danger' } as const;

/** How an import stands. */
export function ImportState({ state }: { readonly state: keyof typeof tones }) {
  const t = useTexts(importTexts);
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}

/** When to ask again: an import that was cut off may be taken up by somebody else. */
export function pollAfterMs(state: keyof typeof tones | undefined): number | false {
  if (state === 'running') return 700;
  return state === 'interrupted' ? 5000 : false;
}
