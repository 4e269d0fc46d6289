import { ActionIcon, Alert, Group, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import type { ReactNode } from 'react';
import { settingsTexts } from '../messages/settings.ts';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import { type SafetyKind, type SourceValues, safetyAmount } from './channel-values.ts';
import classes from './settings-page.module.css';

interface SourceListProps {
  readonly sources: readonly SourceValues[];
  readonly onChange: (sources: readonly SourceValues[]) => void;
  readonly error: ReactNode;
}

/** The locations that serve a channel, the best first, each with what it keeps back. */
export function SourceList({ sources, onChange, error }: SourceListProps) {
  const t = useTexts(settingsTexts);
  const names = useNames();
  const { locations } = useShop();
  const rest = locations.filter((one) => one.isActive && !sources.some((source) => source.locationId === one.id));
  const change = (id: string, what: Partial<SourceValues>) =>
    onChange(sources.map((one) => (one.locationId === id ? { ...one, ...what } : one)));
  const move = (index: number, by: number) => {
    const next = [...sources];
    const [taken] = next.splice(index, 1);
    if (taken) next.splice(index + by, 0, taken);
    onChange(next);
  };
  return (
    <>
      <ol className={classes.sources}>
        {sources.map((source, index) => {
          const name = names.location(source.locationId);
          return (
            <li key={source.locationId} className={classes.source}>
              <span className={classes.rank}>{index + 1}</span>
              <span className={classes.sourceName}>{name}</span>
              <NativeSelect
                size="xs"
                aria-label={t('safetyOf', name)}
                value={source.kind}
                onChange={(event) => change(source.locationId, { kind: event.currentTarget.value as SafetyKind })}
                data={(['none', 'fixed', 'percent'] as const).map((value) => ({
                  value,
                  label: t('safetyKind', value),
                }))}
              />
              {source.kind === 'none' ? (
                <span />
              ) : (
                <TextInput
                  size="xs"
                  inputMode="decimal"
                  aria-label={t('safetyAmount', name)}
                  error={safetyAmount(source) === undefined}
                  value={source.amount}
                  onChange={(event) => change(source.locationId, { amount: event.currentTarget.value })}
                />
              )}
              <Group gap={0} wrap="nowrap">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === 0}
                  aria-label={t('moveUp', name)}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  disabled={index === sources.length - 1}
                  aria-label={t('moveDown', name)}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={16} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('removeSource', name)}
                  onClick={() => onChange(sources.filter((one) => one !== source))}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          );
        })}
      </ol>
      {error ? (
        <Alert color="red" variant="light" role="alert">
          {error}
        </Alert>
      ) : null}
      {rest.length > 0 ? (
        <Select
          aria-label={t('addSource')}
          placeholder={t('addSource')}
          data={rest.map((one) => ({ value: one.id, label: names.location(one.id) }))}
          value={null}
          onChange={(id) => id && onChange([...sources, { locationId: id, kind: 'none', amount: '' }])}
        />
      ) : null}
    </>
  );
}
