import { Button, TextInput } from '@mantine/core';
import { componentsMax } from '@tandem/contract/bundle-shapes.ts';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../api/use-command.ts';
import { bundleTexts } from '../messages/bundles.ts';
import { quantityText } from '../parts/amount-text.ts';
import dense from '../parts/dense.module.css';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import type { PickedVariant } from '../stock/draft-lines.ts';
import { LinesTable } from '../stock/lines-table.tsx';
import { VariantPicker } from '../stock/variant-picker.tsx';
import classes from './bundle-panel.module.css';
import { BundleSums } from './bundle-sums.tsx';
import { type BundlePartDraft, quantityOf, sumsOfBundle } from './bundle-values.ts';
import type { Product } from './product-values.ts';

interface BundleEditorProps {
  readonly product: Product;
  readonly variant: Product['variants'][number];
  readonly isReadOnly: boolean;
}
type Part = BundlePartDraft & PickedVariant;

/** Choose the contents, see what they cost, save. */
export function BundleEditor({ product, variant, isReadOnly }: BundleEditorProps) {
  const t = useTexts(bundleTexts);
  const { text, money } = useFormat();
  const { may } = useShop();
  const stored = variant.components.map(
    (one): Part => ({
      ...one,
      name: text(one.name),
      quantity: quantityText(one.quantity),
      onHand: 0,
    }),
  );
  const [draft, setDraft] = useState<readonly Part[]>();
  const parts = draft ?? stored;
  const { rows, costs } = usePartFacts(parts, may('report.read'));
  const save = useCommand('PUT /api/variants/:id/components', {
    refresh: [['product', product.id], ['variants'], ['stock']],
    done: t('saved', variant.sku),
    onDone: () => setDraft(undefined),
  });
  const send = (components: readonly Part[]) =>
    save.mutate({
      params: { id: variant.id },
      body: {
        version: variant.bundleVersion,
        components: components.map((one) => ({ variantId: one.variantId, quantity: quantityOf(one) ?? 0 })),
      },
    });
  const factsOf = (id: string) => {
    const row = rows.get(id);
    return row === undefined ? undefined : { amount: row.amount, costAmount: costs.get(id) ?? null };
  };
  const isValid = parts.length > 0 && parts.every((one) => quantityOf(one) !== undefined);
  const pick = (one: PickedVariant) => {
    if (one.variantId !== variant.id && !parts.some((part) => part.variantId === one.variantId))
      setDraft([...parts, { ...one, quantity: '1' }]);
  };
  return (
    <>
      {isReadOnly || parts.length >= componentsMax ? null : <VariantPicker locationId={undefined} onPick={pick} />}
      {parts.length === 0 ? (
        <p className={classes.quiet}>{t('hasStock')}</p>
      ) : (
        <>
          <LinesTable
            lines={parts}
            onChange={setDraft}
            heads={
              <>
                <th scope="col" className={dense.number}>
                  {t('pieces')}
                </th>
                <th scope="col" className={dense.number}>
                  {t('each')}
                </th>
              </>
            }
            cells={(line, change) => (
              <>
                <td className={dense.number}>
                  <TextInput
                    className={classes.quantity ?? ''}
                    size="xs"
                    inputMode="decimal"
                    maxLength={10}
                    aria-label={t('piecesOf', line.name)}
                    value={line.quantity}
                    readOnly={isReadOnly}
                    error={quantityOf(line) === undefined}
                    onChange={(event) => change({ quantity: event.currentTarget.value })}
                    // The page around is a form of its own.
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') event.preventDefault();
                    }}
                  />
                </td>
                <td className={dense.number}>{money(rows.get(line.variantId)?.amount ?? 0)}</td>
              </>
            )}
          />
          <BundleSums productId={product.id} variantId={variant.id} {...sumsOfBundle(parts, factsOf)} />
        </>
      )}
      {isReadOnly ? null : (
        <div className={classes.acts}>
          {draft === undefined ? null : (
            <>
              <Button loading={save.isPending} disabled={!isValid} onClick={() => send(parts)}>
                {t('save')}
              </Button>
              <Button variant="default" disabled={save.isPending} onClick={() => setDraft(undefined)}>
                {t('undo')}
              </Button>
            </>
          )}
          {draft === undefined && stored.length > 0 ? (
            <Button variant="default" loading={save.isPending} onClick={() => send([])}>
              {t('dissolve')}
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

/** Prices and costs of the parts, as they are now. */
function usePartFacts(parts: readonly Part[], mayCosts: boolean) {
  const ids = parts
    .map((one) => one.variantId)
    .sort()
    .join(',');
  const isEnabled = ids !== '';
  const rows = useQuery({
    queryKey: ['variants', 'parts', ids],
    queryFn: ({ signal }) => call('GET /api/reports/variants', { query: { ids, limit: componentsMax }, signal }),
    enabled: isEnabled,
  });
  const facts = useQuery({
    queryKey: ['variants', 'part-facts', ids],
    queryFn: ({ signal }) => call('GET /api/reports/variant-facts', { query: { ids }, signal }),
    enabled: isEnabled && mayCosts,
  });
  return {
    rows: new Map((rows.data?.items ?? []).map((one) => [one.variantId, one])),
    costs: new Map((facts.data?.items ?? []).map((one) => [one.variantId, one.costAmount])),
  };
}
