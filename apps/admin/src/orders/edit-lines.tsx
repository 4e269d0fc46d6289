import { ActionIcon, NumberInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Answer } from '@tandem/contract/index.ts';
import { Money, StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { orderEditTexts } from '../messages/order-edit.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './edit-panel.module.css';
import type { EditLine, EditValues } from './edit-values.ts';

interface EditLinesProps {
  readonly values: EditValues;
  readonly preview: Answer<'POST /api/orders/:id/edit-preview'> | undefined;
  readonly isStale: boolean;
  readonly onChange: (lines: readonly EditLine[]) => void;
}

/** Each line with its pieces and what it comes to; the last one cannot be taken out. */
export function EditLines({ values, preview, isStale, onChange }: EditLinesProps) {
  const t = useTexts(orderEditTexts);
  const { text, money, currency, quantity } = useFormat();
  const { lines } = values;
  return (
    <ul className={classes.lines} aria-busy={isStale}>
      {lines.map((line, index) => {
        const name = text(line.name) || line.sku;
        const priced = preview?.lines.length === lines.length ? preview.lines[index] : undefined;
        const isSame = priced?.variantId === line.variantId;
        const change = (pieces: number) =>
          onChange(lines.map((one) => (one === line ? { ...one, quantity: Math.round(pieces * 1000) } : one)));
        return (
          <li key={line.lineNo ?? line.variantId} className={classes.line}>
            <div className={classes.name}>
              <span>
                {name} {line.lineNo === undefined ? <StatusBadge tone="active">{t('isNew')}</StatusBadge> : null}
              </span>
              <span className={classes.small}>
                {line.sku}
                {isSame && priced ? ` · ${money(priced.unitAmount)}` : ''}
              </span>
              {isSame && priced && priced.short !== null ? (
                <span className={classes.problem} role="alert">
                  {t('short', quantity(priced.short))}
                </span>
              ) : null}
            </div>
            <NumberInput
              className={classes.pieces ?? ''}
              aria-label={t('pieces', name)}
              value={line.quantity / 1000}
              min={line.quantity % 1000 === 0 ? 1 : 0.001}
              max={100_000}
              decimalScale={line.quantity % 1000 === 0 ? 0 : 3}
              allowNegative={false}
              onChange={(pieces) => Number(pieces) > 0 && change(Number(pieces))}
            />
            <span className={classes.amount} data-stale={isStale || undefined}>
              {isSame && priced ? (
                <>
                  {priced.discountAmount > 0 ? <Money amount={priced.listAmount} currency={currency} struck /> : null}
                  <Money amount={priced.amount} currency={currency} />
                </>
              ) : (
                '…'
              )}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('remove', name)}
              title={lines.length === 1 ? t('last') : t('remove', name)}
              disabled={lines.length === 1}
              onClick={() => onChange(lines.filter((one) => one !== line))}
            >
              <IconTrash size={17} stroke={1.7} aria-hidden />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
