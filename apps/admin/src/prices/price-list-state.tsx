import { IconClock } from '@tabler/icons-react';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { priceTexts } from '../messages/prices.ts';
import type { PriceListView } from './use-price-lists.ts';

/** Whether a price list counts now. */
export function PriceListState({ state }: { readonly state: PriceListView['state'] }) {
  const t = useTexts(priceTexts);
  if (state === 'active') return <StatusBadge tone="done">{t('active')}</StatusBadge>;
  if (state === 'scheduled')
    return (
      <StatusBadge tone="active" icon={IconClock}>
        {t('scheduled')}
      </StatusBadge>
    );
  return <StatusBadge tone="neutral">{t('ended')}</StatusBadge>;
}
