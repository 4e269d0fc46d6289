import { Button, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { text } from '@tandem/ui/index.ts';
import { Money, useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import type { TillVariant } from '../core/till-facts.ts';
import { sellTexts } from '../messages/sell-texts.ts';
import { useListPrice, useMoney, useTill } from '../use-till.tsx';
import classes from './chooser.module.css';

interface UnknownCodeProps {
  readonly code: string | undefined;
  readonly onChoose: (variant: TillVariant) => void;
  readonly onClose: () => void;
}

const hitsMax = 8;

/** A code that nobody knows: the person says what it is by searching. */
export function UnknownCode({ code, onChoose, onClose }: UnknownCodeProps) {
  const t = useTexts(sellTexts);
  return (
    <Modal
      opened={code !== undefined}
      onClose={onClose}
      title={t('unknownTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close'), size: 48 }}
    >
      <p className={classes.advice}>{t('unknownAdvice', code ?? '')}</p>
      <SearchVariants
        key={code}
        onChoose={(variant) => {
          onChoose(variant);
          onClose();
        }}
      />
      <Button mt="md" size="lg" fullWidth variant="default" onClick={onClose}>
        {t('backToBasket')}
      </Button>
    </Modal>
  );
}

function SearchVariants({ onChoose }: { readonly onChoose: (variant: TillVariant) => void }) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  const { currency } = useMoney();
  const priceOf = useListPrice();
  const { catalogue } = useTill();
  const [query, setQuery] = useState('');
  const products = query.trim() === '' ? [] : catalogue.search(query, hitsMax);
  const variants = products.flatMap((product) => product.variants).slice(0, hitsMax);
  return (
    <>
      <TextInput
        size="lg"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={20} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <ul className={classes.hits}>
        {variants.map((variant) => (
          <li key={variant.id}>
            <button type="button" className={classes.hit} onClick={() => onChoose(variant)}>
              <span>
                {text(variant.name, locale)}
                <span className={classes.small}>
                  {[...variant.optionNames.map((option) => text(option, locale)), variant.sku].join(' · ')}
                </span>
              </span>
              <Money amount={priceOf(variant).unitAmount} currency={currency} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
