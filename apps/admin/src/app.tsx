// Puts look, language, server state and address around the back office.
import { Notifications } from '@mantine/notifications';
import { TandemProvider } from '@tandem/ui/react/index.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { queryClient } from './api/query-client.ts';
import { Gate } from './sign-in/gate.tsx';

/** The whole back office. */
export function App() {
  return (
    <TandemProvider>
      <QueryClientProvider client={queryClient}>
        <Router base="/admin">
          <Gate />
        </Router>
        <Notifications position="top-center" limit={3} autoClose={4000} />
      </QueryClientProvider>
    </TandemProvider>
  );
}
