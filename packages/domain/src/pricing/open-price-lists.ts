/** Which price lists count for a shopper at an instant, looked up once for all goods. */

import type { PricingContext } from './basket.ts';
import type { PriceList, RuleSet } from './rule-set.ts';
import { scheduleState } from './schedule-state.ts';

/** `rank` 0 is for named members, 1 for locations, 2 for everybody else: the lower rank goes first. */
export type ListState = {
  readonly id: string;
  readonly rank: number;
  readonly isOpen: boolean;
  readonly isScheduled: boolean;
  /** The instant (milliseconds) until which `isOpen` stays as it is. */
  readonly until: number;
};
export type OpenPriceLists = ReadonlyMap<string, ListState>;

/** Lists whose audience the shopper is not in are left out; those that only wait for their time stay, closed. */
export function openPriceLists(ruleSet: RuleSet, context: PricingContext, instant: number): OpenPriceLists {
  const zone = context.timeZone ?? ruleSet.timeZone;
  const states = new Map<string, ListState>();
  for (const list of ruleSet.priceLists) {
    if (!isFor(list, context)) continue;
    const { isActive, until } = scheduleState(list.schedule, zone, instant);
    const rank = list.members ? 0 : list.locations ? 1 : 2;
    states.set(list.id, { id: list.id, rank, isOpen: isActive, isScheduled: list.schedule !== null, until });
  }
  return states;
}

function isFor(list: PriceList, { channelId, locationId, member }: PricingContext): boolean {
  if (list.channels && !list.channels.includes(channelId)) return false;
  if (list.locations && (locationId === null || !list.locations.includes(locationId))) return false;
  if (list.members && (!member || !list.members.includes(member.id))) return false;
  if (list.tiers && (!member || member.tier === null || !list.tiers.includes(member.tier))) return false;
  return !list.memberTags || member?.tags.some((tag) => list.memberTags?.includes(tag)) === true;
}
