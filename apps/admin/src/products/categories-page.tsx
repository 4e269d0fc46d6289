import { Button } from '@mantine/core';
import { IconCategory, IconPlus } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { Link } from 'wouter';
import { QueryList } from '../lists/query-list.tsx';
import { productTexts } from '../messages/products.ts';
import classes from '../parts/dense.module.css';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { CategoryDrawer } from './category-drawer.tsx';
import { type Category, useCategories } from './use-categories.ts';

/** The shelves of the online store and the keys of the till. */
export default function CategoriesPage() {
  const t = useTexts(productTexts);
  const { text } = useFormat();
  const { may } = useShop();
  const { list, items, name } = useCategories();
  const [open, setOpen] = useState<Category | 'new'>();
  const add = may('catalog.change') ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('addCategory')}
    </Button>
  ) : null;
  return (
    <Page title={t('categoriesTitle')} back={{ href: '/products', label: t('title') }} actions={add} isNarrow>
      <QueryList
        query={list}
        isEmpty={items.length === 0}
        empty={
          <EmptyState icon={IconCategory} title={t('categoriesEmpty')}>
            {t('categoriesEmptyWords')}
          </EmptyState>
        }
      >
        <Panel isFlush>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('category')}</th>
                <th scope="col">{t('parent')}</th>
                <th scope="col">{t('product')}</th>
                <th scope="col">
                  <span className="only-heard">{t('edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td className={classes.strong}>{text(one.name)}</td>
                  <td className={classes.quiet}>{name(one.parentId)}</td>
                  <td>
                    <Link href={`/products?category=${one.id}`} className={classes.link}>
                      {t('productCount', one.productCount)}
                    </Link>
                  </td>
                  <td className={classes.number}>
                    {may('catalog.change') ? (
                      <Button variant="default" size="compact-sm" onClick={() => setOpen(one)}>
                        {t('edit')}
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Panel>
      </QueryList>
      {open ? <CategoryDrawer category={open === 'new' ? null : open} onClose={() => setOpen(undefined)} /> : null}
    </Page>
  );
}
