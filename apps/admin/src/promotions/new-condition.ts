// Conditions as they begin, before anything is chosen.
import { anything, type Condition, type ConditionKind } from './definition.ts';

/** A condition of this kind as it begins. */
export function newCondition(kind: ConditionKind): Condition {
  switch (kind) {
    case 'all':
    case 'any':
    case 'none':
      return { kind, of: [newCondition('spend')] };
    case 'spend':
      return { kind, minAmount: 10_000, isStrict: false, measured: 'current', items: anything };
    case 'quantity':
      return { kind, min: 2000, of: 'group', items: anything };
    case 'contains':
      return { kind, items: anything };
    case 'tier':
      return { kind, tiers: [] };
    case 'member_tag':
      return { kind, tags: [] };
    case 'birthday':
      return { kind, daysBefore: 7, daysAfter: 7 };
    case 'nth_order':
      return { kind, n: 1, isRepeated: false };
    case 'channel':
      return { kind, channels: [] };
    case 'location':
      return { kind, locations: [] };
    case 'time':
      return { kind, schedule: { start: null, end: null, zone: 'store', weekdays: [6, 7], hours: null } };
    case 'price_list':
      return { kind, priceLists: [] };
    case 'shipping_method':
      return { kind, methods: ['pickup'] };
    case 'tender':
      return { kind, tenders: ['cash'] };
    default:
      return { kind };
  }
}
