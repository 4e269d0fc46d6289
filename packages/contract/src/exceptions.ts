/** What an exception can be about. Each kind has a text in the back office and a line in the runbook. */
export const exceptionKinds = [
  'stock.negative',
  'stock.uncovered',
  'sale.total_mismatch',
  'sale.tender_short',
  'sale.unknown_variant',
  'sale.unknown_member',
  'sale.price_mismatch',
  'sale.over_limit',
  'coupon.used_twice',
  'promotion.over_limit',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];
