/** Price lists: their heads are part of the rules, their prices stand at the goods. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import type { PriceList } from '@tandem/domain/pricing/rule-set.ts';
import { type Actor, type Command, singleKind } from '../../platform/commands/command.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { knownMembers } from '../members/index.ts';
import { sellingFacts, staffNames, writeAudit } from '../merchants/index.ts';
import { checkName, checkSchedule, periodAt } from './check-schedule.ts';
import { noteListChange } from './list-history.ts';
import { lockRules, publishRules } from './rule-sets.ts';

export type PriceListView = Answer<'GET /api/price-lists/:id'>;
type Head = Body<'POST /api/price-lists'>;
export interface PriceListRow {
  id: string;
  definition: PriceList;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  updatedBy: string | null;
  endedAt: Date | null;
  entryCount: number;
}

async function readLists(tx: Tx, condition: Sql): Promise<PriceListRow[]> {
  return tx.rows<PriceListRow>(sql`
    select l.id, l.definition, l.version, l.created_at as "createdAt", l.updated_at as "updatedAt", l.updated_by as "updatedBy", l.ended_at as "endedAt",
      (select count(*) from pricing.price_entry e where e.merchant_id = l.merchant_id and e.price_list_id = l.id)::bigint as "entryCount"
    from pricing.price_list l where l.merchant_id = ${tx.merchantId} and ${condition} order by l.ended_at is not null, l.created_at desc, l.id`);
}

/** All lists, those that count first. `at` is an instant (ISO). */
export async function listPriceLists(tx: Tx, at: string): Promise<PriceListView[]> {
  return viewsOf(tx, await readLists(tx, sql`true`), at);
}

/** 404 unless the list is the merchant's. */
export async function requirePriceList(tx: Tx, id: string): Promise<PriceListRow> {
  return (await readLists(tx, sql`l.id = ${id}`))[0] ?? notFound('price_list');
}

export async function priceListView(tx: Tx, id: string, at: string): Promise<PriceListView> {
  return (await viewsOf(tx, [await requirePriceList(tx, id)], at))[0] as PriceListView;
}

/** Those of the ids that are lists of the merchant's. */
export async function knownPriceLists(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.rows<{ id: string }>(
    sql`select id from pricing.price_list where merchant_id = ${tx.merchantId} and id = any (${[...ids]}::uuid[])`,
  );
  return new Set(rows.map((row) => row.id));
}

