/** Members: known shoppers. Points, tiers and consent come with the member module's own issues. */
export { knownMembers } from './known-members.ts';
export { membersByReference } from './members-by-reference.ts';
