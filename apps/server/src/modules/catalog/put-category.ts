/** Adds and changes categories. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { newId } from '../../platform/ids.ts';
import { notFound, refuse } from '../../platform/refusal.ts';
import { refusingTaken } from '../../platform/refuse-taken.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireName } from '../merchants/index.ts';
import { checkCategory } from './check-product.ts';
import { freeHandle, handleOf } from './handle.ts';
import { type CategoryView, listCategories } from './list-categories.ts';

const taken = { category_merchant_id_handle_key: ['category.handle_taken', 'handle'] } as const;

/** Adds a category; refuses a handle that another one has. */
export const addCategory = singleKind(
  'catalog.add_category',
  (tx: Tx, command: Command<Body<'POST /api/categories'>>) => insertCategory(tx, command.body),
);

/** Writes a category; also used by imports and the demo. */
export async function insertCategory(tx: Tx, body: Body<'POST /api/categories'>): Promise<CategoryView> {
  requireName(body.name);
  const id = newId();
  const name = body.name as Record<string, string>;
  const handle = body.handle ?? (await freeHandle(tx, 'category', handleOf(name.en ?? Object.values(name)[0] ?? '')));
  await checkCategory(tx, body.parentId);
  await checkHandle(tx, id, handle);
  await refusingTaken(taken, () =>
    tx.run(sql`
    insert into catalog.category (merchant_id, id, parent_id, handle, name, rank)
    values (${tx.merchantId}, ${id}, ${body.parentId ?? null}, ${handle}, ${JSON.stringify(name)}, ${body.rank ?? 0})`),
  );
  tx.changes.add('catalog', { type: 'category' });
  return readCategory(tx, id);
}

/** Changes a category; refuses `category.circle` when it would become its own ancestor. */
export const changeCategory = singleKind(
  'catalog.change_category',
  async (tx: Tx, command: Command<{ id: string } & Body<'PATCH /api/categories/:id'>>) => {
    const { id, ...changes } = command.body;
    if (changes.name !== undefined) requireName(changes.name);
    // Two moves at once could each be sound and together make a circle.
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.merchantId} category tree`}, 0))`);
    const after = { ...(await readCategory(tx, id)), ...changes };
    await checkHandle(tx, id, after.handle);
    await checkCategory(tx, changes.parentId);
    await checkCircle(tx, id, after.parentId);
    await refusingTaken(taken, () =>
      tx.run(sql`
    update catalog.category set handle = ${after.handle}, name = ${JSON.stringify(after.name)}, parent_id = ${after.parentId}, rank = ${after.rank} where merchant_id = ${tx.merchantId} and id = ${id}`),
    );
    tx.changes.add('catalog', { type: 'category' });
    return readCategory(tx, id);
  },
);

async function readCategory(tx: Tx, id: string): Promise<CategoryView> {
  return (await listCategories(tx)).find((category) => category.id === id) ?? notFound('category');
}

async function checkHandle(tx: Tx, id: string, handle: string): Promise<void> {
  const row = await tx.row(
    sql`select 1 from catalog.category where merchant_id = ${tx.merchantId} and handle = ${handle} and id <> ${id}`,
  );
  if (row !== undefined) refuse('category.handle_taken', 'Another category has this address.', { field: 'handle' });
}

async function checkCircle(tx: Tx, id: string, parentId: string | null): Promise<void> {
  const parents = new Map((await listCategories(tx)).map((category) => [category.id, category.parentId]));
  for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
    if (above === id) refuse('category.circle', 'A category cannot stand below itself.', { field: 'parentId' });
  }
}
