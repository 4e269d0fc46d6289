import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { frameTexts } from '../messages/frame.ts';
import classes from './filter-chip.module.css';

interface FilterChipProps {
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One filter as a readable chip: dashed while it is off, "name: choice ×" while it is on. */
export function FilterChip({ name, choices, value, onChange }: FilterChipProps) {
  const t = useTexts(frameTexts);
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <span className={classes.chip} data-on={chosen ? true : undefined}>
      <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="bottom-start" width={220}>
        <Menu.Target>
          <button type="button" className={classes.open}>
            {chosen ? null : <IconPlus size={13} stroke={2} aria-hidden />}
            {name}
            {chosen ? <span className={classes.value}>{chosen.label}</span> : null}
          </button>
        </Menu.Target>
        <Menu.Dropdown className={classes.list ?? ''}>
          {choices.map((choice) => (
            <Menu.Item
              key={choice.value}
              aria-current={choice.value === value}
              rightSection={choice.value === value ? <IconCheck size={15} aria-hidden /> : null}
              onClick={() => onChange(choice.value)}
            >
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {chosen ? (
        <button
          type="button"
          className={classes.remove}
          aria-label={t('removeFilter', name)}
          onClick={() => onChange('')}
        >
          <IconX size={13} stroke={2} aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
