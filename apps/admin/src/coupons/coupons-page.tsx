import { IconTicket } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { QueryList } from '../lists/query-list.tsx';
import { couponTexts } from '../messages/coupons.ts';
import { NearLinks } from '../parts/near-links.tsx';
import { Page } from '../parts/page.tsx';
import classes from './coupons.module.css';
import { PromotionBatches } from './promotion-batches.tsx';
import { useCodePromotions } from './use-coupons.ts';

/** Every promotion that is entered by code, with its batches of unique codes. */
export default function CouponsPage() {
  const t = useTexts(couponTexts);
  const promotions = useCodePromotions();
  const items = promotions.data ?? [];
  return (
    <Page
      title={t('title')}
      subtitle={
        <>
          {t('subtitle')}
          <NearLinks to={['promotions']} />
        </>
      }
      isNarrow
    >
      <QueryList
        query={promotions}
        isEmpty={items.length === 0}
        columns={4}
        empty={
          <EmptyState icon={IconTicket} title={t('emptyTitle')}>
            {t('emptyWords')}
          </EmptyState>
        }
      >
        <div className={classes.stack}>
          {items.map((one) => (
            <PromotionBatches key={one.id} promotion={one} />
          ))}
        </div>
      </QueryList>
    </Page>
  );
}
