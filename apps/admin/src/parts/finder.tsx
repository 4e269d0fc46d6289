import { Combobox, Loader, TextInput, type TextInputProps, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useState } from 'react';

interface Search<T> {
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** What fits; nothing before something is typed. */
  readonly items: readonly T[];
  readonly isBusy: boolean;
}

/** What is typed into a finder, and what the server finds for it. The key names what is looked for. */
export function useSearch<T>(
  key: readonly (string | undefined)[],
  find: (search: string, signal: AbortSignal) => Promise<{ readonly items: readonly T[] }>,
): Search<T> {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: [...key, search],
    queryFn: ({ signal }) => find(search, signal),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = typed.trim() && search ? (found.data?.items ?? []) : [];
  return { typed, setTyped, items, isBusy: found.isFetching };
}

interface FinderProps<T> extends Omit<TextInputProps, 'children' | 'value' | 'onChange' | 'rightSection'> {
  readonly ref?: Ref<HTMLInputElement>;
  readonly search: Search<T>;
  /** What the list is called; the field, too, where it has no label of its own. */
  readonly name: string;
  readonly idOf: (one: T) => string;
  readonly isOff?: (one: T) => boolean;
  readonly onPick: (one: T) => void;
  /** Every key of typing, before the search follows it. */
  readonly onTyping?: () => void;
  /** One of the list. */
  readonly children: (one: T) => ReactNode;
  /** What a key means beside those of the list, and whether one of it is chosen. */
  readonly onKey?: (key: string, hasChosen: boolean) => boolean;
}

/** A field that finds as one types; arrows and Enter choose, Escape closes, and it stays ready for the next. */
export function Finder<T>(props: FinderProps<T>) {
  const { search, name, idOf, isOff, onPick, onTyping, onKey, children, ...field } = props;
  const list = useCombobox();
  return (
    <Combobox
      store={list}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const one = search.items.find((item) => idOf(item) === id);
        if (!one || isOff?.(one)) return;
        onPick(one);
        search.setTyped('');
        list.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          {...(field.label ? {} : { 'aria-label': name })}
          maxLength={200}
          autoComplete="off"
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          {...field}
          value={search.typed}
          rightSection={search.isBusy ? <Loader size={16} /> : null}
          onChange={(event) => {
            search.setTyped(event.currentTarget.value);
            onTyping?.();
            list.resetSelectedOption();
            list.openDropdown();
          }}
          onKeyDown={(event) => {
            if (onKey?.(event.key, list.getSelectedOptionIndex() >= 0)) event.preventDefault();
          }}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={search.items.length === 0}>
        <Combobox.Options aria-label={name} mah={320} style={{ overflowY: 'auto' }}>
          {search.items.map((one) => (
            <Combobox.Option key={idOf(one)} value={idOf(one)} disabled={isOff?.(one) ?? false}>
              {children(one)}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
