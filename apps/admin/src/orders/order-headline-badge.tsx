import { StatusBadge, type StatusTone, useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';

const tones: Readonly<Record<string, StatusTone>> = {
  to_fulfil: 'attention',
  needs_attention: 'attention',
  pickup_expired: 'attention',
  awaiting_payment: 'attention',
  in_preparation: 'active',
  ready_for_pickup: 'active',
  partially_fulfilled: 'active',
  shipped: 'done',
  completed: 'done',
  refunded: 'neutral',
  partially_refunded: 'neutral',
  cancelled: 'neutral',
  draft: 'neutral',
};

/** How an order stands, as sign, words and colour. */
export function OrderHeadlineBadge({ headline }: { readonly headline: string }) {
  const t = useTexts(orderTexts);
  return <StatusBadge tone={tones[headline] ?? 'neutral'}>{t('headline', headline)}</StatusBadge>;
}
