import { Button, CloseButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { problemText } from '../api/problem-text.ts';
import { frameTexts } from '../messages/frame.ts';
import { problemTexts } from '../messages/problems.ts';
import { productTexts } from '../messages/products.ts';
import { Thumb } from '../parts/thumb.tsx';
import { useFormat } from '../shop/use-format.ts';
import type { VariantItem } from './product-columns.tsx';
import { ProductState } from './product-state.tsx';
import classes from './quick-look.module.css';
import { QuickStock } from './quick-stock.tsx';
import { QuickVariants } from './quick-variants.tsx';

interface QuickLookProps {
  readonly one: VariantItem;
  readonly onClose: () => void;
}

/** A product beside its list: picture, variants, price, and live stock by location. The keys stay with the list. */
export function QuickLook({ one, onClose }: QuickLookProps) {
  const t = useTexts(productTexts);
  const f = useTexts(frameTexts);
  const problem = useTexts(problemTexts);
  const { text } = useFormat();
  const product = useQuery({
    queryKey: ['product', one.productId],
    queryFn: ({ signal }) => call('GET /api/products/:id', { params: { id: one.productId }, signal }),
  });
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('[role=dialog]')) onClose();
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, [onClose]);
  return (
    <aside className={classes.panel} aria-label={t('quickLook')}>
      <header className={classes.head}>
        <Thumb url={one.imageUrl} size={112} />
        <div className={classes.words} aria-live="polite">
          <h2 className={classes.name}>{text(one.name)}</h2>
          <div className={classes.quiet}>{[...one.optionNames.map(text), one.sku].join(' · ')}</div>
          <div className={classes.state}>
            <ProductState status={one.status} />
          </div>
        </div>
        <CloseButton aria-label={f('close')} onClick={onClose} />
      </header>
      <div className={classes.body}>
        {product.data ? (
          <>
            <QuickStock product={product.data} one={one} />
            <QuickVariants product={product.data} variantId={one.variantId} />
          </>
        ) : product.isError ? (
          <ErrorState
            advice={problemText(product.error, problem)}
            onRetry={() => void product.refetch()}
            isRetrying={product.isFetching}
          />
        ) : null}
      </div>
      <footer className={classes.foot}>
        <span className={classes.quiet}>{t('quickKeys')}</span>
        <Button
          component={Link}
          href={`/products/${one.productId}`}
          variant="default"
          size="sm"
          rightSection={<IconArrowRight size={15} aria-hidden />}
        >
          {t('openProduct')}
        </Button>
      </footer>
    </aside>
  );
}
