/** Discounts and prices by hand on completed sales: what the seller's role did not allow, and nobody else did, is told. */
import { discountLimitOf, mayOverridePrice, shareTakenByHand } from '@tandem/domain/orders/by-hand.ts';
import type { Command } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { approvalsByIds, rolesOfStaff, type SellingFacts } from '../merchants/index.ts';
import type { NewException } from './exceptions.ts';
import type { SaleBody } from './record-sales.ts';

type Sale = Command<SaleBody>;

/** One exception for each sale that went too far; the sale stands. Asks nothing where nobody did anything by hand. */
export async function byHandFaults(
  tx: Tx,
  { discountLimits }: Pick<SellingFacts, 'discountLimits'>,
  sales: readonly Sale[],
): Promise<NewException[]> {
  const touched = sales.filter(({ body }) => body.pricing !== undefined && (isPriced(body) || shareOf(body) > 0));
  if (touched.length === 0) return [];
  const roles = await rolesOfStaff(
    tx,
    touched.flatMap((sale) => sellerOf(sale) ?? []),
  );
  const approvals = await approvalsByIds(
    tx,
    touched.flatMap(({ body }) => body.pricing?.approvals?.map(({ approvalId }) => approvalId) ?? []),
  );
  return touched.flatMap((sale): NewException[] => {
    const { body } = sale;
    const allowedBy = (body.pricing?.approvals ?? []).flatMap(({ approvalId, staffId }) => {
      const approval = approvals.get(approvalId);
      return approval?.staffId === staffId ? [approval.role] : [];
    });
    // A sale that names nobody is held to the least.
    const all = [roles.get(sellerOf(sale) ?? '') ?? 'cashier', ...allowedBy];
    const limit = Math.max(...all.map((role) => discountLimitOf(role, discountLimits)));
    const basisPoints = shareOf(body);
    const isPriceAllowed = !isPriced(body) || all.some(mayOverridePrice);
    if (basisPoints <= limit && isPriceAllowed) return [];
    const detail = { staffId: sellerOf(sale), basisPoints, limit, isPriceAllowed };
    return [{ kind: 'sale.over_limit', subjectId: body.orderId, locationId: body.locationId, detail }];
  });
}

const sellerOf = ({ body, actor }: Sale): string | null => body.staffId ?? actor.staffId ?? null;

/** Was a price typed in? One that is printed on the goods is nobody's doing. */
function isPriced({ lines }: SaleBody): boolean {
  return lines.some((line) => line.isOverridden === true && line.overrideKind !== 'printed');
}

/** The largest share of a line that was taken off by hand, in parts per ten thousand. */
function shareOf({ lines }: SaleBody): number {
  return Math.max(0, ...lines.map((line) => shareTakenByHand(line.allocations ?? [])));
}
