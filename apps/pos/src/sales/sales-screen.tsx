import { Button } from '@mantine/core';
import { IconArrowLeft, IconReceipt2 } from '@tabler/icons-react';
import { EmptyState, useTexts } from '@tandem/ui/react/index.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { salesTexts } from '../messages/sales-texts.ts';
import { StatusPill } from '../parts/status-pill.tsx';
import { SaleDetail } from './sale-detail.tsx';
import classes from './sales.module.css';
import { SalesList } from './sales-list.tsx';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });

/** The last sales of the store: list left, the chosen one right; upright one after the other. */
export default function SalesScreen({ onBack }: { readonly onBack: () => void }) {
  return (
    <QueryClientProvider client={queries}>
      <Sales onBack={onBack} />
    </QueryClientProvider>
  );
}

function Sales({ onBack }: { readonly onBack: () => void }) {
  const t = useTexts(salesTexts);
  const [chosen, setChosen] = useState<string>();
  return (
    <div className={classes.screen} data-chosen={chosen !== undefined || undefined}>
      <header className={classes.bar}>
        <Button
          variant="subtle"
          color="gray"
          size="lg"
          leftSection={<IconArrowLeft size={22} aria-hidden />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <h1 className={classes.title}>{t('title')}</h1>
        <StatusPill />
      </header>
      <nav className={classes.list} aria-label={t('title')}>
        <SalesList chosen={chosen} onChoose={setChosen} />
      </nav>
      <main className={classes.detail}>
        {chosen === undefined ? (
          <EmptyState icon={IconReceipt2} title={t('choose')}>
            {t('chooseAdvice')}
          </EmptyState>
        ) : (
          <>
            <Button
              className={classes.toList ?? ''}
              variant="subtle"
              color="gray"
              size="lg"
              leftSection={<IconArrowLeft size={22} aria-hidden />}
              onClick={() => setChosen(undefined)}
            >
              {t('backToList')}
            </Button>
            <SaleDetail key={chosen} id={chosen} />
          </>
        )}
      </main>
    </div>
  );
}
