/** Signs a person in with e-mail and password. No command: its answer holds a secret. */

import { secretHash } from '../../platform/ids.ts';
import type { Platform } from '../../platform/platform.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import { readAs } from '../../platform/transaction.ts';
import type { Session } from './contract-types.ts';
import { countTries } from './count-tries.ts';
import { describeSession } from './describe-session.ts';
import { isSecret } from './hash-secret.ts';
import { openSession } from './open-session.ts';
import { writeAudit } from './write-audit.ts';

export interface SignInAsked {
  merchantId: string;
  email: string;
  password: string;
  address: string;
  userAgent: string;
}

/** Refuses `session.refused` without telling what was wrong, and `session.too_many_tries` after 10 within 15 minutes. */
export async function signIn(
  { pool, clock }: Pick<Platform, 'pool' | 'clock'>,
  asked: SignInAsked,
): Promise<{ token: string; session: Session }> {
  const { merchantId, address, userAgent } = asked;
  const refused = () => refuse('session.refused', 'The e-mail or the password is not right.', { status: 401 });
  if (merchantId === '') return refused();
  const email = asked.email.toLowerCase();
  const account = secretHash(email).toString('base64url');
  const tries = await countTries({ pool, clock }, merchantId, [
    { subject: `account ${account}`, max: 10 },
    { subject: `address ${address}`, max: 10 },
  ]);
  const person = await readAs(pool, merchantId, (tx) =>
    tx.row<{ id: string; passwordHash: string | null }>(sql`
    select id, password_hash as "passwordHash" from merchants.staff where merchant_id = ${merchantId} and email = ${email} and is_active`),
  );
  const isRight = await isSecret(person?.passwordHash, asked.password);
  if (person === undefined || !isRight) return refused();
  const opened = await readAs(pool, merchantId, async (tx) => {
    const { token, expiresAt } = await openSession(tx, {
      staffId: person.id,
      registerId: null,
      userAgent,
      now: clock.now(),
    });
    await writeAudit(tx, { kind: 'staff', staffId: person.id }, 'session.opened', person.id, {});
    return { token, session: await describeSession(tx, person.id, expiresAt) };
  });
  await tries.succeeded();
  return opened;
}
