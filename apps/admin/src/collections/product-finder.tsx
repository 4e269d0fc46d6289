import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { collectionTexts } from '../messages/collections.ts';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './collections.module.css';
import type { Member } from './use-collections.ts';

interface ProductFinderProps {
  readonly isThere: (productId: string) => boolean;
  readonly onPick: (product: Member) => void;
}

/** Finds a product by name, SKU or barcode; stays ready for the next. */
export function ProductFinder({ isThere, onPick }: ProductFinderProps) {
  const t = useTexts(collectionTexts);
  const { text } = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const list = useCombobox();
  const found = useQuery({
    queryKey: ['found', 'members', search],
    queryFn: ({ signal }) => call('GET /api/reports/variants', { query: { search, limit: 30 }, signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = typed.trim() ? [...new Map((found.data?.items ?? []).map((one) => [one.productId, one])).values()] : [];
  const pick = (productId: string) => {
    const one = items.find((item) => item.productId === productId);
    if (!one || isThere(productId)) return;
    onPick({
      productId,
      name: one.name,
      brand: one.brand,
      status: one.status as Member['status'],
      imageUrl: one.imageUrl,
    });
    setTyped('');
    list.closeDropdown();
  };
  return (
    <Combobox store={list} withinPortal={false} onOptionSubmit={pick}>
      <Combobox.Target>
        <TextInput
          aria-label={t('find')}
          placeholder={t('find')}
          value={typed}
          maxLength={200}
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            list.resetSelectedOption();
            list.openDropdown();
          }}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options aria-label={t('find')} mah={320} style={{ overflowY: 'auto' }}>
          {items.slice(0, 8).map((one) => (
            <Combobox.Option key={one.productId} value={one.productId} disabled={isThere(one.productId)}>
              <span className={classes.found}>
                <Thumb url={one.imageUrl} size={32} />
                <span className={classes.words}>
                  <span>{text(one.name)}</span>
                  <span className={classes.quiet}>{isThere(one.productId) ? t('there') : one.brand || one.sku}</span>
                </span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
