import { call } from '@tandem/contract/client.ts';
import { ErrorState } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { rememberedScope, rememberScope } from './scope-memory.ts';
import { type Scope, type Session, type Shop, ShopContext } from './shop.ts';

/** Loads the places of the merchant and gives them to everything inside. */
export function ShopProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const places = useQuery({
    queryKey: ['places'],
    queryFn: async ({ signal }) => {
      const [locations, channels] = await Promise.all([
        call('GET /api/locations', { signal }),
        call('GET /api/channels', { signal }),
      ]);
      return { locations: locations.items, channels: channels.items };
    },
    staleTime: 60_000,
  });
  const [chosen, setChosen] = useState<Scope>();
  const shop = useMemo((): Shop | null => {
    if (!places.data) return null;
    const { locations, channels } = places.data;
    const scope =
      chosen ??
      rememberedScope(
        locations.map((one) => one.id),
        channels.map((one) => one.id),
      );
    const setScope = (next: Scope) => {
      rememberScope(next);
      setChosen(next);
    };
    const permissions = new Set<string>(session.permissions);
    return {
      session,
      merchant: session.merchant,
      locations,
      channels,
      scope,
      setScope,
      may: (one) => permissions.has(one),
    };
  }, [places.data, chosen, session]);
  if (shop) return <ShopContext value={shop}>{children}</ShopContext>;
  if (places.isError) return <ErrorState onRetry={() => void places.refetch()} isRetrying={places.isFetching} />;
  return <PageSkeleton />;
}
