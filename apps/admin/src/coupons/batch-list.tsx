import { Progress } from '@mantine/core';
import { StatusBadge, useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { couponTexts } from '../messages/coupons.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { lastDay } from './batch-values.ts';
import classes from './coupons.module.css';
import { type Batch, isBeingMade } from './use-coupons.ts';

/** The batches of a promotion: how far they are made, and how much of each was redeemed. */
export function BatchList({ batches }: { readonly batches: readonly Batch[] }) {
  const t = useTexts(couponTexts);
  const { relative } = useFormat();
  return (
    <ul className={classes.batches}>
      {batches.map((one) => (
        <li key={one.id} className={classes.batch}>
          <span className={classes.words}>
            <Link href={`/coupons/${one.id}`} className={classes.name}>
              {one.name}
            </Link>
            <span className={classes.quiet}>{t('by', relative(one.createdAt), one.createdBy ?? '')}</span>
          </span>
          <Expiry batch={one} />
          <span className={classes.share}>
            <span className={classes.quiet}>
              {isBeingMade(one) ? t('progress', one.made, one.count) : t('redeemedOf', one.states.redeemed, one.count)}
            </span>
            <Progress
              size="sm"
              color={isBeingMade(one) ? 'amber' : 'green'}
              value={(100 * (isBeingMade(one) ? one.made : one.states.redeemed)) / one.count}
              aria-label={isBeingMade(one) ? t('making') : t('redeemed')}
            />
          </span>
          <BatchState batch={one} />
        </li>
      ))}
    </ul>
  );
}

/** Whether the codes of a batch are being made, can be used, or are over. */
export function BatchState({ batch }: { readonly batch: Batch }) {
  const t = useTexts(couponTexts);
  if (batch.revokedAt !== null) return <StatusBadge tone="danger">{t('revoked')}</StatusBadge>;
  if (!batch.isReady) return <StatusBadge tone="attention">{t('making')}</StatusBadge>;
  if (batch.expiresAt !== null && Date.parse(batch.expiresAt) <= Date.now())
    return <StatusBadge tone="neutral">{t('expired')}</StatusBadge>;
  return <StatusBadge tone="done">{t('codesOf', batch.count)}</StatusBadge>;
}

function Expiry({ batch }: { readonly batch: Batch }) {
  const t = useTexts(couponTexts);
  const { timeZone } = useShop().merchant;
  const { date } = useFormat();
  return (
    <span className={classes.quiet}>
      {t('expires')}: {batch.expiresAt === null ? t('never') : date(lastDay(batch.expiresAt, timeZone))}
    </span>
  );
}
