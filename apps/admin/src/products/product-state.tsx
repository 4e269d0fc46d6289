import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { productTexts } from '../messages/products.ts';

const tones = { active: 'done', draft: 'neutral', archived: 'neutral' } as const;

/** The status of a product as a badge. */
export function ProductState({ status }: { readonly status: string }) {
  const t = useTexts(productTexts);
  const known = status === 'active' || status === 'archived' ? status : 'draft';
  return <StatusBadge tone={tones[known]}>{t(known)}</StatusBadge>;
}
