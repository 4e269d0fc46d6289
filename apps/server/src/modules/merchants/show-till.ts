/** What a paired till has to know about itself. */
import { permissionsOf } from '@tandem/contract/permissions.ts';
import type { Principal } from '../../platform/http/principal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Person, Till } from './contract-types.ts';
import { readToken } from './cookies.ts';
import { readLocation } from './read-locations.ts';
import { readMerchant } from './read-merchant.ts';
import { readRegister } from './read-registers.ts';
import { readSession } from './read-session.ts';
import { worksAt } from './works-at.ts';

/** Receipts of a series handed out so far; told by the module that keeps them. */
export type LastReceiptNumber = (tx: Tx, series: string) => Promise<number>;

/** The register, its place, who may sign in, and who is (`tillToken` is the till cookie). `now` in milliseconds. */
export async function showTill(
  tx: Tx,
  principal: Principal,
  tillToken: string | undefined,
  now: number,
  lastReceiptNumber: LastReceiptNumber,
): Promise<Till> {
  const { registerId = '', locationId = '' } = principal.actor;
  const register = await readRegister(tx, registerId);
  const people = await tx.rows<Person>(sql`
    select s.id, s.name, s.role from merchants.staff s
    where s.merchant_id = ${tx.merchantId} and s.is_active and s.pin_hash is not null and ${worksAt(locationId)} order by s.name, s.id`);
  const staff = people.filter(({ role }) => permissionsOf[role].includes('sale.make'));
  const token = readToken(tillToken);
  const session = token?.merchantId === tx.merchantId ? await readSession(tx, token, now) : undefined;
  const signedIn = session?.registerId === register.id ? people.find(({ id }) => id === session.staffId) : undefined;
  // A newly paired device starts a new series, so two devices can never hand out the same number.
  const series = `${register.code}-${register.epoch}`;
  return {
    register,
    merchant: await readMerchant(tx),
    location: await readLocation(tx, locationId),
    staff,
    signedIn: signedIn ?? null,
    series,
    lastReceiptNumber: await lastReceiptNumber(tx, series),
  };
}
