import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { homeTexts } from '../messages/home.ts';
import { Page } from '../parts/page.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { BestSellers } from './best-sellers.tsx';
import { CurvePanel } from './curve-panel.tsx';
import classes from './home-page.module.css';
import { KeyFigures } from './key-figures.tsx';
import { NeedsPanel } from './needs-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { SaleFeed } from './sale-feed.tsx';
import { useToday } from './today.ts';

/** How today is going, what sells, where, and what needs somebody now. */
export default function HomePage() {
  const t = useTexts(homeTexts);
  const { may, session } = useShop();
  if (!may('report.read')) {
    return (
      <Page title={session.staff.name} subtitle={t('noReports')}>
        {may('order.read') ? <SaleFeed /> : null}
      </Page>
    );
  }
  return <Dashboard />;
}

function Dashboard() {
  const t = useTexts(homeTexts);
  const { date } = useFormat();
  const { session, merchant } = useShop();
  const today = useToday();
  if (today.isPending) return <PageSkeleton />;
  if (today.isError && !today.data)
    return <ErrorState onRetry={() => void today.refetch()} isRetrying={today.isFetching} />;
  const { data } = today;
  const name = session.staff.name.split(' ')[0] ?? '';
  const hour = Number(
    new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: merchant.timeZone }).format(),
  );
  const greeting = hour < 12 ? 'greetingMorning' : hour < 18 ? 'greetingDay' : 'greetingEvening';
  return (
    <Page title={t(greeting, name)} subtitle={date(data.businessDate)}>
      <KeyFigures today={data} />
      <div className={classes.columns}>
        <CurvePanel today={data} />
        <NeedsPanel today={data} />
      </div>
      <div className={classes.thirds}>
        <BestSellers items={data.bestSellers} />
        <PlacesPanel today={data} />
        <SaleFeed />
      </div>
    </Page>
  );
}
