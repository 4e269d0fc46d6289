// What tells one member from another, in one line.
import { useTexts } from '@tandem/ui/react/index.ts';
import type { TillMember } from '../core/till-facts.ts';
import { memberTexts } from '../messages/member-texts.ts';

/** Tier, number, the end of the phone, and how often the member bought. */
export function useMemberLine(): (member: TillMember) => string {
  const t = useTexts(memberTexts);
  return ({ tier, reference, phoneEnd, emailHint, orderCount, isTaxExempt }) =>
    [
      tier,
      t('orders', orderCount),
      isTaxExempt ? t('taxExempt') : null,
      phoneEnd === null ? emailHint : t('phoneEnd', phoneEnd),
      reference,
    ]
      .filter(Boolean)
      .join(' · ');
}
