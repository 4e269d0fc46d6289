/** A variant becomes a bundle, or one no more. It lives here because only stock knows whether it has any of its own. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { componentsOf, lockBundle, readProduct, writeComponents } from '../catalog/index.ts';
import { writeAudit } from '../merchants/index.ts';

type ComponentsBody = { variantId: string } & Body<'PUT /api/variants/:id/components'>;

/**
 * Sets what one piece of the variant is made of; an empty list makes it an ordinary variant again. Refuses what
 * `lockBundle` refuses, and `bundle.has_stock` for a variant with goods or open claims of its own.
 */
export const setComponents = singleKind(
  'inventory.set_components',
  async (tx: Tx, command: Command<ComponentsBody>) => {
    const { variantId, version } = command.body;
    const components = command.body.components.map((one) => ({ ...one, variantId: one.variantId.toLowerCase() }));
    const wish = { version, components };
    const bundle = await lockBundle(tx, variantId, wish);
    if (!bundle.isBundle && components.length > 0) await refuseOwnStock(tx, variantId);
    await writeComponents(tx, bundle, components);
    await writeAudit(tx, command.actor, 'variant.components_set', variantId, {
      sku: bundle.sku,
      before: bundle.before,
      after: components,
    });
    return readProduct(tx, bundle.productId);
  },
);

/** Its levels are locked: whoever receives at the same time waits, and then finds that it is a bundle. */
async function refuseOwnStock(tx: Tx, variantId: string): Promise<void> {
  const levels = await tx.rows<{ hasAny: boolean }>(sql`
    select sellable <> 0 or quality_control + damaged + expired + on_hold + committed + held + staged + in_transit + on_order <> 0 as "hasAny"
    from inventory.stock_level where merchant_id = ${tx.merchantId} and variant_id = ${variantId} order by location_id for update`);
  if (levels.some((level) => level.hasAny))
    refuse('bundle.has_stock', 'It has stock or open claims of its own. A bundle has none: bring them to 0 first.', {
      status: 409,
      field: 'components',
    });
}

/** Refuses `bundle.no_stock` where a line names a bundle. Asked after the levels are locked. */
export async function refuseBundles(tx: Tx, lines: readonly { variantId: string }[]): Promise<void> {
  const bundles = await componentsOf(
    tx,
    lines.map((line) => line.variantId),
  );
  const index = lines.findIndex((line) => bundles.has(line.variantId));
  if (index >= 0)
    refuse('bundle.no_stock', 'A bundle has no stock of its own. Receive and count what it is made of.', {
      field: `lines.${index}.variantId`,
    });
}
