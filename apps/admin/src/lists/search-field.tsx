import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect, useState } from 'react';
import { frameTexts } from '../messages/frame.ts';
import classes from './list.module.css';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** Keeps what is being typed to itself, so that the table is drawn only when the typing rests. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const t = useTexts(frameTexts);
  const [typed, setTyped] = useState(value);
  const settle = useDebouncedCallback(onSearch, 200);
  useEffect(() => setTyped(value), [value]);
  const type = (text: string) => {
    setTyped(text);
    settle(text.trim());
  };
  return (
    <TextInput
      className={classes.search ?? ''}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={200}
      onChange={(event) => type(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      rightSection={typed ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => type('')} /> : null}
    />
  );
}
