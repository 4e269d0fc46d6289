/** Who somebody at a paired till is, by PIN. */
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import type { Person } from './contract-types.ts';
import { countTries, type Tries } from './count-tries.ts';
import { isSecret } from './hash-secret.ts';
import { worksAt } from './works-at.ts';

export interface PinAsked {
  staffId: string;
  pin: string;
}

/**
 * The person, who works at the till's place; the caller ends with `tries.succeeded()`. Refuses `session.refused`;
 * `session.too_many_tries` after 5 wrong ones for a person or 20 for the register within 15 minutes.
 */
export async function provePin(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  { merchantId, actor }: Principal,
  { staffId, pin }: PinAsked,
): Promise<{ person: Person; tries: Tries }> {
  const { registerId = '', locationId = '' } = actor;
  const limits = [
    { subject: `pin ${staffId.toLowerCase()} ${registerId}`, max: 5 },
    { subject: `till ${registerId}`, max: 20 },
  ];
  const tries = await countTries({ pool, clock }, merchantId, limits);
  const found = await readAs(pool, merchantId, (tx) =>
    tx.row<Person & { pinHash: string | null }>(sql`
    select s.id, s.name, s.role, s.pin_hash as "pinHash" from merchants.staff s
    where s.merchant_id = ${merchantId} and s.id = ${staffId} and s.is_active and ${worksAt(locationId)}`),
  );
  const isRight = await isSecret(found?.pinHash, pin);
  if (found === undefined || !isRight)
    return refuse('session.refused', 'The PIN is not right.', { status: 401, field: 'pin' });
  const { id, name, role } = found;
  return { person: { id, name, role }, tries };
}
