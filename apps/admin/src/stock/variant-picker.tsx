import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBarcode } from '@tabler/icons-react';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { stockTexts } from '../messages/stock.ts';
import { Thumb } from '../parts/thumb.tsx';
import type { VariantItem } from '../products/product-columns.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { PickedVariant } from './draft-lines.ts';
import classes from './stock-form.module.css';

interface VariantPickerProps {
  readonly locationId: string | undefined;
  readonly onPick: (variant: PickedVariant) => void;
}

/** Takes a scanned barcode, or finds by name and SKU; stays ready for the next. */
export function VariantPicker({ locationId, onPick }: VariantPickerProps) {
  const t = useTexts(stockTexts);
  const { text, quantity } = useFormat();
  const [typed, setTyped] = useState('');
  const [unknown, setUnknown] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const field = useRef<HTMLInputElement>(null);
  const list = useCombobox();
  const query = (words: string) => ({ search: words, limit: 8, ...(locationId ? { locationId } : {}) });
  const found = useQuery({
    queryKey: ['picker', search, locationId],
    queryFn: ({ signal }) => call('GET /api/reports/variants', { query: query(search), signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = search.length > 0 && typed.trim().length > 0 ? (found.data?.items ?? []) : [];
  const nameOf = (one: VariantItem) => [text(one.name), ...one.optionNames.map(text)].join(' · ');
  const pick = (one: VariantItem) => {
    onPick({ variantId: one.variantId, sku: one.sku, name: nameOf(one), onHand: one.onHand });
    setTyped('');
    setUnknown('');
    list.closeDropdown();
    field.current?.focus();
  };
  const take = async (code: string) => {
    // A scanner types a barcode and presses Enter: the exact code comes first, then an exact SKU, then the only find.
    const variantId = await call('GET /api/barcodes/:code', { params: { code } }).then(
      (one) => one.variantId,
      (error: unknown) => (error instanceof ProblemError ? undefined : Promise.reject(error)),
    );
    const { items: fits } = await call('GET /api/reports/variants', { query: query(code) });
    const one =
      fits.find((fit) => fit.variantId === variantId || fit.sku.toLowerCase() === code.toLowerCase()) ??
      (fits.length === 1 ? fits[0] : undefined);
    if (one) pick(one);
    else if (fits.length === 0) setUnknown(code);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || list.getSelectedOptionIndex() >= 0) return;
    event.preventDefault();
    if (typed.trim()) void take(typed.trim()).catch(() => setUnknown(typed.trim()));
  };
  return (
    <Combobox
      store={list}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const one = items.find((item) => item.variantId === id);
        if (one) pick(one);
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={field}
          size="md"
          aria-label={t('scan')}
          placeholder={t('scanHint')}
          value={typed}
          maxLength={200}
          error={unknown ? t('unknownCode', unknown) : undefined}
          leftSection={<IconBarcode size={20} stroke={1.6} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setUnknown('');
            list.resetSelectedOption();
            list.openDropdown();
          }}
          onKeyDown={onKeyDown}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options aria-label={t('scan')}>
          {items.map((one) => (
            <Combobox.Option key={one.variantId} value={one.variantId}>
              <span className={classes.found}>
                <Thumb url={one.imageUrl} size={32} />
                <span className={classes.foundWords}>
                  <span>{nameOf(one)}</span>
                  <span className={classes.quiet}>{one.sku}</span>
                </span>
                <span className={classes.quiet}>{quantity(one.onHand)}</span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
