// Which phrase of the sentence a refused field belongs to.
import type { ActionKind } from './definition.ts';
import type { PhraseKey } from './sentence.ts';

export type Place = PhraseKey | 'name';

const aroundAction: Readonly<Record<string, Place>> = {
  name: 'name',
  schedule: 'schedule',
  channels: 'where',
  locations: 'where',
  trigger: 'trigger',
  condition: 'condition',
  limits: 'limits',
  phase: 'combine',
  priority: 'combine',
  stackGroup: 'combine',
  exclusive: 'combine',
  combinesWith: 'combine',
  base: 'combine',
  excludeDiscounted: 'combine',
  breaksFloor: 'combine',
};
const insideAction: Readonly<Record<string, Place>> = {
  items: 'items',
  units: 'units',
  counted: 'counted',
  fill: 'fill',
  parts: 'parts',
  choose: 'pick',
  grouping: 'pick',
  isRepeated: 'repeat',
  breaks: 'steps',
  steps: 'steps',
  choices: 'addOns',
  count: 'addOns',
  methods: 'methods',
};

/** The place for a path such as `definition.action.steps.1.minAmount`; undefined for what is no field of a promotion. */
export function placeOf(field: string | undefined, kind: ActionKind): Place | undefined {
  const [first = '', second = '', third = ''] = (field ?? '').replace(/^(body\.)?(definition\.)?/, '').split('.');
  if (first !== 'action') return aroundAction[first];
  if (second === 'buy') return third === 'items' ? 'buyItems' : 'buyCount';
  if (second === 'get') return third === 'items' ? 'getItems' : 'getCount';
  if (second === 'per') return kind === 'add_on' ? 'per' : 'value';
  if (second === 'isRepeated' && kind === 'spend_ladder') return 'steps';
  return insideAction[second] ?? 'value';
}
