import { ActionIcon } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { Answer, Query } from '@tandem/contract/index.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import { StatusBadge } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import type { Column } from '../lists/column.ts';
import type { productTexts } from '../messages/products.ts';
import { Thumb } from '../parts/thumb.tsx';
import type { Format } from '../shop/use-format.ts';
import { ProductState } from './product-state.tsx';
import classes from './products-page.module.css';

export type VariantItem = Answer<'GET /api/reports/variants'>['items'][number];
export type VariantSort = NonNullable<NonNullable<Query<'GET /api/reports/variants'>>['sort']>;

/** What the product list shows of each variant. */
export function productColumns(
  t: Translate<(typeof productTexts)['en']>,
  format: Format,
  categoryName: (id: string | null) => string,
  onLook: (one: VariantItem) => void,
  bundleWord: string,
): Column<VariantItem, VariantSort>[] {
  const { text, money, quantity } = format;
  return [
    {
      key: 'name',
      title: t('product'),
      sort: 'name',
      cell: (one) => (
        <span className={classes.product}>
          <Thumb url={one.imageUrl} />
          <Link href={`/products/${one.productId}`} className={classes.name}>
            {text(one.name)}
          </Link>
          {one.optionNames.length > 0 ? (
            <span className={classes.quiet}>{one.optionNames.map(text).join(' / ')}</span>
          ) : null}
          {one.isBundle ? <StatusBadge tone="active">{bundleWord}</StatusBadge> : null}
          <ActionIcon
            className={classes.look ?? ''}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('lookAt', one.sku)}
            title={t('quickLook')}
            onClick={() => onLook(one)}
          >
            <IconEye size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </span>
      ),
    },
    {
      key: 'sku',
      title: t('sku'),
      sort: 'sku',
      width: '9rem',
      cell: (one) => <span className={classes.quiet}>{one.sku}</span>,
    },
    {
      key: 'category',
      title: t('category'),
      isWide: true,
      width: '13%',
      cell: (one) => <span className={classes.quiet}>{categoryName(one.categoryId)}</span>,
    },
    { key: 'status', title: t('status'), width: '7rem', cell: (one) => <ProductState status={one.status} /> },
    {
      key: 'price',
      title: t('price'),
      sort: 'price',
      isNumber: true,
      width: '7.5rem',
      cell: (one) => (one.amount === null ? <span className={classes.quiet}>{t('noPrice')}</span> : money(one.amount)),
    },
    {
      key: 'onHand',
      title: t('onHand'),
      isWide: true,
      isNumber: true,
      width: '6.5rem',
      cell: (one) => <span className={classes.quiet}>{one.isBundle ? '–' : quantity(one.onHand)}</span>,
    },
    {
      key: 'available',
      title: t('available'),
      sort: 'available',
      isNumber: true,
      width: '6rem',
      cell: (one) => (
        <span
          className={classes.available}
          data-level={one.available <= 0 ? 'out' : one.available <= 5000 ? 'low' : undefined}
        >
          {quantity(one.available)}
        </span>
      ),
    },
  ];
}
