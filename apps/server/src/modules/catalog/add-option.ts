/** Adds an option to a product; the variants that are there get its first value. */
import type { Body } from '@tandem/contract/index.ts';
import { type Command, singleKind } from '../../platform/commands/command.ts';
import { refuse } from '../../platform/refusal.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import { requireName, writeAudit } from '../merchants/index.ts';
import { type NewProduct, writeSearchText } from './insert-products.ts';
import { lockProduct, type ProductView, readProduct } from './read-product.ts';

const optionsMax = 3;

/** Refuses `product.options_full` for a fourth option. */
export const addOption = singleKind(
  'catalog.add_option',
  async (tx: Tx, command: Command<{ productId: string } & Body<'POST /api/products/:id/options'>>) => {
    const { productId, name, value } = command.body;
    requireName(name);
    const before = await lockProduct(tx, productId);
    if (before.options.length >= optionsMax)
      refuse('product.options_full', 'A product has at most three options.', { field: 'name' });
    const options = [...before.options, { name, values: [value] }] as NewProduct['options'];
    await writeOptions(tx, { productId, options, at: command.at });
    await tx.run(sql`
      update catalog.variant set option_values = option_values || ${JSON.stringify([value.code])}::jsonb
      where merchant_id = ${tx.merchantId} and product_id = ${productId}`);
    for (const variant of before.variants)
      await writeSearchText(tx, options, { ...variant, optionValues: [...variant.optionValues, value.code] });
    tx.changes.add('catalog', { type: 'product', productId });
    await writeAudit(tx, command.actor, 'product.option_added', productId, { name, value });
    return readProduct(tx, productId);
  },
);

type NewValues = NonNullable<Body<'POST /api/products/:id/variants'>['newValues']>;

/** The options of the product with further values. Refuses what names no option, and a code that the option has. */
export function withNewValues(product: ProductView, newValues: NewValues): NewProduct['options'] {
  const options = product.options.map((option) => ({ ...option, values: [...option.values] }));
  newValues.forEach(({ option: position, ...value }, index) => {
    const option = options[position];
    if (option === undefined)
      return refuse('variant.options_mismatch', 'The product has no such option.', {
        field: `newValues.${index}.option`,
      });
    if (option.values.some((one) => one.code === value.code))
      refuse('option.value_taken', 'The option has this value already.', { field: `newValues.${index}.code` });
    option.values.push(value);
  });
  return options as NewProduct['options'];
}

/** Writes the options as a whole; the caller holds the lock on the product. */
export async function writeOptions(
  tx: Tx,
  { productId, options, at }: { productId: string; options: NewProduct['options']; at: string },
): Promise<void> {
  await tx.run(sql`
    update catalog.product set options = ${JSON.stringify(options)}, updated_at = ${at} where merchant_id = ${tx.merchantId} and id = ${productId}`);
}
