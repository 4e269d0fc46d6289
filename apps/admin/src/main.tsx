// Starts the back office in the page.
import '@tandem/ui/fonts.css';
import '@tandem/ui/tokens.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@tandem/ui/mantine.css';
import './frame/page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
