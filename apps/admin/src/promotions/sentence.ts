// A promotion as a sentence of phrases, each with the exact rule in words.
import { conditionOf, partsOf } from './condition-parts.ts';
import type { Definition } from './definition.ts';
import { actionPhrases } from './sentence-action.ts';
import { combineText, limitsText, triggerText, whereText, whoText } from './sentence-around.ts';
import { conditionText } from './sentence-condition.ts';
import { scheduleText } from './sentence-schedule.ts';
import type { Words } from './words.ts';

export type PhraseKey =
  | 'who'
  | 'where'
  | 'trigger'
  | 'condition'
  | 'value'
  | 'units'
  | 'items'
  | 'counted'
  | 'fill'
  | 'parts'
  | 'buyCount'
  | 'buyItems'
  | 'getCount'
  | 'getItems'
  | 'pick'
  | 'repeat'
  | 'steps'
  | 'addOns'
  | 'per'
  | 'methods'
  | 'schedule'
  | 'limits'
  | 'combine';

export interface Phrase {
  readonly key: PhraseKey;
  readonly text: string;
  /** The exact rule in words. */
  readonly explain: string;
}
/** Null: the phrase says nothing and is left out. */
export type Phrases = Readonly<Partial<Record<PhraseKey, { readonly text: string | null; readonly explain: string }>>>;
export type Segment = string | Phrase;

/** What every phrase says. */
export function phrasesOf(definition: Definition, words: Words): Phrases {
  const { t } = words;
  const { who, rest } = partsOf(definition.condition);
  const others = conditionOf({ who: null, rest });
  const { schedule } = definition;
  return {
    who: { text: whoText(who, words), explain: t('explainWho') },
    where: { text: whereText(definition, words), explain: t('explainWhere') },
    trigger: { text: triggerText(definition.trigger, words), explain: t('explainTrigger') },
    condition: { text: others ? conditionText(others, words, true) : null, explain: t('explainCondition') },
    ...actionPhrases(definition.action, words),
    schedule: {
      text: scheduleText(schedule, words),
      explain: `${t('explainSchedule')} ${!schedule || schedule.zone === 'store' ? t('explainStoreZone') : ''}`.trim(),
    },
    limits: { text: limitsText(definition.limits, words), explain: t('explainLimits') },
    combine: {
      text: combineText(definition, words),
      explain: definition.exclusive === 'none' && !definition.combinesWith ? t('explainTogether') : t('explainAlone'),
    },
  };
}

/** The sentence: plain words between the phrases. */
export function sentenceOf(definition: Definition, words: Words): Segment[] {
  const phrases = phrasesOf(definition, words);
  const skeleton = words.t('frame').replace('{action}', words.t(definition.action.kind));
  return filledIn(withoutEmpty(skeleton, phrases), phrases);
}

/** The sentence as plain text. */
export function sentenceText(definition: Definition, words: Words): string {
  return sentenceOf(definition, words)
    .map((segment) => (typeof segment === 'string' ? segment : segment.text))
    .join('');
}

/** What the action gives, in few words, such as "20% off everything of Tea": the sentence's heart. */
export function actionText(definition: Definition, words: Words): string {
  const phrases = phrasesOf(definition, words);
  return filledIn(withoutEmpty(words.t(definition.action.kind), phrases), phrases)
    .map((segment) => (typeof segment === 'string' ? segment : segment.text))
    .join('')
    .replace(/^(get|pay) /, '');
}

function withoutEmpty(skeleton: string, phrases: Phrases): string {
  return skeleton.replace(/\[([^\]]*)\]/g, (_, inside: string) => {
    const keys = [...inside.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as PhraseKey);
    return keys.some((key) => !phrases[key]?.text) ? '' : inside;
  });
}

function filledIn(skeleton: string, phrases: Phrases): Segment[] {
  return skeleton.split(/(\{\w+\})/).flatMap((piece): Segment[] => {
    const key = /^\{(\w+)\}$/.exec(piece)?.[1] as PhraseKey | undefined;
    if (!key) return piece ? [piece] : [];
    const phrase = phrases[key];
    return phrase?.text ? [{ key, text: phrase.text, explain: phrase.explain }] : [];
  });
}
