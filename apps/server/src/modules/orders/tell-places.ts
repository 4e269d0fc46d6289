/** Where a promotion counts that does not count here: in the stores, in one of them, or in another shop. */
import type { RefusedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { SellingFacts } from '../merchants/index.ts';

/** The figures of a refusal, with the place where it was refused for its place; others as the engine gave them. */
export function tellPlace(
  { promotionId, reason, params }: RefusedPromotion,
  rules: RuleSet,
  { channels }: Pick<SellingFacts, 'channels'>,
): RefusedPromotion['params'] {
  if (reason !== 'only_channel' && reason !== 'only_location') return { ...params };
  const rule = rules.promotions.find(({ id }) => id === promotionId);
  const of = (reason === 'only_channel' ? rule?.channels : rule?.locations) ?? [];
  const [only = ''] = of;
  if (of.length === 1) return { ...params, [reason === 'only_channel' ? 'channelId' : 'locationId']: placeOf(only) };
  const areStores = reason === 'only_location' || of.every((id) => channels.get(id)?.kind === 'till');
  return of.length > 0 && areStores ? { ...params, place: 'stores' } : { ...params };

  /** A till's channel is known to shoppers by its store. */
  function placeOf(id: string): string {
    return channels.get(id)?.locationId ?? id;
  }
}
