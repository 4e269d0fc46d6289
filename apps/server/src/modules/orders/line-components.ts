/** What a line of a bundle is made of, frozen with its share of the line's money and cost. */
import { multiplyRounded } from '@tandem/domain/money/round.ts';
import { type Component, goodsIn, goodsOf, splitBundle } from '@tandem/domain/stock/bundle.ts';
import { sql } from '../../platform/sql.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { LockedLine } from './locked-order.ts';
import type { SoldCards } from './sold-cards.ts';

/** Quantities in thousandths; `netAmount`, `taxAmount` and `costAmount` sum to the line's over its components. */
export interface FrozenComponent {
  variantId: string;
  productId: string;
  sku: string;
  name: Record<string, string>;
  perBundle: number;
  quantity: number;
  /** What one piece cost on its own, in the price mode. */
  unitAmount: number;
  netAmount: number;
  taxAmount: number;
  costAmount: number;
}

/** The contents of a variant as the cards say; none where it is no bundle. */
export function contentsOf(cards: Pick<SoldCards, 'variants'>, variantId: string): readonly Component[] {
  return cards.variants.get(variantId)?.components ?? [];
}

export interface SellingLine {
  variantId: string;
  quantity: number;
  /** What a till says was in it. */
  components?: readonly Component[] | undefined;
}

/**
 * What a till handed over counts, however the bundle was changed since. What cannot be booked is left aside: articles that
 * nobody knows, that are bundles themselves, or named twice.
 */
function contentsOfLine(cards: Pick<SoldCards, 'variants'>, line: SellingLine): readonly Component[] {
  const { variantId, components = [] } = line;
  const told = new Set(components.map((one) => one.variantId));
  const isBookable = [...told].every((id) => cards.variants.get(id)?.components.length === 0);
  return told.size > 0 && told.size === components.length && isBookable ? components : contentsOf(cards, variantId);
}

/** What must be there for these lines: the variant itself, or the contents of a bundle. */
export function goodsOfLines(cards: Pick<SoldCards, 'variants'>, lines: readonly SellingLine[]): Component[] {
  return lines.flatMap((line) => goodsOf(line.variantId, contentsOfLine(cards, line), line.quantity));
}

/** Freezes the components of a line; `costs` are those of each component in their order. Empty where it is no bundle. */
export function frozenComponents(
  cards: SoldCards,
  line: SellingLine & { netAmount: number; taxAmount: number },
  costs: readonly number[],
): FrozenComponent[] {
  const contents = contentsOfLine(cards, line);
  if (contents.length === 0 || !cards.variants.has(line.variantId)) return [];
  const parts = contents.map(({ variantId, quantity }) => ({
    variantId,
    perBundle: quantity,
    quantity: goodsIn(quantity, line.quantity),
    unitAmount: cards.prices.get(variantId)?.amount ?? 0,
  }));
  const weights = parts.map((part) => ({ quantity: part.perBundle, unitAmount: part.unitAmount }));
  const nets = splitBundle(line.netAmount, weights);
  const taxes = splitBundle(line.taxAmount, weights);
  return parts.map((part, index) => {
    const card = cards.variants.get(part.variantId);
    if (card === undefined) throw new Error('A bundle is made of a variant that is not there');
    return {
      ...part,
      productId: card.productId,
      sku: card.sku,
      name: card.name,
      netAmount: nets[index] as number,
      taxAmount: taxes[index] as number,
      costAmount: costs[index] ?? 0,
    };
  });
}

interface Made {
  id: string;
  lines: readonly { lineNo: number; components?: readonly FrozenComponent[] | undefined }[];
}

/** Writes the components of new orders; no statement where there is no bundle among them. */
export function insertComponents(tx: Tx, orders: readonly Made[]): void {
  const rows = orders.flatMap((order) =>
    order.lines.flatMap(({ lineNo, components = [] }) =>
      components.map((one, index) => ({ ...one, orderId: order.id, lineNo, componentNo: index + 1 })),
    ),
  );
  if (rows.length === 0) return;
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  tx.later(sql`
    insert into orders.line_component (merchant_id, order_id, line_no, component_no, variant_id, product_id, sku, name, per_bundle, quantity, unit_amount,
      net_amount, tax_amount, cost_amount)
    select ${tx.merchantId}::uuid, c.* from unnest(
      ${of('orderId')}::uuid[], ${of('lineNo')}::int[], ${of('componentNo')}::int[], ${of('variantId')}::uuid[], ${of('productId')}::uuid[], ${of('sku')}::text[],
      ${rows.map((row) => JSON.stringify(row.name))}::jsonb[], ${of('perBundle')}::bigint[], ${of('quantity')}::bigint[], ${of('unitAmount')}::bigint[],
      ${of('netAmount')}::bigint[], ${of('taxAmount')}::bigint[], ${of('costAmount')}::bigint[]) as c`);
}

/** A frozen component as it is read with its line: figures alone. */
export type LockedComponent = Pick<FrozenComponent, 'variantId' | 'perBundle' | 'quantity' | 'costAmount'>;

/** The components of the line `l` of a query, as an array of `LockedComponent`. */
export const lockedComponents = sql`array(select jsonb_build_object('variantId', c.variant_id, 'perBundle', c.per_bundle, 'quantity', c.quantity, 'costAmount', c.cost_amount)
  from orders.line_component c where c.merchant_id = l.merchant_id and c.order_id = l.order_id and c.line_no = l.line_no order by c.component_no)`;

interface SoldLine {
  variantId: string | null;
  quantity: number;
  costAmount: number | null;
  components: readonly { variantId: string; perBundle: number; quantity: number; costAmount: number | null }[];
}

/** The goods that a sold line stands for, each with its part of the line's cost; none for an unknown article. */
export function goodsOfSold(line: LockedLine): { variantId: string; quantity: number; costAmount: number }[] {
  if (line.components.length > 0) return [...line.components];
  const { variantId, quantity, costAmount } = line;
  return variantId === null ? [] : [{ variantId, quantity, costAmount }];
}

/**
 * The goods that come back with so much of a sold line of which `gone` came back before, each at its part of the line's cost.
 * All returns of a line bring exactly what left and what that cost, however small the parts.
 */
export function goodsReturned(
  { variantId, quantity: sold, costAmount, components }: SoldLine,
  gone: number,
  quantity: number,
): { variantId: string; quantity: number; costAmount: number }[] {
  const bundle = components.map((one) => ({ ...one, placeOf: (bundles: number) => goodsIn(one.perBundle, bundles) }));
  const alone =
    variantId === null ? [] : [{ variantId, quantity: sold, costAmount, placeOf: (place: number) => place }];
  return (bundle.length > 0 ? bundle : alone).map((one) => {
    const [from, until] = [one.placeOf(gone), one.placeOf(gone + quantity)];
    const costTo = (place: number) =>
      one.quantity === 0 ? 0 : multiplyRounded(one.costAmount ?? 0, place, one.quantity);
    return { variantId: one.variantId, quantity: until - from, costAmount: costTo(until) - costTo(from) };
  });
}
