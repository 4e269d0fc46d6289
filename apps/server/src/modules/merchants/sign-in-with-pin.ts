/** Signs a person in at a paired till with a PIN: good at this register only, for 12 hours. */

import type { Answer } from '@tandem/contract/index.ts';
import { permissionsOf } from '@tandem/contract/permissions.ts';
import type { Principal } from '../../platform/http/principal.ts';
import type { Platform } from '../../platform/platform.ts';
import { readAs } from '../../platform/transaction.ts';
import { openSession } from './open-session.ts';
import { type PinAsked, provePin } from './prove-pin.ts';
import { writeAudit } from './write-audit.ts';

/** Refuses `session.refused`; `session.too_many_tries` after 5 for a person or 20 for the register within 15 minutes. */
export async function signInWithPin(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  principal: Principal,
  { userAgent, ...asked }: PinAsked & { userAgent: string },
): Promise<{ token: string; answer: Answer<'POST /api/till/session'> }> {
  const { registerId = '' } = principal.actor;
  const { person, tries } = await provePin({ pool, clock }, principal, asked);
  const { id, name, role } = person;
  const opened = await readAs(pool, principal.merchantId, async (tx) => {
    const session = await openSession(tx, { staffId: id, registerId, userAgent, now: clock.now() });
    await writeAudit(tx, { kind: 'register', registerId, staffId: id }, 'till.signed_in', registerId, {});
    return session;
  });
  await tries.succeeded();
  return { token: opened.token, answer: { staff: { id, name, role }, permissions: [...permissionsOf[role]] } };
}
