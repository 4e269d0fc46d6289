import { useTexts } from '@tandem/ui/react/index.ts';
import { orderTexts } from '../messages/orders.ts';
import { Panel } from '../parts/panel.tsx';
import { useFormat } from '../shop/use-format.ts';
import { EditStory } from './edit-story.tsx';
import { historyOf } from './history.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';

/** What happened to the order, when, and by whom. */
export function HistoryPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const { dateTime } = useFormat();
  return (
    <Panel title={t('history')}>
      <ol className={classes.story}>
        {historyOf(order).map((one) => (
          <li key={one.key} className={classes.moment}>
            <div className={classes.strong}>{t('event', one.kind)}</div>
            {one.note ? <div>{one.note}</div> : null}
            {one.kind === 'order.edited' ? <EditStory detail={one.detail} /> : null}
            <div className={classes.quiet}>
              {dateTime(one.at)}
              {one.who ? ` · ${t('by', one.who)}` : ''}
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
