import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconReceipt2, IconSearch, IconX } from '@tabler/icons-react';
import { text } from '@tandem/ui/index.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import type { RefObject } from 'react';
import { sellTexts } from '../messages/sell-texts.ts';
import { StatusPill } from '../parts/status-pill.tsx';
import { useTillState } from '../use-till.tsx';
import { PersonMenu } from './person-menu.tsx';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onEnter: () => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onShowSales: () => void;
}

/** Where we are, the search, past sales, the state of the connection, and who sells. */
export function TopBar({ query, onQuery, onEnter, searchField, onShowSales }: TopBarProps) {
  const t = useTexts(sellTexts);
  const { locale } = useLanguage();
  const { facts } = useTillState();
  return (
    <section className={classes.bar} aria-label={t('till')}>
      <div className={classes.place}>
        <h1 className={classes.store}>{text(facts?.location.name ?? {}, locale)}</h1>
        <span className={classes.register}>{facts?.register.name}</span>
      </div>
      <search className={classes.search}>
        <TextInput
          ref={searchField}
          size="lg"
          radius="xl"
          aria-label={t('search')}
          placeholder={t('searchPlaceholder')}
          leftSection={<IconSearch size={20} stroke={1.8} aria-hidden />}
          rightSection={
            query === '' ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={48}
                radius="xl"
                aria-label={t('clearSearch')}
                onClick={() => onQuery('')}
              >
                <IconX size={20} aria-hidden />
              </ActionIcon>
            )
          }
          rightSectionWidth={50}
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') onEnter();
            if (event.key === 'Escape') onQuery('');
          }}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      </search>
      <div className={classes.tools}>
        <StatusPill />
        <Button
          className={classes.sales ?? ''}
          variant="default"
          size="lg"
          radius="xl"
          leftSection={<IconReceipt2 size={22} stroke={1.7} aria-hidden />}
          onClick={onShowSales}
        >
          {t('sales')}
        </Button>
        <PersonMenu />
      </div>
    </section>
  );
}
