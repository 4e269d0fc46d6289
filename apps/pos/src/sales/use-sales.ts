// Past sales: those of the store from the server, those not sent yet from this device.
import { call } from '@tandem/contract/client.ts';
import { useQuery } from '@tanstack/react-query';
import type { StoredSale } from '../core/sale.ts';
import { useOutboxState, useTill } from '../use-till.tsx';

/** The store's last sales, or those found by number or scanned receipt; read anew when this till's own were counted. */
export function useStoreSales(search: string) {
  const { waiting } = useOutboxState();
  return useQuery({
    queryKey: ['sales', waiting, search],
    queryFn: async ({ signal }) =>
      (await call('GET /api/till/sales', { query: search === '' ? {} : { search }, signal })).items,
    placeholderData: (before) => before,
  });
}

/** Newest first. */
export function useUnsentSales(): readonly StoredSale[] {
  const till = useTill();
  useOutboxState();
  return till.outbox.unsent().toReversed();
}

export function useSale(id: string, isHere: boolean) {
  return useQuery({
    queryKey: ['sale', id],
    queryFn: ({ signal }) => call('GET /api/till/sales/:id', { params: { id }, signal }),
    enabled: !isHere,
  });
}
