/** Tax categories and their rates by region and period. */
import type { Answer, Body } from '@tandem/contract/index.ts';
import type { TaxRate } from '@tandem/domain/tax/tax.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { type Sql, sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { writeAudit } from '../merchants/index.ts';

export type TaxCategoryView = Answer<'GET /api/tax-categories'>['items'][number];
type RateView = TaxCategoryView['rates'][number];
type RateRow = Omit<RateView, 'validFrom' | 'validUntil'> & { validFrom: Date | null; validUntil: Date | null };

const rateColumns = sql`id, category_id as "categoryId", region, name, rate_ppm::bigint as "ratePpm", is_compound as "isCompound",
  case when isfinite(valid_from) then valid_from end as "validFrom", case when isfinite(valid_until) then valid_until end as "validUntil"`;

/** All categories with all their rates, ended ones too. */
export async function listTaxCategories(tx: Tx): Promise<TaxCategoryView[]> {
  const categories = await tx.rows<Omit<TaxCategoryView, 'rates'>>(sql`
    select id, code, name, is_default as "isDefault" from pricing.tax_category where merchant_id = ${tx.merchantId} order by is_default desc, code`);
  const rates = await readRates(tx, sql`true`);
  return categories.map((category) => ({
    ...category,
    rates: rates.filter((rate) => rate.categoryId === category.id),
  }));
}

async function readRates(tx: Tx, condition: Sql): Promise<RateView[]> {
  const rows = await tx.rows<RateRow>(
    sql`select ${rateColumns} from pricing.tax_rate where merchant_id = ${tx.merchantId} and ${condition} order by region, valid_from, id`,
  );
  return rows.map((row) => ({
    ...row,
    validFrom: row.validFrom?.toISOString() ?? null,
    validUntil: row.validUntil?.toISOString() ?? null,
  }));
}

/** The rates in force at the instant, by category, compound ones last: the region's own rows where it has any, else those of '*'. */
export async function taxRatesAt(tx: Tx, at: string, region: string): Promise<Map<string, TaxRate[]>> {
  const rows = await readRates(tx, sql`region in ('*', ${region}) and valid_from <= ${at} and valid_until > ${at}`);
  const byCategory = new Map<string, TaxRate[]>();
  for (const categoryId of new Set(rows.map((row) => row.categoryId))) {
    const own = rows.filter((row) => row.categoryId === categoryId && row.region === region);
    const used = own.length > 0 ? own : rows.filter((row) => row.categoryId === categoryId);
    byCategory.set(
      categoryId,
      [...used]
        .sort((a, b) => Number(a.isCompound) - Number(b.isCompound))
        .map(({ id, name, ratePpm, isCompound }) => ({ id, name, ratePpm, isCompound })),
    );
  }
  return byCategory;
}

/** The category of what has none of its own. */
export async function defaultTaxCategory(tx: Tx): Promise<string> {
  const row = await tx.row<{ id: string }>(
    sql`select id from pricing.tax_category where merchant_id = ${tx.merchantId} and is_default order by id limit 1`,
  );
  if (row === undefined) throw new Error('The merchant has no default tax category');
  return row.id;
}

/** 404 unless the category is the merchant's. */
export async function requireTaxCategory(tx: Tx, id: string): Promise<void> {
  const row = await tx.row(sql`select 1 from pricing.tax_category where merchant_id = ${tx.merchantId} and id = ${id}`);
  if (row === undefined) notFound('tax_category');
}

type CategoryBody = Body<'POST /api/tax-categories'>;

/** Adds a category; the first one is the default. Also used by the set-up. */
export async function insertTaxCategory(tx: Tx, id: string, body: CategoryBody): Promise<TaxCategoryView> {
  const taken = await tx.row(
    sql`select 1 from pricing.tax_category where merchant_id = ${tx.merchantId} and code = ${body.code}`,
  );
  if (taken !== undefined) refuse('tax_category.code_taken', 'Another category has this code.', { field: 'code' });
  const row = await refusingTaken({ tax_category_merchant_id_code_key: ['tax_category.code_taken', 'code'] }, () =>
    tx.row<{ isDefault: boolean }>(sql`
    insert into pricing.tax_category (merchant_id, id, code, name, is_default)
    select ${tx.merchantId}, ${id}, ${body.code}, ${body.name}, not exists (select 1 from pricing.tax_category where merchant_id = ${tx.merchantId} and is_default)
    returning is_default as "isDefault"`),
  );
  tx.changes.add('catalog', { type: 'tax' });
  return { id, code: body.code, name: body.name, isDefault: row?.isDefault ?? false, rates: [] };
}

export const addTaxCategory = singleKind('pricing.add_tax_category', async (tx: Tx, command: Command<CategoryBody>) => {
  const category = await insertTaxCategory(tx, newId(), command.body);
  await writeAudit(tx, command.actor, 'tax_category.added', category.id, command.body);
  return category;
});

type RateBody = Body<'POST /api/tax-rates'>;

/** Adds a rate from an instant on; refuses a period that ends before it begins. */
export async function insertTaxRate(tx: Tx, id: string, body: RateBody): Promise<RateView> {
  const { validFrom = null, validUntil = null } = body;
  if (validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom))
    refuse('tax_rate.period', 'The rate ends before it begins.', { field: 'validUntil' });
  await requireTaxCategory(tx, body.categoryId);
  await tx.run(sql`
    insert into pricing.tax_rate (merchant_id, id, category_id, region, name, rate_ppm, is_compound, valid_from, valid_until)
    values (${tx.merchantId}, ${id}, ${body.categoryId}, ${body.region}, ${body.name}, ${body.ratePpm}, ${body.isCompound ?? false},
      ${validFrom ?? '-infinity'}, ${validUntil ?? 'infinity'})`);
  tx.changes.add('catalog', { type: 'tax' });
  return (await readRates(tx, sql`id = ${id}`))[0] ?? notFound('tax_rate');
}

export const addTaxRate = singleKind('pricing.add_tax_rate', async (tx: Tx, command: Command<RateBody>) => {
  const rate = await insertTaxRate(tx, newId(), command.body);
  await writeAudit(tx, command.actor, 'tax_rate.added', rate.id, command.body);
  return rate;
});

/** Ends a rate: past sales keep it, sales from that instant on do not have it. */
export const endTaxRate = singleKind(
  'pricing.end_tax_rate',
  async (tx: Tx, command: Command<{ id: string; at: string }>) => {
    const { id, at } = command.body;
    await tx.run(sql`select 1 from pricing.tax_rate where merchant_id = ${tx.merchantId} and id = ${id} for update`);
    const [rate] = await readRates(tx, sql`id = ${id}`);
    if (rate === undefined) notFound('tax_rate');
    if (rate.validFrom !== null && Date.parse(at) <= Date.parse(rate.validFrom))
      refuse('tax_rate.period', 'The rate would end before it begins.', { field: 'at' });
    if (rate.validUntil !== null && Date.parse(at) > Date.parse(rate.validUntil))
      refuse('tax_rate.period', 'The rate has ended before.', { field: 'at' });
    await tx.run(
      sql`update pricing.tax_rate set valid_until = ${at} where merchant_id = ${tx.merchantId} and id = ${id}`,
    );
    tx.changes.add('catalog', { type: 'tax' });
    await writeAudit(tx, command.actor, 'tax_rate.ended', id, { at });
    return (await readRates(tx, sql`id = ${id}`))[0] ?? notFound('tax_rate');
  },
);
