import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconAdjustments,
  IconPackageImport,
  IconPlus,
  IconReceipt,
  IconSearch,
  IconTag,
  type TablerIcon,
} from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { frameTexts } from '../messages/frame.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { destinations } from './places-to-go.ts';

const [store, actions] = createSpotlight();

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Search over pages, acts, products and orders on one key. */
export default function CommandPalette({ isOpen, onClose }: CommandPaletteProps) {
  const t = useTexts(frameTexts);
  const { may } = useShop();
  const { text, money, date } = useFormat();
  const [, go] = useLocation();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  useEffect(() => {
    if (!isOpen) return;
    setTyped('');
    actions.open();
  }, [isOpen]);
  const isSearching = isOpen && search.length > 0;
  const products = useQuery({
    queryKey: ['found', 'products', search],
    queryFn: ({ signal }) => call('GET /api/reports/variants', { query: { search, limit: 6 }, signal }),
    enabled: isSearching && may('catalog.read'),
    placeholderData: keepPreviousData,
  });
  const orders = useQuery({
    queryKey: ['found', 'orders', search],
    queryFn: ({ signal }) => call('GET /api/orders', { query: { search, limit: 6 }, signal }),
    enabled: isSearching && may('order.read'),
    placeholderData: keepPreviousData,
  });
  const acts: { label: string; href: string; icon: TablerIcon }[] = [
    ...(may('catalog.change') ? [{ label: t('newProduct'), href: '/products/new', icon: IconPlus }] : []),
    ...(may('stock.change')
      ? [
          { label: t('receive'), href: '/stock/receive', icon: IconPackageImport },
          { label: t('adjust'), href: '/stock/adjust', icon: IconAdjustments },
        ]
      : []),
  ];
  const fits = (label: string) => label.toLowerCase().includes(typed.trim().toLowerCase());
  const action = (key: string, label: string, href: string, Icon: TablerIcon, description?: string) => (
    <Spotlight.Action
      key={key}
      label={label}
      leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
      onClick={() => go(href)}
      {...(description ? { description } : {})}
    />
  );
  const pages = destinations
    .filter((one) => (!one.permission || may(one.permission)) && fits(t(one.key)))
    .map((one) => action(one.key, t(one.key), one.href, one.icon));
  const foundActs = acts.filter((one) => fits(one.label)).map((one) => action(one.href, one.label, one.href, one.icon));
  const foundProducts = isSearching
    ? (products.data?.items ?? []).map((one) =>
        action(
          one.variantId,
          [text(one.name), ...one.optionNames.map(text)].join(' · '),
          `/products/${one.productId}`,
          IconTag,
          one.amount === null ? one.sku : `${one.sku} · ${money(one.amount)}`,
        ),
      )
    : [];
  const foundOrders = isSearching
    ? (orders.data?.items ?? []).map((one) =>
        action(
          one.id,
          one.number,
          `/orders/${one.id}`,
          IconReceipt,
          `${money(one.totalAmount)} · ${date(one.placedAt)}${one.customerName ? ` · ${one.customerName}` : ''}`,
        ),
      )
    : [];
  const isEmpty = pages.length + foundActs.length + foundProducts.length + foundOrders.length === 0;
  return (
    <Spotlight.Root
      store={store}
      onSpotlightClose={onClose}
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      scrollable
      maxHeight={420}
      radius="lg"
      attributes={{ content: { 'aria-label': t('search') } }}
    >
      <Spotlight.Search
        placeholder={t('search')}
        aria-label={t('search')}
        onKeyDown={takeFirst}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {foundProducts.length > 0 ? (
          <Spotlight.ActionsGroup label={t('products')}>{foundProducts}</Spotlight.ActionsGroup>
        ) : null}
        {foundOrders.length > 0 ? (
          <Spotlight.ActionsGroup label={t('orders')}>{foundOrders}</Spotlight.ActionsGroup>
        ) : null}
        {foundActs.length > 0 ? (
          <Spotlight.ActionsGroup label={t('actions')}>{foundActs}</Spotlight.ActionsGroup>
        ) : null}
        {pages.length > 0 ? <Spotlight.ActionsGroup label={t('pages')}>{pages}</Spotlight.ActionsGroup> : null}
        {isEmpty ? (
          <Spotlight.Empty>
            {products.isFetching || orders.isFetching ? t('searching') : t('nothingFound')}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Enter without a choice takes the first that was found. */
function takeFirst(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const list = event.currentTarget.closest('[role="dialog"]');
  if (list?.querySelector('[data-action][data-selected]')) return;
  list?.querySelector<HTMLElement>('[data-action]')?.click();
}
