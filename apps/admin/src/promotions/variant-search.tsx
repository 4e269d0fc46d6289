import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { builderTexts } from '../messages/promotion-builder.ts';
import { Thumb } from '../parts/thumb.tsx';
import type { VariantItem } from '../products/product-columns.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';

/** Variants that fit what is typed; none before anything is. */
export function useFoundVariants(typed: string) {
  const [search] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['picker', search, 'promotion'],
    queryFn: ({ signal }) => call('GET /api/reports/variants', { query: { search, limit: 8 }, signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  return { items: typed.trim() && search ? (found.data?.items ?? []) : [], isDone: found.isSuccess };
}

interface VariantSearchProps {
  readonly label: string;
  readonly onPick: (variant: VariantItem) => void;
}

/** Finds a variant by name or SKU; a press takes it. */
export function VariantSearch({ label, onPick }: VariantSearchProps) {
  const t = useTexts(builderTexts);
  const { text, money } = useFormat();
  const [typed, setTyped] = useState('');
  const { items } = useFoundVariants(typed);
  const take = (one: VariantItem) => {
    onPick(one);
    setTyped('');
  };
  return (
    <div className={classes.search}>
      <TextInput
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = items;
          if (event.key !== 'Enter' || !first) return;
          event.preventDefault();
          take(first);
        }}
      />
      {items.length > 0 ? (
        <ul className={classes.found} aria-label={t('found')}>
          {items.map((one) => (
            <li key={one.variantId}>
              <button type="button" className={classes.foundOne} onClick={() => take(one)}>
                <Thumb url={one.imageUrl} size={28} />
                <span className={classes.foundName}>
                  {[text(one.name), ...one.optionNames.map(text)].join(' · ')}
                  <span className={classes.small}>{one.sku}</span>
                </span>
                <span className={classes.small}>{one.amount === null ? '' : money(one.amount)}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
