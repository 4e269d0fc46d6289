import { Button } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconExternalLink } from '@tabler/icons-react';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useEffect } from 'react';
import { useCommand } from '../api/use-command.ts';
import { productTexts } from '../messages/products.ts';
import { Page } from '../parts/page.tsx';
import { SaveBar } from '../parts/save-bar.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BundlePanel } from './bundle-panel.tsx';
import { CollectionsPanel } from './collections-panel.tsx';
import { DetailsPanel } from './details-panel.tsx';
import { PicturesPanel } from './pictures-panel.tsx';
import classes from './product-form.module.css';
import { ProductState } from './product-state.tsx';
import { changesOf, type Product, type ProductValues, valuesOf } from './product-values.ts';
import { PublicationPanel } from './publication-panel.tsx';
import { TextsPanel } from './texts-panel.tsx';
import { VariantsPanel } from './variants-panel.tsx';

/** The page of a product; what is typed is kept until it is saved, whatever comes in live meanwhile. */
export function ProductForm({ product }: { readonly product: Product }) {
  const t = useTexts(productTexts);
  const { text } = useFormat();
  const { may } = useShop();
  const mayChange = may('catalog.change');
  const form = useForm<ProductValues>({
    initialValues: valuesOf(product),
    validate: { name: (name) => (name.en.trim() || name['zh-Hant'].trim() ? null : t('needsName')) },
  });
  const { isDirty, setInitialValues, setValues, reset } = form;
  const hasChanges = isDirty();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a newer product replaces only what nobody is typing into.
  useEffect(() => {
    if (hasChanges) return;
    setInitialValues(valuesOf(product));
    setValues(valuesOf(product));
  }, [product]);
  const save = useCommand('PATCH /api/products/:id', {
    refresh: [['variants'], ['product', product.id]],
    done: t('saved'),
    onDone: (saved) => {
      setInitialValues(valuesOf(saved));
      setValues(valuesOf(saved));
    },
  });
  const isInShop = product.status === 'active';
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate({ params: { id: product.id }, body: changesOf(product, values) }),
      )}
    >
      <Page
        title={text(product.name)}
        badge={<ProductState status={product.status} />}
        back={{ href: '/products', label: t('title') }}
        actions={
          isInShop ? (
            <Button
              component="a"
              href={`/products/${product.handle}`}
              target="_blank"
              variant="default"
              visibleFrom="sm"
              rightSection={<IconExternalLink size={15} aria-hidden />}
            >
              {t('showInShop')}
            </Button>
          ) : null
        }
      >
        <div className={classes.columns}>
          <div className={classes.main}>
            <TextsPanel form={form} isReadOnly={!mayChange} />
            <PicturesPanel product={product} mayChange={mayChange} />
            <VariantsPanel product={product} />
            <BundlePanel product={product} />
          </div>
          <div className={classes.aside}>
            <DetailsPanel form={form} isReadOnly={!mayChange} />
            <PublicationPanel product={product} mayChange={mayChange} />
            <CollectionsPanel productId={product.id} />
          </div>
        </div>
        {mayChange ? <SaveBar isShown={hasChanges} isSaving={save.isPending} onDiscard={reset} /> : null}
      </Page>
    </form>
  );
}
