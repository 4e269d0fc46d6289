/** What an entered code is: shared ones are known on the device, all others only the server knows. */
import { call, type ProblemError } from '@tandem/contract/client.ts';
import { normaliseCode } from '@tandem/domain/pricing/compile-rule-set.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { BasketCode, TillCode } from './basket.ts';

export type TriedCode =
  | { readonly kind: 'code'; readonly entered: BasketCode }
  | { readonly kind: 'unknown' | 'offline' | 'failed' };

const patienceMs = 5000;

/** Asks the server about a code, unless a test asks somebody else. */
export type AskCode = (code: string) => Promise<TillCode>;
const askServer: AskCode = (code) =>
  call('GET /api/till/codes/:code', { params: { code }, signal: AbortSignal.timeout(patienceMs) });

/** `offline`: it may be a unique code, which nobody can check now. A used or expired one is a code, too, and says so. */
export async function tryCode(code: string, rules: RuleSet | undefined, ask: AskCode = askServer): Promise<TriedCode> {
  const key = normaliseCode(code);
  const isShared = rules?.promotions.some(
    ({ trigger }) => trigger.kind === 'code' && trigger.sharedCodes.some((shared) => normaliseCode(shared) === key),
  );
  if (isShared) return { kind: 'code', entered: { code: code.trim(), known: null } };
  try {
    const known = await ask(code.trim().slice(0, 60));
    return known.refusal === 'unknown' ? { kind: 'unknown' } : { kind: 'code', entered: { code: code.trim(), known } };
  } catch (error) {
    const { status, code: problem } = error as Partial<ProblemError>;
    if (problem === 'network' || status === 0 || status === undefined) return { kind: 'offline' };
    return { kind: status < 500 ? 'unknown' : 'failed' };
  }
}
