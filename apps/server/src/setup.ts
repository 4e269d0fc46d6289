/** The first merchant of an empty Tandem: everything it starts with, in one transaction. */
import type { Body } from '@tandem/contract/index.ts';
import { createMerchant, withHashedSecrets } from './modules/merchants/index.ts';
import { insertTaxCategory, insertTaxRate } from './modules/pricing/index.ts';
import { type Command, singleKind } from './platform/commands/command.ts';
import { newId } from './platform/ids.ts';
import type { Platform } from './platform/platform.ts';
import { RefusalError, refuse } from './platform/refusal.ts';
import { sql } from './platform/sql.ts';
import { readAs, type Tx } from './platform/transaction.ts';

type CreatedMerchant = Awaited<ReturnType<typeof createMerchant>>;
export type SetupBody = Body<'POST /api/setup'>;
type Asked = Omit<SetupBody, 'owner'> & {
  owner: Awaited<ReturnType<typeof withHashedSecrets<SetupBody['owner']>>>;
  isFirst: boolean;
  hostname?: string | undefined;
};

// Any number: it names this lock and no other.
const setupLock = 7_246_281;

const setUp = singleKind('setup', async (tx: Tx, command: Command<Asked>): Promise<CreatedMerchant> => {
  const { body } = command;
  await tx.run(sql`select pg_advisory_xact_lock(${setupLock})`);
  if (body.isFirst && (await tx.row(sql`select 1 from platform.tenant limit 1`)) !== undefined)
    refuse('setup.done', 'Tandem is set up already. Sign in.', { status: 409 });
  const created = await createMerchant(tx, body);
  const standard = await insertTaxCategory(tx, newId(), { code: 'standard', name: 'Standard' });
  for (const rate of body.taxRates)
    await insertTaxRate(tx, newId(), { categoryId: standard.id, region: '*', name: rate.name, ratePpm: rate.ratePpm });
  return created;
});

export interface SetUpMerchant extends CreatedMerchant {
  merchantId: string;
}

/**
 * Sets a merchant up, reached under `hostname` if one is given. With `isFirst` refuses `setup.done` when there is one
 * already: of two at once one wins. Refuses `channel.hostname_taken`.
 */
export async function setUpMerchant(
  { bus, pool }: Pick<Platform, 'bus' | 'pool'>,
  body: SetupBody,
  options: { isFirst: boolean; hostname?: string | undefined },
): Promise<SetUpMerchant> {
  const merchantId = newId();
  const asked = { ...body, owner: await withHashedSecrets(body.owner), ...options };
  const id = newId();
  const created = await bus
    .run(setUp, { merchantId, id, body: asked, actor: { kind: 'system' } })
    .catch(async (error: unknown) => {
      // There is no such merchant after all: its refusal must not be remembered under its name.
      if (error instanceof RefusalError) await forget(pool, merchantId, id);
      throw error;
    });
  return { merchantId, ...created };
}

function forget(pool: Platform['pool'], merchantId: string, id: string): Promise<number> {
  return readAs(pool, merchantId, (tx) =>
    tx.run(sql`delete from platform.command where merchant_id = ${merchantId} and id = ${id}`),
  );
}
