import { call, ProblemError } from '@tandem/contract/client.ts';
import { ErrorState, useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Workplace } from '../frame/workplace.tsx';
import { signInTexts } from '../messages/sign-in.ts';
import { PageSkeleton } from '../parts/page-skeleton.tsx';

const SignInPage = lazy(() => import('./sign-in-page.tsx'));
const SetUpPage = lazy(() => import('../setup/set-up-page.tsx'));

/** Shows the set-up page to an empty Tandem, the sign-in page to strangers, and the workplace to staff. */
export function Gate() {
  const t = useTexts(signInTexts);
  const isSecure = window.isSecureContext;
  const door = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => askAtTheDoor(signal),
    staleTime: Infinity,
    enabled: isSecure,
  });
  // The cookie of a sign-in would be dropped without a word, also that of setting up.
  if (!isSecure) {
    return (
      <main>
        <ErrorState title={t('insecure')} advice={t('insecureAdvice')} />
      </main>
    );
  }
  if (door.isPending) return <PageSkeleton />;
  if (door.isError) {
    return (
      <main>
        <ErrorState
          title={t('noAnswer')}
          advice={t('noAnswerAdvice')}
          onRetry={() => void door.refetch()}
          isRetrying={door.isFetching}
        />
      </main>
    );
  }
  if (door.data.kind === 'in') return <Workplace session={door.data.session} />;
  return <Suspense fallback={<PageSkeleton />}>{door.data.kind === 'empty' ? <SetUpPage /> : <SignInPage />}</Suspense>;
}

async function askAtTheDoor(signal: AbortSignal) {
  try {
    return { kind: 'in' as const, session: await call('GET /api/session', { signal }) };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 401) throw error;
    const setup = await call('GET /api/setup', { signal });
    return { kind: setup.isEmpty || setup.demo?.state === 'running' ? ('empty' as const) : ('out' as const) };
  }
}
