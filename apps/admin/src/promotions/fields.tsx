import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { type ReactNode, useState } from 'react';
import { builderTexts } from '../messages/promotion-builder.ts';
import { amountText, parseAmount } from '../parts/amount-text.ts';
import { useShop } from '../shop/shop.ts';
import classes from './builder.module.css';
import type { Reward } from './definition.ts';

interface AmountFieldProps {
  readonly label: string;
  /** Null where it may be left empty. */
  readonly value: number | null;
  readonly onChange: (amount: number) => void;
  readonly onEmpty?: () => void;
  readonly placeholder?: string;
}

/** Money as it is typed; only what is an amount goes on. */
export function AmountField({ label, value, onChange, onEmpty, placeholder }: AmountFieldProps) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const [typed, setTyped] = useState(value === null ? '' : amountText(value, currency));
  const isEmpty = typed.trim() === '' && onEmpty !== undefined;
  const isBad = !isEmpty && parseAmount(typed, currency) === undefined;
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed}
      placeholder={placeholder ?? ''}
      error={isBad ? t('badAmount') : undefined}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setTyped(next);
        const amount = parseAmount(next, currency);
        if (next.trim() === '') onEmpty?.();
        else if (amount !== undefined) onChange(amount);
      }}
    />
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (count: number) => void;
  readonly onEmpty?: () => void;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly suffix?: string;
  readonly placeholder?: string;
}

/** A number within its limits. */
export function CountField({
  label,
  value,
  onChange,
  onEmpty,
  min = 1,
  max = 1000,
  decimals = 0,
  suffix,
  placeholder,
}: CountFieldProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      min={min}
      max={max}
      clampBehavior="strict"
      allowNegative={false}
      allowDecimal={decimals > 0}
      decimalScale={decimals}
      placeholder={placeholder ?? ''}
      {...(suffix ? { suffix } : {})}
      onChange={(next) => {
        if (next === '') onEmpty?.();
        else if (Number(next) >= min) onChange(Number(next));
      }}
    />
  );
}

/** A percentage, in hundredths of a percent on the wire. */
export function PercentField({
  value,
  onChange,
}: {
  readonly value: number;
  readonly onChange: (points: number) => void;
}) {
  const t = useTexts(builderTexts);
  return (
    <CountField
      label={t('percent')}
      value={value / 100}
      min={0.01}
      max={100}
      decimals={2}
      suffix="%"
      onChange={(percent) => onChange(Math.round(percent * 100))}
    />
  );
}

interface PickProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** One of a few. */
export function Pick<V extends string>({ label, value, choices, onChange }: PickProps<V>) {
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[...choices]}
      onChange={(event) => onChange(event.currentTarget.value as V)}
    />
  );
}

/** A percentage, an amount, or a price. */
export function RewardFields({
  reward,
  onChange,
}: {
  readonly reward: Reward;
  readonly onChange: (reward: Reward) => void;
}) {
  const t = useTexts(builderTexts);
  const { currency } = useShop().merchant;
  const kinds = ['percent', 'amount', 'price'] as const;
  const change = (kind: Reward['kind']) => {
    if (kind === 'percent') onChange({ kind, basisPoints: 1000 });
    else onChange({ kind, amount: reward.kind === 'percent' ? 1000 : Math.max(1, reward.amount) });
  };
  return (
    <div className={classes.pair}>
      <Pick
        label={t('reward')}
        value={reward.kind}
        choices={kinds.map((value) => ({ value, label: t('rewardKind', value) }))}
        onChange={change}
      />
      {reward.kind === 'percent' ? (
        <PercentField
          value={reward.basisPoints}
          onChange={(basisPoints) => onChange({ kind: 'percent', basisPoints })}
        />
      ) : (
        <AmountField
          key={reward.kind}
          label={t('amount', currency)}
          value={reward.amount}
          onChange={(amount) =>
            onChange(
              reward.kind === 'amount' ? { kind: 'amount', amount: Math.max(1, amount) } : { kind: 'price', amount },
            )
          }
        />
      )}
    </div>
  );
}

interface RowsProps {
  readonly rows: readonly ReactNode[];
  readonly addLabel: string;
  readonly removeLabel: (number: number) => string;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
  readonly min?: number;
}

/** Rows that can be added and taken away. */
export function Rows({ rows, addLabel, removeLabel, onAdd, onRemove, min = 1 }: RowsProps) {
  return (
    <div className={classes.stack}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place.
        <div key={`${rows.length} ${index}`} className={classes.row}>
          <div className={classes.rowBody}>{row}</div>
          {rows.length > min ? (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={removeLabel(index + 1)}
              onClick={() => onRemove(index)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
        {addLabel}
      </Button>
    </div>
  );
}

/** The list with one of its things changed, or taken out. */
export const replaced = <T,>(list: readonly T[], index: number, by: T): T[] =>
  list.map((one, at) => (at === index ? by : one));
export const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
