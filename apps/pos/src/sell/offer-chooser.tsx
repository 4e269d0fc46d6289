import { Modal } from '@mantine/core';
import type { Offer } from '@tandem/domain/pricing/priced-basket.ts';
import { formatCount, text } from '@tandem/ui/index.ts';
import { FocusBack, Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { priceTexts } from '../messages/price-texts.ts';
import { useMoney, useTill } from '../use-till.tsx';
import chooser from './chooser.module.css';
import classes from './sheets.module.css';

interface OfferChooserProps {
  readonly offer: Offer;
  readonly onChoose: (variant: TillVariant, promotionId: string) => void;
  readonly onClose: () => void;
}

/** Gifts and add-ons of a promotion: one tap puts one into the basket, until all are chosen. */
export function OfferChooser({ offer, onChoose, onClose }: OfferChooserProps) {
  const t = useTexts(priceTexts);
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const { catalogue } = useTill();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('chooseTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <FocusBack />
      <p className={classes.words}>{t('chooseLeft', formatCount(offer.count, locale))}</p>
      <ul className={chooser.hits}>
        {offer.choices.map(({ variantId, unitAmount }) => {
          const variant = catalogue.variant(variantId);
          if (!variant?.isActive) return null;
          return (
            <li key={variantId}>
              <button
                type="button"
                className={chooser.hit}
                onClick={() => {
                  onChoose(variant, offer.promotionId);
                  if (offer.count <= 1) onClose();
                }}
              >
                <span>
                  {text(variant.name, locale)}
                  <span className={chooser.small}>
                    {variant.optionNames.map((option) => text(option, locale)).join(' · ')}
                  </span>
                </span>
                {unitAmount === 0 ? <strong>{t('free')}</strong> : <Money amount={unitAmount} currency={currency} />}
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
