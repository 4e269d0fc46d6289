// Promotions that are entered by code, their batches and the codes, as the server has them.
import { call } from '@tandem/contract/client.ts';
import type { Answer, Query } from '@tandem/contract/index.ts';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';

export type Promotion = Answer<'GET /api/promotions'>['items'][number];
export type Batch = Answer<'GET /api/coupon-batches/:id'>;
export type Coupon = Answer<'GET /api/coupon-batches/:id/coupons'>['items'][number];
type Asked = Omit<NonNullable<Query<'GET /api/coupon-batches/:id/coupons'>>, 'cursor' | 'limit'>;

/** While codes are being made, it is asked again this often. */
const progressMs = 1000;
const promotionsMax = 1000;

/** All promotions that are entered by a code, the last changed first. */
export function useCodePromotions() {
  return useQuery({
    queryKey: ['promotions', 'by-code'],
    queryFn: async ({ signal }) => {
      const found: Promotion[] = [];
      for (let cursor: string | null = ''; cursor !== null && found.length < promotionsMax; ) {
        const page: Answer<'GET /api/promotions'> = await call('GET /api/promotions', {
          query: { limit: 200, ...(cursor ? { cursor } : {}) },
          signal,
        });
        found.push(...page.items.filter((one) => one.definition.trigger.kind === 'code'));
        cursor = page.nextCursor;
      }
      return found;
    },
  });
}

export function usePromotion(id: string) {
  return useQuery({
    queryKey: ['promotion', id],
    queryFn: ({ signal }) => call('GET /api/promotions/:id', { params: { id }, signal }),
  });
}

/** The batches of a promotion; follows those that are being made. */
export function useBatches(promotionId: string) {
  return useQuery({
    queryKey: ['coupon-batches', promotionId],
    queryFn: ({ signal }) => call('GET /api/promotions/:id/coupon-batches', { params: { id: promotionId }, signal }),
    refetchInterval: (query) => (query.state.data?.items.some(isBeingMade) ? progressMs : false),
  });
}

export function useBatch(id: string) {
  return useQuery({
    queryKey: ['coupon-batch', id],
    queryFn: ({ signal }) => call('GET /api/coupon-batches/:id', { params: { id }, signal }),
    refetchInterval: (query) => (query.state.data && isBeingMade(query.state.data) ? progressMs : false),
  });
}

/** The codes of a batch that fit, 200 a page. */
export function useCoupons(batchId: string, asked: Asked, made: number) {
  return useInfiniteQuery({
    queryKey: ['coupons', batchId, asked, made],
    queryFn: ({ pageParam, signal }) =>
      call('GET /api/coupon-batches/:id/coupons', {
        params: { id: batchId },
        query: { ...asked, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
}

export const isBeingMade = (batch: Batch): boolean => !batch.isReady && batch.revokedAt === null;
