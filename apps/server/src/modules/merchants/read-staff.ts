/** The people who work for the merchant. */
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Staff } from './contract-types.ts';

/** All people, by name. */
export function listStaff(tx: Tx): Promise<Staff[]> {
  return selectStaff(tx, sql``);
}

/** The person; refuses with 404 when the merchant has none with this id. */
export async function readStaff(tx: Tx, id: string): Promise<Staff> {
  const [person] = await selectStaff(tx, sql`and s.id = ${id}`);
  return person ?? notFound('staff');
}

function selectStaff(tx: Tx, condition: Sql): Promise<Staff[]> {
  return tx.rows<Staff>(sql`
    select s.id, s.name, s.email, s.role, s.pin_hash is not null as "hasPin", s.password_hash is not null as "hasPassword", s.is_active as "isActive",
      array(select l.location_id from merchants.staff_location l where l.merchant_id = s.merchant_id and l.staff_id = s.id order by 1) as "locationIds"
    from merchants.staff s where s.merchant_id = ${tx.merchantId} ${condition} order by s.name, s.id`);
}

/** Roles by id, as they are now; unknown people are left out. */
export async function rolesOfStaff(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; role: string }>(sql`
    select id, role from merchants.staff where merchant_id = ${tx.merchantId} and id = any (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.role]));
}

/** Names by id, for the story of an order. */
export async function staffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(sql`
    select id, name from merchants.staff where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
