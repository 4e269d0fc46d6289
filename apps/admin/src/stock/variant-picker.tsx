import { IconBarcode } from '@tabler/icons-react';
import { call, ProblemError } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useRef, useState } from 'react';
import { stockTexts } from '../messages/stock.ts';
import { Finder, useSearch } from '../parts/finder.tsx';
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
  const [unknown, setUnknown] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const query = (words: string) => ({ search: words, limit: 8, ...(locationId ? { locationId } : {}) });
  const search = useSearch<VariantItem>(['picker', locationId], (words, signal) =>
    call('GET /api/reports/variants', { query: query(words), signal }),
  );
  const nameOf = (one: VariantItem) => [text(one.name), ...one.optionNames.map(text)].join(' · ');
  const pick = (one: VariantItem) => {
    onPick({ variantId: one.variantId, sku: one.sku, name: nameOf(one), onHand: one.onHand });
    search.setTyped('');
    setUnknown('');
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
  const onKey = (key: string, hasChosen: boolean) => {
    if (key !== 'Enter' || hasChosen) return false;
    const code = search.typed.trim();
    if (code) void take(code).catch(() => setUnknown(code));
    return true;
  };
  return (
    <Finder
      ref={field}
      search={search}
      name={t('scan')}
      size="md"
      placeholder={t('scanHint')}
      error={unknown ? t('unknownCode', unknown) : undefined}
      leftSection={<IconBarcode size={20} stroke={1.6} aria-hidden />}
      idOf={(one) => one.variantId}
      onPick={pick}
      onTyping={() => setUnknown('')}
      onKey={onKey}
    >
      {(one) => (
        <span className={classes.found}>
          <Thumb url={one.imageUrl} size={32} />
          <span className={classes.foundWords}>
            <span>{nameOf(one)}</span>
            <span className={classes.quiet}>{one.sku}</span>
          </span>
          <span className={classes.quiet}>{quantity(one.onHand)}</span>
        </span>
      )}
    </Finder>
  );
}