async function viewsOf(tx: Tx, rows: readonly PriceListRow[], at: string): Promise<PriceListView[]> {
  const { timeZone } = await sellingFacts(tx);
  const names = await staffNames(
    tx,
    rows.flatMap((row) => row.updatedBy ?? []),
  );
  return rows.map((row) => ({
    id: row.id,
    definition: row.definition,
    state: row.endedAt === null ? periodAt(row.definition.schedule, at, timeZone) : 'ended',
    version: row.version,
    entryCount: row.entryCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    updatedBy: names.get(row.updatedBy ?? '') ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

/** Adds a list. Refuses a name without words, a period that ends before it begins, and places and members of nobody's (404). */
export const addPriceList = singleKind(
  'pricing.add_price_list',
  async (tx: Tx, { id, body, actor, at }: Command<Head>): Promise<PriceListView> => {
    await checkHead(tx, body);
    const definition: PriceList = { id, ...body };
    await lockRules(tx, at);
    await tx.run(sql`
      insert into pricing.price_list (merchant_id, id, definition, created_at, updated_at, updated_by)
      values (${tx.merchantId}, ${id}, ${JSON.stringify(definition)}, ${at}, ${at}, ${actor.staffId ?? null})`);
    await writeAudit(tx, actor, 'price_list.added', id, { after: definition });
    const ruleSetNumber = await publishLists(tx, actor, at);
    const change = { priceListId: id, ruleSetNumber, event: 'added', before: null, after: definition } as const;
    await noteListChange(tx, actor, at, change);
    return priceListView(tx, id, at);
  },
);

/** Changes the head. Refuses `price_list.changed_meanwhile` and what is over. */
export const changePriceList = singleKind(
  'pricing.change_price_list',
  async (
    tx: Tx,
    { body, actor, at }: Command<{ id: string; version: number; definition: Head }>,
  ): Promise<PriceListView> => {
    await lockRules(tx, at);
    const before = await openList(tx, body.id);
    if (before.version !== body.version)
      refuse('price_list.changed_meanwhile', 'Somebody changed it meanwhile. Look at it again.', {
        status: 409,
        field: 'version',
        params: { version: before.version },
      });
    await checkHead(tx, body.definition);
    const definition: PriceList = { id: body.id, ...body.definition };
    await tx.run(sql`
      update pricing.price_list set definition = ${JSON.stringify(definition)}, version = version + 1, updated_at = ${at}, updated_by = ${actor.staffId ?? null}
      where merchant_id = ${tx.merchantId} and id = ${body.id}`);
    await writeAudit(tx, actor, 'price_list.changed', body.id, { before: before.definition, after: definition });
    const ruleSetNumber = await publishLists(tx, actor, at);
    const change = { before: before.definition, after: definition };
    await noteListChange(tx, actor, at, { priceListId: body.id, ruleSetNumber, event: 'changed', ...change });
    return priceListView(tx, body.id, at);
  },
);

/** Ends a list: its prices count no more from now on. */
export const endPriceList = singleKind(
  'pricing.end_price_list',
  async (tx: Tx, { body, actor, at }: Command<{ id: string }>): Promise<PriceListView> => {
    await lockRules(tx, at);
    const { definition } = await openList(tx, body.id);
    await tx.run(sql`
      update pricing.price_list set ended_at = ${at}, version = version + 1, updated_at = ${at}, updated_by = ${actor.staffId ?? null}
      where merchant_id = ${tx.merchantId} and id = ${body.id}`);
    await writeAudit(tx, actor, 'price_list.ended', body.id, { before: definition });
    const ruleSetNumber = await publishLists(tx, actor, at);
    const change = { before: definition, after: null };
    await noteListChange(tx, actor, at, { priceListId: body.id, ruleSetNumber, event: 'ended', ...change });
    return priceListView(tx, body.id, at);
  },
);

/** The list, which is not over; 404 when it is not there. */
export async function openList(tx: Tx, id: string): Promise<PriceListRow> {
  const row = await requirePriceList(tx, id);
  if (row.endedAt !== null) refuse('price_list.ended', 'This price list is over.', { status: 409 });
  return row;
}

/** Publishes the lists that are not over; also where only their prices changed, so that tills ask for them. Gives the number. */
export async function publishLists(tx: Tx, actor: Actor, at: string): Promise<number> {
  const open = await readLists(tx, sql`l.ended_at is null`);
  const priceLists = open.map((row) => row.definition).sort((a, b) => (a.id < b.id ? -1 : 1));
  return (await publishRules(tx, actor, at, { priceLists })).number;
}

async function checkHead(tx: Tx, head: Head): Promise<void> {
  checkName(head.name, 'name');
  checkSchedule(head.schedule, 'schedule');
  const facts = await sellingFacts(tx);
  const members = await knownMembers(tx, head.members ?? []);
  const check = (thing: string, field: string, ids: readonly string[] | null, has: (id: string) => boolean) => {
    const index = (ids ?? []).findIndex((id) => !has(id));
    if (index >= 0)
      refuse(`${thing}.not_found`, `There is no such ${thing}.`, { status: 404, field: `${field}.${index}` });
  };
  check('channel', 'channels', head.channels, (id) => facts.channels.has(id));
  check('location', 'locations', head.locations, (id) => facts.locations.has(id));
  check('member', 'members', head.members, (id) => members.has(id));
}
