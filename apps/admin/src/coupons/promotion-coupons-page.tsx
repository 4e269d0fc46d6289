import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { problemText } from '../api/problem-text.ts';
import { couponTexts } from '../messages/coupons.ts';
import { problemTexts } from '../messages/problems.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useFormat } from '../shop/use-format.ts';
import { PromotionBatches } from './promotion-batches.tsx';
import { usePromotion } from './use-coupons.ts';

/** The unique codes of one promotion. */
export default function PromotionCouponsPage({ id }: { readonly id: string }) {
  const t = useTexts(couponTexts);
  const problem = useTexts(problemTexts);
  const { text } = useFormat();
  const promotion = usePromotion(id);
  if (promotion.isPending) return <PageSkeleton />;
  if (!promotion.data)
    return (
      <ErrorState
        advice={problemText(promotion.error, problem)}
        onRetry={() => void promotion.refetch()}
        isRetrying={promotion.isFetching}
      />
    );
  return (
    <Page
      title={t('ofPromotion', text(promotion.data.definition.name))}
      back={{ href: `/promotions/${id}`, label: t('toPromotion') }}
      isNarrow
    >
      <PromotionBatches promotion={promotion.data} />
    </Page>
  );
}
