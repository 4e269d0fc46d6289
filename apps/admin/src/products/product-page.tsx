import { call } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { problemText } from '../api/problem-text.ts';
import { problemTexts } from '../messages/problems.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProductForm } from './product-form.tsx';

/** One product: texts, pictures, variants with prices and live stock, publication. */
export default function ProductPage({ id }: { readonly id: string }) {
  const problem = useTexts(problemTexts);
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: ({ signal }) => call('GET /api/products/:id', { params: { id }, signal }),
  });
  if (product.isPending) return <PageSkeleton />;
  if (!product.data) {
    return (
      <ErrorState
        advice={problemText(product.error, problem)}
        onRetry={() => void product.refetch()}
        isRetrying={product.isFetching}
      />
    );
  }
  return <ProductForm product={product.data} />;
}
