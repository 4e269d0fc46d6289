import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { problemText } from '../api/problem-text.ts';
import { couponTexts } from '../messages/coupons.ts';
import { problemTexts } from '../messages/problems.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BatchForm } from './batch-form.tsx';
import { BatchList } from './batch-list.tsx';
import classes from './coupons.module.css';
import { type Promotion, useBatches } from './use-coupons.ts';

/** The batches of one promotion, and the way to make another. */
export function PromotionBatches({ promotion }: { readonly promotion: Promotion }) {
  const t = useTexts(couponTexts);
  const problem = useTexts(problemTexts);
  const { may } = useShop();
  const { text } = useFormat();
  const [isAdding, setIsAdding] = useState(false);
  const batches = useBatches(promotion.id);
  const { trigger } = promotion.definition;
  const isByCode = trigger.kind === 'code';
  const mayAdd = may('promotion.change') && isByCode && promotion.state !== 'ended';
  return (
    <Panel
      title={text(promotion.definition.name)}
      hint={isByCode && trigger.sharedCodes.length > 0 ? t('sharedCodes', trigger.sharedCodes.join(', ')) : undefined}
      isFlush
      actions={
        mayAdd ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setIsAdding(true)}
          >
            {t('add')}
          </Button>
        ) : null
      }
    >
      {batches.isError ? (
        <ErrorState
          advice={problemText(batches.error, problem)}
          onRetry={() => void batches.refetch()}
          isRetrying={batches.isFetching}
        />
      ) : batches.data && batches.data.items.length > 0 ? (
        <BatchList batches={batches.data.items} />
      ) : (
        <p className={classes.none}>{batches.isPending ? '…' : isByCode ? t('noBatches') : t('notByCode')}</p>
      )}
      {isAdding ? <BatchForm promotionId={promotion.id} onClose={() => setIsAdding(false)} /> : null}
    </Panel>
  );
}
