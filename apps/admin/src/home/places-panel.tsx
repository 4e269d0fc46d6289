import { useTexts } from '@tandem/ui/react/index.ts';
import { memo } from 'react';
import { homeTexts } from '../messages/home.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './ranking.module.css';
import type { Today } from './today.ts';

/** Where today's sales are made: by store, and by channel. */
export const PlacesPanel = memo(function PlacesPanel({ today }: { readonly today: Today }) {
  const t = useTexts(homeTexts);
  const names = useNames();
  const stores = today.byLocation.map((one) => ({
    id: one.locationId,
    name: names.location(one.locationId),
    amount: one.netAmount,
  }));
  const shops = useChannelTotals(today);
  return (
    <Panel title={t('stores')}>
      <Bars rows={stores} empty={t('noSalesYet')} />
      <h3 className={classes.heading}>{t('channels')}</h3>
      <Bars rows={shops} empty={t('noSalesYet')} />
    </Panel>
  );
});

/** Each online shop by itself, and all tills together: the stores stand above already. */
function useChannelTotals(today: Today): Bar[] {
  const t = useTexts(homeTexts);
  const names = useNames();
  const { channels } = useShop();
  const online = new Set(channels.filter((one) => one.kind === 'online').map((one) => one.id));
  const isOnline = (one: Today['byChannel'][number]) => online.has(one.channelId);
  const tills = today.byChannel.filter((one) => !isOnline(one)).reduce((sum, one) => sum + one.netAmount, 0);
  const rows = today.byChannel
    .filter(isOnline)
    .map((one) => ({ id: one.channelId, name: names.channel(one.channelId), amount: one.netAmount }));
  return [...(tills === 0 ? [] : [{ id: 'tills', name: t('tills'), amount: tills }]), ...rows].sort(
    (a, b) => b.amount - a.amount,
  );
}

interface Bar {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
}

function Bars({ rows, empty }: { readonly rows: readonly Bar[]; readonly empty: string }) {
  const { money } = useFormat();
  if (rows.length === 0) return <p className={classes.empty}>{empty}</p>;
  const most = Math.max(1, ...rows.map((one) => one.amount));
  return (
    <ul className={classes.bars}>
      {rows.map((one) => (
        <li key={one.id}>
          <div className={classes.barWords}>
            <span className={classes.name}>{one.name}</span>
            <span className={classes.amount}>{money(one.amount)}</span>
          </div>
          <div className={classes.track} aria-hidden>
            <span className={classes.bar} style={{ width: `${Math.max(0, (one.amount / most) * 100)}%` }} />
          </div>
        </li>
      ))}
    </ul>
  );
}
