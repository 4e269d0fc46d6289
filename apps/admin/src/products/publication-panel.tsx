import { Switch } from '@mantine/core';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './product-form.module.css';
import type { Product } from './product-values.ts';

/** The channels that show the product; each switch is saved at once and can be switched back. */
export function PublicationPanel({ product, mayChange }: { readonly product: Product; readonly mayChange: boolean }) {
  const t = useTexts(productTexts);
  const names = useNames();
  const { channels } = useShop();
  const publish = useCommand('PUT /api/products/:id/publication', {
    refresh: [['product', product.id]],
    done: t('publishedSaved'),
  });
  const sending = publish.isPending ? publish.variables.body.channelIds : undefined;
  const on = new Set(sending ?? product.channelIds);
  const turn = (id: string, isOn: boolean) => {
    const next = new Set(on);
    if (isOn) next.add(id);
    else next.delete(id);
    publish.mutate({ params: { id: product.id }, body: { channelIds: [...next] } });
  };
  return (
    <Panel title={t('published')} hint={t('publishedHint')}>
      <div className={classes.stack}>
        {channels
          .filter((one) => one.isActive && one.kind === 'online')
          .map((one) => (
            <Switch
              key={one.id}
              label={names.channel(one.id)}
              checked={on.has(one.id)}
              disabled={!mayChange || publish.isPending}
              onChange={(event) => turn(one.id, event.currentTarget.checked)}
            />
          ))}
      </div>
    </Panel>
  );
}
