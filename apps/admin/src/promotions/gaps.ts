// What a draft still lacks before the server could take it, by the phrase that asks for it.
import { partsOf } from './condition-parts.ts';
import { type Condition, type Definition, isGroup } from './definition.ts';
import type { Place } from './field-phrase.ts';

export type GapWord = 'name' | 'goods' | 'gifts' | 'tiers' | 'tags' | 'group' | 'list' | 'days';
export interface Gap {
  readonly place: Place;
  readonly word: GapWord;
}

/** The gaps in the order of the sentence; empty for a draft that is whole. */
export function gapsOf(definition: Definition): Gap[] {
  const { who, rest } = partsOf(definition.condition);
  const { action, schedule } = definition;
  return [
    ...gap(!Object.values(definition.name).some((name) => name.trim()), 'name', 'name'),
    ...gap(who?.kind === 'tier' && who.tiers.length === 0, 'who', 'tiers'),
    ...gap(who?.kind === 'member_tag' && who.tags.length === 0, 'who', 'tags'),
    ...gap(rest.some(lacksChoice), 'condition', 'list'),
    ...gap(action.kind === 'gift' && action.steps.some((step) => step.choices.length === 0), 'steps', 'gifts'),
    ...gap(action.kind === 'add_on' && action.choices.length === 0, 'addOns', 'goods'),
    ...gap(schedule?.weekdays?.length === 0, 'schedule', 'days'),
    ...gap(definition.exclusive === 'group' && !definition.stackGroup?.trim(), 'combine', 'group'),
  ];
}

function gap(is: boolean, place: Place, word: GapWord): Gap[] {
  return is ? [{ place, word }] : [];
}

function lacksChoice(condition: Condition): boolean {
  if (isGroup(condition)) return condition.of.length === 0 || condition.of.some(lacksChoice);
  return Object.values(condition).some((part) => Array.isArray(part) && part.length === 0);
}
