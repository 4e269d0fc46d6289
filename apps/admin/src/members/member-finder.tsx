import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { memberTexts } from '../messages/members.ts';
import classes from './members.module.css';
import { phoneWords } from './phone-words.ts';
import { calledBy, type Member } from './use-members.ts';

interface MemberFinderProps {
  readonly label: string;
  readonly onPick: (member: Member) => void;
  readonly size?: 'xs' | 'sm';
}

/** Finds a member by name, phone, e-mail or number; stays ready for the next. */
export function MemberFinder({ label, onPick, size = 'sm' }: MemberFinderProps) {
  const t = useTexts(memberTexts);
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const list = useCombobox();
  const found = useQuery({
    queryKey: ['members', 'found', search],
    queryFn: ({ signal }) => call('GET /api/members', { query: { search, limit: 8 }, signal }),
    enabled: search.length > 0,
    placeholderData: keepPreviousData,
  });
  const items = typed.trim() ? (found.data?.items ?? []) : [];
  return (
    <Combobox
      store={list}
      withinPortal={false}
      onOptionSubmit={(id) => {
        const one = items.find((item) => item.id === id);
        if (!one) return;
        onPick(one);
        setTyped('');
        list.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          size={size}
          label={label}
          placeholder={t('find')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          rightSection={found.isFetching ? <Loader size={16} /> : null}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            list.resetSelectedOption();
            list.openDropdown();
          }}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={items.length === 0}>
        <Combobox.Options aria-label={label} mah={320} style={{ overflowY: 'auto' }}>
          {items.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <span className={classes.card}>
                <span>{calledBy(one)}</span>
                <span className={classes.small}>
                  {[one.phone && phoneWords(one.phone), one.email, one.tier].filter(Boolean).join(' · ') ||
                    one.reference}
                </span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
