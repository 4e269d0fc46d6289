// How many uses of a limited promotion are left, once there are few.
import { formatCount } from '@tandem/ui/index.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { leftOf } from '../core/promotion-uses.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { usePriceVersion, useTill } from '../use-till.tsx';

/** More than these say nothing to anybody at the counter. */
const fewMax = 20;

/** Words for a promotion of which little is left, this sale not taken off; undefined for all others and offline. */
export function useLeft(): (promotionId: string | null) => string | undefined {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { prices } = useTill();
  usePriceVersion();
  const { rules, uses } = prices.facts() ?? {};
  return (promotionId) => {
    const promotion = rules?.promotions.find(({ id }) => id === promotionId);
    const left = promotion && uses?.isCurrent ? leftOf(promotion, uses.usage[promotion.id]) : null;
    if (!left || left.count > fewMax) return undefined;
    return t(left.kind === 'pieces' ? 'piecesLeft' : 'usesLeft', formatCount(left.count, locale));
  };
}

/** Words for a code that counts no more until this device is online again; undefined for all other refusals. */
export function useQuotaText(): (promotionId: string | null) => string | undefined {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { prices } = useTill();
  const { uses } = prices.facts() ?? {};
  return (promotionId) =>
    promotionId !== null && uses?.quotaUsed.has(promotionId)
      ? t('codeQuota', formatCount(uses.quota, locale))
      : undefined;
}
