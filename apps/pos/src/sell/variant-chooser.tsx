import { Modal } from '@mantine/core';
import { type Locale, text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import type { Product } from '../core/catalogue.ts';
import type { TillVariant } from '../core/till-facts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { useListPrice, useMoney } from '../use-till.tsx';
import classes from './chooser.module.css';
import { StockMark } from './stock-mark.tsx';

interface VariantChooserProps {
  readonly product: Product | undefined;
  readonly onChoose: (variant: TillVariant) => void;
  readonly onClose: () => void;
}

/** Sizes and colours at a glance: one tap puts the right one into the basket. */
export function VariantChooser({ product, onChoose, onClose }: VariantChooserProps) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const priceOf = useListPrice();
  const title = product ? text(product.name, locale) : t('choose');
  return (
    <Modal
      opened={product !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      {groupVariants(product?.variants ?? [], locale).map(([group, variants]) => (
        <section key={group} className={classes.group}>
          {group === '' ? null : <h3 className={classes.title}>{group}</h3>}
          <div className={classes.choices}>
            {variants.map((variant) => (
              <button
                key={variant.id}
                type="button"
                className={classes.choice}
                onClick={() => {
                  onChoose(variant);
                  onClose();
                }}
              >
                <span className={classes.name}>{lastOption(variant, locale)}</span>
                <span className={classes.price}>
                  <Money amount={priceOf(variant).unitAmount} currency={currency} />
                </span>
                <StockMark available={variant.available} />
              </button>
            ))}
          </div>
        </section>
      ))}
    </Modal>
  );
}

/** Variants under all of their options but the last, such as the sizes of each colour. */
function groupVariants(variants: readonly TillVariant[], locale: Locale): [string, TillVariant[]][] {
  const groups = new Map<string, TillVariant[]>();
  for (const variant of variants) {
    const name = variant.optionNames
      .slice(0, -1)
      .map((option) => text(option, locale))
      .join(' · ');
    groups.set(name, [...(groups.get(name) ?? []), variant]);
  }
  return [...groups];
}

function lastOption(variant: TillVariant, locale: Locale): string {
  const option = variant.optionNames.at(-1);
  return option ? text(option, locale) : variant.sku;
}
