import { IconGift, IconInfoCircle } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { Money, useTexts } from '@tandem/ui/react/index.ts';
import { reasonText } from '@tandem/ui/reasons.ts';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';
import type { Definition } from './definition.ts';
import type { Sample } from './sample.ts';
import type { Words } from './words.ts';

interface PreviewResultProps {
  readonly answer: Answer<'POST /api/promotions/preview'>;
  readonly sample: Sample;
  readonly definition: Definition;
  readonly words: Words;
  readonly isStale: boolean;
}

/** Per line what it was and is, which promotion gave what, and why others did not. */
export function PreviewResult({ answer, sample, definition, words, isStale }: PreviewResultProps) {
  const t = useTexts(builderTexts);
  const { money, locale, currency, text } = useFormat();
  const { timeZone } = useShop().merchant;
  const { now, draft, draftId } = answer;
  const shown = draft ?? now;
  const own = text(definition.name) || t('this');
  const nameOf = (id: string | null) =>
    id === null ? t('byHand') : id === draftId ? own : (words.names.promotion(id) ?? t('someOther'));
  const saved = draft ? now.totals.totalAmount - draft.totals.totalAmount : 0;
  // Of a promotion that counts already the comparison is with itself as it was published.
  const isPublished = [...now.applied, ...now.refused].some((one) => one.promotionId === draftId);
  const refused = [...shown.refused].sort(
    (a, b) => Number(b.promotionId === draftId) - Number(a.promotionId === draftId),
  );
  return (
    <div className={classes.result} data-stale={isStale || undefined} aria-busy={isStale}>
      <ul className={classes.priced}>
        {shown.lines.map((line, index) => (
          <li key={line.id}>
            <span className={classes.pricedName}>
              {words.names.variant(sample.lines[index]?.variantId ?? '') ?? '…'}
              {line.allocations.map((share) => (
                <span
                  key={`${share.promotionId} ${share.code}`}
                  className={classes.share}
                  data-own={share.promotionId === draftId || undefined}
                >
                  −{money(share.amount)} {nameOf(share.promotionId)}
                </span>
              ))}
            </span>
            <span className={classes.pricedAmounts}>
              {line.discountAmount > 0 ? <Money amount={line.listAmount} currency={currency} struck /> : null}
              <Money amount={line.amount} currency={currency} />
            </span>
          </li>
        ))}
      </ul>
      <dl className={classes.totals}>
        {shown.totals.discountAmount > 0 ? (
          <>
            <dt>{t('discount')}</dt>
            <dd>−{money(shown.totals.discountAmount)}</dd>
          </>
        ) : null}
        {shown.shipping ? (
          <>
            <dt>{t('shipping')}</dt>
            <dd>{money(shown.shipping.amount)}</dd>
          </>
        ) : null}
        <dt className={classes.strong}>{t('total')}</dt>
        <dd className={classes.strong}>{money(shown.totals.totalAmount)}</dd>
        {draft ? (
          <>
            <dt>{t(isPublished ? 'asPublished' : 'withoutDraft')}</dt>
            <dd>{money(now.totals.totalAmount)}</dd>
          </>
        ) : null}
      </dl>
      {draft ? (
        <p className={classes.verdict} data-gain={saved > 0 || undefined} role="status">
          {saved > 0
            ? t('savesMore', money(saved))
            : saved < 0
              ? t('costsMore', money(-saved))
              : t(isPublished ? 'sameAsPublished' : 'noDifference')}
        </p>
      ) : null}
      {shown.offers.map((offer) => (
        <p key={offer.promotionId} className={classes.offer}>
          <IconGift size={15} aria-hidden />
          {t('offers')}:{' '}
          {t(
            'offerWords',
            offer.count,
            offer.choices.map((one) => words.names.variant(one.variantId) ?? '…').join(', '),
          )}
        </p>
      ))}
      {refused.length > 0 ? (
        <>
          <h3 className={classes.whyTitle}>{t('refusedTitle')}</h3>
          <ul className={classes.why}>
            {refused.map((one) => (
              <li
                key={`${one.promotionId} ${one.code} ${one.reason}`}
                data-own={one.promotionId === draftId || undefined}
              >
                <IconInfoCircle size={15} aria-hidden />
                <span>
                  {one.promotionId ? <strong>{nameOf(one.promotionId)}</strong> : null}{' '}
                  {reasonText(one, {
                    locale,
                    currency,
                    timeZone,
                    promotionName: (id) => (id === draftId ? own : words.names.promotion(id)),
                    placeName: (id) => words.names.channel(id) ?? words.names.location(id),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
