import './styles.css';
import { TandemProvider } from '@tandem/ui/react/index.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bootTill } from './boot-till.ts';

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the till');
createRoot(root).render(
  <StrictMode>
    <TandemProvider>
      <QueryClientProvider client={queries}>
        <App boot={bootTill()} />
      </QueryClientProvider>
    </TandemProvider>
  </StrictMode>,
);
