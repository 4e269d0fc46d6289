/** The condition that staff `s` may work at a place: limited to none, or to this one among others. */
import { type Sql, sql } from '../../platform/sql.ts';

export function worksAt(locationId: string): Sql {
  return sql`(
    not exists (select from merchants.staff_location l where l.merchant_id = s.merchant_id and l.staff_id = s.id)
    or exists (select from merchants.staff_location l where l.merchant_id = s.merchant_id and l.staff_id = s.id and l.location_id = ${locationId}))`;
}
