import './styles.css';
import { TandemProvider } from '@tandem/ui/react/index.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { bootTill } from './boot-till.ts';
import { Fallback } from './fallback.tsx';

const boot = bootTill();
const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the till');
createRoot(root).render(
  <StrictMode>
    <TandemProvider>
      <Fallback>
        <App boot={boot} />
      </Fallback>
    </TandemProvider>
  </StrictMode>,
);
