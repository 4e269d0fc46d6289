/** Tills as devices: where they stand and whether one is paired. */
import { notFound } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Register } from './contract-types.ts';
import { isoOrNull } from './iso.ts';

/** All registers, by code. */
export function listRegisters(tx: Tx): Promise<Register[]> {
  return selectRegisters(tx, sql``);
}

/** The register; refuses with 404 when the merchant has none with this id. */
export async function readRegister(tx: Tx, id: string): Promise<Register> {
  const [register] = await selectRegisters(tx, sql`and id = ${id}`);
  return register ?? notFound('register');
}

async function selectRegisters(tx: Tx, condition: Sql): Promise<Register[]> {
  type Row = Omit<Register, 'pairedAt' | 'lastSeenAt'> & { pairedAt: Date | null; lastSeenAt: Date | null };
  const rows = await tx.rows<Row>(sql`
    select id, code, name, location_id as "locationId", channel_id as "channelId", token_hash is not null as "isPaired", epoch,
      paired_at as "pairedAt", last_seen_at as "lastSeenAt", is_active as "isActive"
    from merchants.register where merchant_id = ${tx.merchantId} ${condition} order by code`);
  return rows.map((row) => ({ ...row, pairedAt: isoOrNull(row.pairedAt), lastSeenAt: isoOrNull(row.lastSeenAt) }));
}
