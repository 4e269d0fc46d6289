/** Members: known shoppers, found, added and changed, and what prices look at in them. */
import type { Platform } from '../../platform/platform.ts';
import { accountRoutes } from './account-routes.ts';
import { membersRoutes } from './routes.ts';

export { endAccountSession, memberSessionDays, readAccountSession, type SignedIn } from './account-sessions.ts';
export { addMember, changeMember, insertMember, type NewMember } from './change-members.ts';
export { normalEmail } from './check-member.ts';
export { claimMember, makeClaimCode } from './claim-codes.ts';
export { knownMembers } from './known-members.ts';
export { findMembers, memberByEmail, membersWith } from './list-members.ts';
export { lockMemberFacts, type MemberPricingFacts, memberFacts, memberFactsAt } from './member-facts.ts';
export { type MemberRow, type MemberView, memberNames, memberView, requireMember } from './member-rows.ts';
export { membersByReference } from './members-by-reference.ts';
export { joinAsMember, type Opened, signInMember, type Visitor } from './sign-in-member.ts';

export function membersModule(platform: Platform) {
  return { implementations: [...membersRoutes(platform), ...accountRoutes(platform)] };
}
