// Past sales: those of the store from the server, those not sent yet from this device.
import { call } from '@tandem/contract/client.ts';
import { useQuery } from '@tanstack/react-query';
import type { StoredSale } from '../core/sale.ts';
import { useOutboxState, useTill } from '../use-till.tsx';

/** The store's last sales; read anew whenever this till's own have been counted. */
export function useStoreSales() {
  const { waiting } = useOutboxState();
  return useQuery({
    queryKey: ['sales', waiting],
    queryFn: async ({ signal }) => (await call('GET /api/till/sales', { signal })).items,
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
