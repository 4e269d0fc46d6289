/** Members are with the server alone: asking for them needs the network, and says what to do where there is none. */
import { call, ProblemError } from '@tandem/contract/client.ts';
import type { Answer, Body } from '@tandem/contract/index.ts';
import { newId } from './ids.ts';
import type { TillMember } from './till-facts.ts';

export type NewMember = Body<'POST /api/till/members'>;
/** `sign_in`: the person was let in by the device alone. `known`: another member has this phone or e-mail. */
export type MemberFault =
  | { readonly kind: 'offline' | 'sign_in' | 'failed' }
  | { readonly kind: 'known'; readonly field: string; readonly memberId: string }
  | { readonly kind: 'field'; readonly field: string };
export type Asked<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly fault: MemberFault };

const patienceMs = 5000;
const inTime = () => AbortSignal.timeout(patienceMs);

/** The members that the words find, at most 20. */
export function findMembers(search: string): Promise<Asked<readonly TillMember[]>> {
  return asked(async () => (await call('GET /api/till/members', { query: { search }, signal: inTime() })).items);
}

/** The member as of now. */
export function readMember(id: string): Promise<Asked<TillMember>> {
  return asked(() => call('GET /api/till/members/:id', { params: { id }, signal: inTime() }));
}

/** Adds a member under an id that is the same for a second try. */
export function addMember(commandId: string, body: NewMember): Promise<Asked<TillMember>> {
  return asked(() => call('POST /api/till/members', { commandId, body, signal: inTime() }));
}

export type ClaimCode = Answer<'POST /api/till/members/:id/claim-code'>;

/** A one-time code for the member's account in the online store; any older one dies. */
export function makeClaimCode(id: string): Promise<Asked<ClaimCode>> {
  return asked(() => call('POST /api/till/members/:id/claim-code', { params: { id }, signal: inTime() }));
}

export const newMemberId = newId;

async function asked<T>(ask: () => Promise<T>): Promise<Asked<T>> {
  try {
    return { ok: true, found: await ask() };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

/** What an answer that is none means for the person at the till. */
export function faultOf(error: unknown): MemberFault {
  if (!(error instanceof ProblemError) || error.code === 'network' || error.status === 0) return { kind: 'offline' };
  if (error.status === 401) return { kind: 'sign_in' };
  const { field } = error;
  const { memberId } = (error.params ?? {}) as { memberId?: unknown };
  if (field !== undefined && typeof memberId === 'string') return { kind: 'known', field, memberId };
  return field !== undefined && error.status < 500 ? { kind: 'field', field } : { kind: 'failed' };
}
