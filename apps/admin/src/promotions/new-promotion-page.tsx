import { useTexts } from '@tandem/ui/react/index.ts';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { promotionTexts } from '../messages/promotions.ts';
import { Page } from '../parts/page.tsx';
import { useShop } from '../shop/shop.ts';
import { PromotionBuilder } from './promotion-builder.tsx';
import { TemplateGrid } from './template-grid.tsx';
import { type TemplateKey, templateKeys, templateOf } from './templates.ts';

/** Chooses what to start from, then writes the draft. */
export default function NewPromotionPage() {
  const t = useTexts(promotionTexts);
  const [params] = useSearchParams();
  const key = templateKeys.find((one) => one === params.get('template'));
  if (key) return <NewBuilder key={key} template={key} />;
  return (
    <Page title={t('templateTitle')} subtitle={t('templateHint')} back={{ href: '/promotions', label: t('title') }}>
      <TemplateGrid />
    </Page>
  );
}

function NewBuilder({ template }: { readonly template: TemplateKey }) {
  const { currency } = useShop().merchant;
  const [start] = useState(() => templateOf(template, currency));
  return <PromotionBuilder promotion={null} start={start} />;
}
