/** Signs a person in at a paired till with a PIN: good at this register only, for 12 hours. */

import type { Answer } from '@tandem/contract/index.ts';
import { permissionsOf } from '@tandem/contract/permissions.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import type { Person } from './contract-types.ts';
import { countTries } from './count-tries.ts';
import { isSecret } from './hash-secret.ts';
import { openSession } from './open-session.ts';
import { worksAt } from './works-at.ts';
import { writeAudit } from './write-audit.ts';

export interface PinAsked {
  staffId: string;
  pin: string;
  userAgent: string;
}

/** Refuses `session.refused`; `session.too_many_tries` after 5 for a person or 20 for the register within 15 minutes. */
export async function signInWithPin(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  { merchantId, actor }: Principal,
  { staffId, pin, userAgent }: PinAsked,
): Promise<{ token: string; answer: Answer<'POST /api/till/session'> }> {
  const { registerId = '', locationId = '' } = actor;
  const limits = [
    { subject: `pin ${staffId.toLowerCase()} ${registerId}`, max: 5 },
    { subject: `till ${registerId}`, max: 20 },
  ];
  const tries = await countTries({ pool, clock }, merchantId, limits);
  const person = await readAs(pool, merchantId, (tx) =>
    tx.row<Person & { pinHash: string | null }>(sql`
    select s.id, s.name, s.role, s.pin_hash as "pinHash" from merchants.staff s
    where s.merchant_id = ${merchantId} and s.id = ${staffId} and s.is_active and ${worksAt(locationId)}`),
  );
  const isRight = await isSecret(person?.pinHash, pin);
  if (person === undefined || !isRight)
    return refuse('session.refused', 'The PIN is not right.', { status: 401, field: 'pin' });
  const opened = await readAs(pool, merchantId, async (tx) => {
    const session = await openSession(tx, { staffId: person.id, registerId, userAgent, now: clock.now() });
    await writeAudit(tx, { kind: 'register', registerId, staffId: person.id }, 'till.signed_in', registerId, {});
    return session;
  });
  await tries.succeeded();
  const { id, name, role } = person;
  return { token: opened.token, answer: { staff: { id, name, role }, permissions: [...permissionsOf[role]] } };
}
