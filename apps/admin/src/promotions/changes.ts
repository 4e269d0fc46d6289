// What somebody changed in a promotion, phrase by phrase.
import type { Definition } from './definition.ts';
import type { Place } from './field-phrase.ts';
import { phrasesOf } from './sentence.ts';
import type { Words } from './words.ts';

export interface Change {
  readonly place: Place | 'action' | 'step';
  readonly before: string;
  readonly after: string;
}

/** The phrases that say something else than before; `nothing` stands where a phrase was not there. */
export function changesOf(before: Definition, after: Definition, words: Words, nothing: string): Change[] {
  const said = (definition: Definition) =>
    new Map(Object.entries(phrasesOf(definition, words)).map(([key, phrase]) => [key as Place, phrase.text]));
  const [old, now] = [said(before), said(after)];
  const places = [...new Set([...old.keys(), ...now.keys()])];
  const name = (definition: Definition) => Object.values(definition.name).filter(Boolean).join(' · ');
  const step = (definition: Definition) => `${definition.phase} · ${definition.priority}`;
  return [
    { place: 'name' as const, before: name(before), after: name(after) },
    ...places.map((place) => ({
      place,
      before: old.get(place) ?? nothing,
      after: now.get(place) ?? nothing,
    })),
    { place: 'step' as const, before: step(before), after: step(after) },
  ].filter((change) => change.before !== change.after);
}
