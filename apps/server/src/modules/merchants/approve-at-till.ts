/** Somebody with more rights allows at a till, by PIN, what the person who sells may not: without signing in. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import { discountLimitOf, mayOverridePrice } from '@tandem/domain/orders/by-hand.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs, type Tx } from '../../platform/transaction.ts';
import { provePin } from './prove-pin.ts';
import { sellingFacts } from './selling-facts.ts';

type Asked = Body<'POST /api/till/approvals'>;

/** Writes the approval down; the sale names it. Refuses like the PIN does, and `approval.over_limit` (403) beyond the role's own limit. */
export async function approveAtTill(
  ports: Pick<Platform, 'pool' | 'clock'>,
  principal: Principal,
  { act, basisPoints, reason, ...asked }: Asked,
): Promise<Answer<'POST /api/till/approvals'>> {
  const { merchantId, actor } = principal;
  const { person, tries } = await provePin(ports, principal, asked);
  // The PIN was right, whatever it may allow.
  await tries.succeeded();
  const approvalId = newId();
  await readAs(ports.pool, merchantId, async (tx) => {
    const limit = discountLimitOf(person.role, (await sellingFacts(tx)).discountLimits);
    if (basisPoints > limit || (act === 'price' && !mayOverridePrice(person.role)))
      refuse('approval.over_limit', 'This is more than this role may allow.', { status: 403, params: { limit } });
    const detail = JSON.stringify({ act, basisPoints, reason, role: person.role });
    await tx.run(sql`
      insert into platform.audit_entry (merchant_id, id, at, staff_id, action, subject_id, detail)
      values (${merchantId}, ${approvalId}, ${new Date(ports.clock.now()).toISOString()}, ${person.id}, 'till.approved', ${actor.registerId ?? null}, ${detail})`);
  });
  return { approvalId, staff: person };
}

/** Who allowed what, by the id of the approval; ids that no PIN stood behind are left out. */
export async function approvalsByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { staffId: string; role: string; act: Asked['act'] }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; staffId: string; detail: { role: string; act: Asked['act'] } }>(sql`
    select id, staff_id as "staffId", detail from platform.audit_entry
    where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[]) and action = 'till.approved'`);
  return new Map(rows.map(({ id, staffId, detail }) => [id, { staffId, role: detail.role, act: detail.act }]));
}
