import { useTexts } from '@tandem/ui/react/index.ts';
import { promotionTexts } from '../messages/promotions.ts';
import { simulationTexts } from '../messages/simulations.ts';
import { Page } from '../parts/page.tsx';
import { SimulationList } from './simulation-list.tsx';

/** Every simulation of the merchant's, past and running. */
export default function SimulationsPage() {
  const t = useTexts(simulationTexts);
  const p = useTexts(promotionTexts);
  return (
    <Page title={t('title')} subtitle={t('subtitle')} back={{ href: '/promotions', label: p('title') }}>
      <SimulationList />
    </Page>
  );
}
