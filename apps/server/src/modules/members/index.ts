/** Members: known shoppers. Points, tiers and consent come with the member module's own issues. */
export { membersByReference } from './members-by-reference.ts';
