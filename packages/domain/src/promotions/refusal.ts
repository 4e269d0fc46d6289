/** Why something is not given, before it is known which promotion and code the refusal belongs to. */

import type { RefusalReason } from '../pricing/priced-basket.ts';

export type Refusal = { readonly reason: RefusalReason; readonly params: Readonly<Record<string, string | number>> };

const noParams = {};

export function refusal(reason: RefusalReason, params: Refusal['params'] = noParams): Refusal {
  return { reason, params };
}
