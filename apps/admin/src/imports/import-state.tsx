import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { importTexts } from '../messages/imports.ts';

const tones = { running: 'active', done: 'done', failed: 'danger' } as const;

/** How an import stands. */
export function ImportState({ state }: { readonly state: keyof typeof tones }) {
  const t = useTexts(importTexts);
  return <StatusBadge tone={tones[state]}>{t(state)}</StatusBadge>;
}
