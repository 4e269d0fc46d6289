/** Rows of the simulated merchant, whose id is the statement's first parameter. */
import type { World } from './world.ts';

export type Row = Record<string, unknown>;

export async function rowsOf<T = Row>({ database, base }: World, statement: string): Promise<T[]> {
  return (await database.adminPool.query(statement, [base.merchantId])).rows;
}
