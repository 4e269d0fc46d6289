import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { problemText } from '../../api/problem-text.ts';
import { problemTexts } from '../../messages/problems.ts';
import { productTexts } from '../../messages/products.ts';
import dense from '../../parts/dense.module.css';
import { useFormat } from '../../shop/use-format.ts';
import classes from './bulk.module.css';
import type { PriceRule } from './bulk-values.ts';
import type { ChosenVariant } from './use-bulk-edit.ts';

interface PricePreviewProps {
  readonly chosen: readonly ChosenVariant[];
  readonly rule: PriceRule;
}

const rowsShown = 8;

/** What the rule makes of the prices, before anything is changed. */
export function PricePreview({ chosen, rule }: PricePreviewProps) {
  const t = useTexts(productTexts);
  const problem = useTexts(problemTexts);
  const { money, count } = useFormat();
  const [asked] = useDebouncedValue(rule, 300);
  const preview = useQuery({
    queryKey: ['price-preview', chosen.length, chosen[0]?.variantId, asked],
    queryFn: ({ signal }) =>
      call('POST /api/price-changes/preview', {
        body: { variantIds: chosen.map((one) => one.variantId), ...asked },
        signal,
      }),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (preview.isError) return <Text c="red">{problemText(preview.error, problem)}</Text>;
  const shown = preview.data;
  if (!shown) return <Text c="dimmed">{t('previewing')}</Text>;
  const { rows } = shown;
  return (
    <section className={classes.preview} aria-label={t('preview')} aria-busy={preview.isFetching}>
      <p className={classes.previewSum} role="status">
        {t('previewSum', count(shown.changed), count(shown.unchanged), count(shown.refused))}
      </p>
      <table className={dense.table}>
        <thead>
          <tr>
            <th scope="col">{t('sku')}</th>
            <th scope="col" className={dense.number}>
              {t('priceNow')}
            </th>
            <th scope="col" className={dense.number}>
              {t('priceThen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsShown).map((row) => (
            <tr key={row.variantId}>
              <td>{row.sku}</td>
              <td className={`${dense.number} ${dense.quiet}`}>
                {row.before === null ? t('noPrice') : money(row.before)}
              </td>
              <td className={`${dense.number} ${dense.strong}`}>
                {row.after === null ? t('bulkReason', row.result) : money(row.after)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.length > rowsShown ? (
        <p className={classes.more}>{t('andMore', count(chosen.length - rowsShown))}</p>
      ) : null}
    </section>
  );
}
