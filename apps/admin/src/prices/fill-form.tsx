import { Button, Checkbox, Group, Modal, Radio, Select, Stack, TextInput } from '@mantine/core';
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { FocusBack, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { frameTexts } from '../messages/frame.ts';
import { priceTexts } from '../messages/prices.ts';
import { amountText } from '../parts/amount-text.ts';
import { useFormat } from '../shop/use-format.ts';
import { endingsOf, filledPrice, ruleOf } from './fill-prices.ts';
import classes from './prices.module.css';
import { columnTitle } from './sheet-cell.tsx';
import { amountIn } from './sheet-edits.ts';
import type { Sheet, SheetSetting } from './use-sheet.ts';

interface FillFormProps {
  readonly sheet: Sheet;
  readonly setting: SheetSetting;
  readonly onClose: () => void;
}
const kinds = ['percent', 'amount', 'markup', 'set'] as const;
const shownMax = 4;

/** Fills a column by a rule, showing what comes out before it is done; one step back undoes it. */
export function FillForm({ sheet, setting, onClose }: FillFormProps) {
  const t = useTexts(priceTexts);
  const f = useTexts(frameTexts);
  const { money, quantity } = useFormat();
  const { rows, columns, currency } = setting;
  const { range, state } = sheet;
  const isMarked = range.bottom > range.top;
  const prices = columns.flatMap((one, place) => (one.kind === 'price' ? [{ ...one, place }] : []));
  const focused = columns[sheet.marked.focus.column];
  const [columnKey, setColumnKey] = useState(focused?.kind === 'price' ? focused.key : 'price:0');
  const [scope, setScope] = useState(isMarked ? 'marked' : 'shown');
  const [kind, setKind] = useState<(typeof kinds)[number]>('percent');
  const [typed, setTyped] = useState('-10');
  const endings = endingsOf(currencyDigits(currency));
  const [ending, setEnding] = useState('none');
  const [isOnlyEmpty, setIsOnlyEmpty] = useState(false);
  const column = prices.find((one) => one.key === columnKey) ?? prices[0];
  const rule = ruleOf(kind, typed, endings.find((one) => one.key === ending)?.ending ?? null, currency);
  const wanted = rows.flatMap((row, place) => {
    const isIn = scope === 'shown' || (place >= range.top && place <= range.bottom);
    const isFree = !isOnlyEmpty || !column || amountIn(row, column, state.edits) === null;
    return isIn && isFree ? [{ row, place }] : [];
  });
  const filled = rule
    ? wanted.flatMap(({ row, place }) => {
        const amount = filledPrice(row, rule);
        return amount === null ? [] : [{ row, place, amount }];
      })
    : [];
  const fill = () => {
    if (!column) return;
    sheet.write(
      filled.map(({ place, amount }) => ({ row: place, column: column.place, text: amountText(amount, currency) })),
    );
    onClose();
  };
  const titles = { percent: 'fillPercent', amount: 'fillAmount', markup: 'fillMarkup', set: 'fillSet' } as const;
  const isShare = kind === 'percent' || kind === 'markup';
  return (
    <Modal opened onClose={onClose} title={t('fillTitle')} size="lg" closeButtonProps={{ 'aria-label': f('close') }}>
      <FocusBack />
      <Stack>
        <div className={classes.pair}>
          <Select
            label={t('fillColumn')}
            data={prices.map((one) => ({ value: one.key, label: columnTitle(one, t, quantity) }))}
            value={columnKey}
            allowDeselect={false}
            onChange={(value) => value && setColumnKey(value)}
          />
          <Select
            label={t('fillRows')}
            data={[
              { value: 'shown', label: t('fillShown', rows.length) },
              ...(isMarked ? [{ value: 'marked', label: t('fillMarked', range.bottom - range.top + 1) }] : []),
            ]}
            value={scope}
            allowDeselect={false}
            onChange={(value) => value && setScope(value)}
          />
        </div>
        <Radio.Group
          label={t('fillRule')}
          value={kind}
          onChange={(value) => {
            setKind(kinds.find((one) => one === value) ?? 'percent');
            setTyped('');
          }}
        >
          <Stack gap="xs" mt="xs">
            {kinds
              .filter((one) => one !== 'markup' || columns.some((each) => each.kind === 'margin'))
              .map((one) => (
                <Radio key={one} value={one} label={t(titles[one])} />
              ))}
          </Stack>
        </Radio.Group>
        <div className={classes.pair}>
          <TextInput
            label={isShare ? t('percent') : `${t('amount')} (${currency})`}
            description={kind === 'percent' ? t('percentHint') : undefined}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="text"
            maxLength={20}
            value={typed}
            error={typed.trim() !== '' && !rule ? t('badNumber') : undefined}
            rightSection={isShare ? '%' : undefined}
            data-autofocus
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Select
            label={t('ending')}
            data={endings.map((one) => ({
              value: one.key,
              label: one.ending ? t('endingOf', one.key) : t('endingNone'),
            }))}
            value={ending}
            allowDeselect={false}
            onChange={(value) => value && setEnding(value)}
          />
        </div>
        <Checkbox
          label={t('onlyEmpty')}
          checked={isOnlyEmpty}
          onChange={(event) => setIsOnlyEmpty(event.currentTarget.checked)}
        />
        <div aria-live="polite">
          {rule && filled.length === 0 ? <p className={classes.note}>{t('fillNone')}</p> : null}
          {filled.length > 0 ? (
            <ul className={classes.examples} aria-label={t('fillPreview')}>
              {filled.slice(0, shownMax).map(({ row, amount }) => (
                <li key={row.variantId} className={classes.example}>
                  <span>{row.name}</span>
                  <span>
                    {row.baseAmount === null ? '' : `${money(row.baseAmount)} → `}
                    <strong>{money(amount)}</strong>
                  </span>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
        {rule && wanted.length > filled.length && filled.length > 0 ? (
          <p className={classes.hint}>{t('fillSkipped', wanted.length - filled.length)}</p>
        ) : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {f('cancel')}
          </Button>
          <Button disabled={filled.length === 0} onClick={fill}>
            {t('fillDo', filled.length)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
