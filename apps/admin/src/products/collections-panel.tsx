import { Anchor } from '@mantine/core';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { collectionTexts } from '../messages/collections.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import classes from './product-form.module.css';

/** The collections that a product belongs to, by hand or by their rules. */
export function CollectionsPanel({ productId }: { readonly productId: string }) {
  const t = useTexts(collectionTexts);
  const { text } = useFormat();
  const list = useQuery({
    queryKey: ['product', productId, 'collections'],
    queryFn: ({ signal }) => call('GET /api/products/:id/collections', { params: { id: productId }, signal }),
  });
  const items = list.data?.items ?? [];
  return (
    <Panel title={t('inCollections')} hint={list.isSuccess && items.length === 0 ? t('inNone') : undefined}>
      <div className={classes.stack}>
        {items.map((one) => (
          <Anchor key={one.id} component={Link} href={`/products/collections/${one.id}`} size="sm">
            {text(one.name)}
          </Anchor>
        ))}
        <Anchor component={Link} href="/products/collections" size="sm">
          {t('manage')}
        </Anchor>
      </div>
    </Panel>
  );
}
