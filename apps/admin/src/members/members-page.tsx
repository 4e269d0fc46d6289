import { Badge, Button } from '@mantine/core';
import { IconPlus, IconSearchOff, IconUsers } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Column } from '../lists/column.ts';
import { FilterChip } from '../lists/filter-chip.tsx';
import { ListBar } from '../lists/list-bar.tsx';
import { QueryList } from '../lists/query-list.tsx';
import { SearchField } from '../lists/search-field.tsx';
import { useFilters } from '../lists/use-filters.ts';
import { VirtualTable } from '../lists/virtual-table.tsx';
import { memberTexts } from '../messages/members.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { MemberForm } from './member-form.tsx';
import classes from './members.module.css';
import { phoneWords } from './phone-words.ts';
import { birthdayWords, calledBy, type Member, useMemberLabels } from './use-members.ts';

const filterNames = ['search', 'tier', 'tag'] as const;

/** Everybody whom the shop knows, the newest first. */
export default function MembersPage() {
  const t = useTexts(memberTexts);
  const { may } = useShop();
  const { locale } = useFormat();
  const [, go] = useLocation();
  const [isAdding, setIsAdding] = useState(false);
  const [filters, change] = useFilters(filterNames);
  const labels = useMemberLabels();
  const list = useInfiniteQuery({
    queryKey: ['members', 'list', filters],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/members', {
        query: { ...filters, limit: 100, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Boolean(filters.search || filters.tier || filters.tag);
  const choicesOf = (these: { label: string; count: number }[] | undefined) =>
    (these ?? []).map(({ label }) => ({ value: label, label }));
  const link = (one: Member) => (
    <Link href={memberHref(one)} className={classes.name}>
      {calledBy(one)}
    </Link>
  );
  const columns: Column<Member>[] = [
    { key: 'name', title: t('name'), cell: link },
    { key: 'phone', title: t('phone'), width: '10rem', cell: (one) => quiet(one.phone && phoneWords(one.phone)) },
    { key: 'email', title: t('email'), width: '22%', isWide: true, cell: (one) => quiet(one.email) },
    { key: 'tier', title: t('tier'), width: '8rem', cell: (one) => <Tier tier={one.tier} /> },
    { key: 'tags', title: t('tags'), width: '18%', isWide: true, cell: (one) => quiet(one.tags.join(', ')) },
    {
      key: 'birthday',
      title: t('birthday'),
      width: '9rem',
      cell: (one) => quiet(one.birthday && birthdayWords(`--${one.birthday.slice(-5)}`, locale)),
    },
  ];
  const card = (one: Member) => (
    <span className={classes.card}>
      {link(one)}
      <span className={classes.small}>
        {[one.phone ? phoneWords(one.phone) : one.email, one.tier].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      isForThumb
      actions={
        may('member.add') ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
            {t('add')}
          </Button>
        ) : null
      }
    >
      <ListBar end={list.data ? t('shown', rows.length, list.hasNextPage) : null}>
        <SearchField label={t('search')} value={filters.search ?? ''} onSearch={(search) => change({ search })} />
        <FilterChip
          name={t('tier')}
          choices={choicesOf(labels.data?.tiers)}
          value={filters.tier}
          onChange={(tier) => change({ tier })}
        />
        <FilterChip
          name={t('tag')}
          choices={choicesOf(labels.data?.tags)}
          value={filters.tag}
          onChange={(tag) => change({ tag })}
        />
      </ListBar>
      <QueryList
        query={list}
        isEmpty={rows.length === 0}
        columns={6}
        empty={
          <EmptyState icon={isFiltered ? IconSearchOff : IconUsers} title={t(isFiltered ? 'noneTitle' : 'emptyTitle')}>
            {t(isFiltered ? 'noneWords' : 'emptyWords')}
          </EmptyState>
        }
      >
        <VirtualTable<Member>
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={memberKey}
          href={memberHref}
          card={card}
          hasMore={list.hasNextPage}
          isLoadingMore={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
        />
      </QueryList>
      {isAdding ? (
        <MemberForm member={null} onClose={() => setIsAdding(false)} onSaved={(saved) => go(memberHref(saved))} />
      ) : null}
    </Page>
  );
}

export function Tier({ tier }: { readonly tier: string | null }) {
  return tier === null ? null : (
    <Badge variant="light" color="gray" tt="none">
      {tier}
    </Badge>
  );
}

const quiet = (text: string | null) => <span className={classes.quiet}>{text}</span>;
const memberKey = (one: Member) => one.id;
const memberHref = (one: Pick<Member, 'id'>) => `/members/${one.id}`;
