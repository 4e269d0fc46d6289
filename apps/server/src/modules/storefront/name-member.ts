/** Who is signed in, and that the basket is priced for them and for nobody else. */
import type { FastifyRequest } from 'fastify';
import { newId } from '../../platform/ids.ts';
import { RefusalError } from '../../platform/refusal.ts';
import { readAs } from '../../platform/transaction.ts';
import { readAccountSession, type SignedIn } from '../members/index.ts';
import { memberOfBasket } from '../orders/index.ts';
import { memberTokenOf } from './member-cookie.ts';
import type { Site, Visit } from './site.ts';

/** The member behind the request's session; asks nothing where there is no cookie. */
export async function signedIn(
  { platform }: { platform: Pick<Site['platform'], 'pool' | 'clock'> },
  merchantId: string,
  request: FastifyRequest,
): Promise<SignedIn | undefined> {
  const hash = memberTokenOf(request, merchantId);
  if (hash === undefined) return undefined;
  return readAs(platform.pool, merchantId, (tx) => readAccountSession(tx, hash, platform.clock.now()));
}

/**
 * Gives the basket to who is signed in now. A session ends without telling the basket, and one browser has several members:
 * so it is asked before each showing and before paying. A basket that is ordered or gone stays as it is.
 */
export async function nameMember(site: Site, visit: Visit, basketId: string): Promise<void> {
  const { merchantId } = visit.shop;
  const memberId = visit.member?.memberId ?? null;
  const named = await readAs(site.platform.pool, merchantId, (tx) => memberOfBasket(tx, basketId));
  if (named === memberId) return;
  try {
    await site.baskets.nameMember(visit.principal, newId(), basketId, memberId);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}
