// The pricing settings as questions: what each is about, its choices, and what every choice comes to in an example.
import { defaultPricingSettings, type PricingSettings } from '@tandem/domain/pricing/rule-set.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { pricingSettingTexts } from '../messages/pricing-settings.ts';
import {
  asked,
  codesCounted,
  givenOf,
  lackingOf,
  lastUseOf,
  paidElsewhere,
  percentOf,
  taxOf,
  tieOf,
} from './setting-examples.ts';

type Texts = Translate<(typeof pricingSettingTexts)['en']>;
type Money = (amount: number) => string;

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What the example comes to. */
  readonly outcome: string;
  readonly isUsual: boolean;
}
/** What one chooses among named ways; how often a till may give a code without the network is a number. */
export type QuestionField = Exclude<keyof PricingSettings, 'codesOffline'>;
export interface Question {
  readonly field: QuestionField;
  readonly title: string;
  readonly hint: string;
  readonly example: string;
  readonly choices: readonly Choice[];
}

/** Stands for any number of codes, and for a number that is set beside it. */
export const codesAny = 'codes_any';
export const codesLimited = 'codes_limited';
/** What is chosen in the question of the field. */
export function chosenIn(settings: PricingSettings, field: QuestionField): string {
  if (field === 'codesPerOrder') return settings.codesPerOrder === null ? codesAny : codesLimited;
  return settings[field];
}

/** The settings with another choice; codes begin with one an order. */
export function withChoice(settings: PricingSettings, field: QuestionField, value: string): PricingSettings {
  if (field === 'codesPerOrder') return { ...settings, codesPerOrder: value === codesAny ? null : 1 };
  return { ...settings, [field]: value };
}

/** Whether orders would be priced differently: everything but what becomes of uses when an order is cancelled. */
export function changedFields(before: PricingSettings, after: PricingSettings): QuestionField[] {
  return (Object.keys(defaultPricingSettings) as QuestionField[]).filter((field) => before[field] !== after[field]);
}

const labelKeys = {
  taxRounding: { line: 'tax_line', unit: 'tax_unit', document: 'tax_document' },
  percentRounding: { line: 'percent_line', unit: 'percent_unit' },
} as const;

/** All nine questions in the order in which a basket meets them. */
export function settingQuestions(t: Texts, money: Money, settings: PricingSettings): Question[] {
  const most = settings.codesPerOrder ?? 1;
  return [
    question('percentRounding', ['line', 'unit'], t('percentRoundingExample', money(asked.percentUnit)), (value) =>
      money(percentOf(value)),
    ),
    question('thresholds', ['price_mode', 'net'], t('thresholdsExample', money(asked.minimum)), (value) =>
      lackingOf(value) === 0 ? t('reached') : t('notReached', money(lackingOf(value))),
    ),
    question(
      'exclusiveChoice',
      ['best_for_shopper', 'priority'],
      t('exclusiveChoiceExample', money(asked.first), money(asked.second)),
      (value) => t('gives', money(givenOf(value))),
    ),
    {
      field: 'codesPerOrder',
      title: t('codesPerOrder'),
      hint: t('codesPerOrderHint'),
      example: t('codesPerOrderExample'),
      choices: [
        { value: codesAny, label: t('codes_any'), outcome: t('codesCount', codesCounted(null)), isUsual: true },
        {
          value: codesLimited,
          label: t('codes_limited'),
          outcome: t('codesCount', codesCounted(most)),
          isUsual: false,
        },
      ],
    },
    question('budget', ['whole_uses', 'partial'], t('budgetExample', money(asked.left), money(asked.next)), (value) =>
      t('gives', money(lastUseOf(value))),
    ),
    question('cancelledOrder', ['gives_use_back', 'keeps_use'], t('cancelledOrderExample'), (value) =>
      value === 'gives_use_back' ? t('canReuse') : t('staysUsed'),
    ),
    question('returnedOrder', ['keeps_use', 'gives_use_back'], t('returnedOrderExample'), (value) =>
      value === 'gives_use_back' ? t('canReuse') : t('staysUsed'),
    ),
    question('taxRounding', ['line', 'unit', 'document'], t('taxRoundingExample', money(asked.taxUnit)), (value) =>
      money(taxOf(value)),
    ),
    question('taxTies', ['away_from_zero', 'toward_zero'], t('taxTiesExample', money(asked.tie)), (value) =>
      money(tieOf(value)),
    ),
    question('otherTaxZone', ['keep_gross', 'keep_net'], t('otherTaxZoneExample', money(asked.gross)), (value) =>
      money(paidElsewhere(value)),
    ),
  ];

  function question<F extends Exclude<QuestionField, 'codesPerOrder'>>(
    field: F,
    values: readonly PricingSettings[F][],
    example: string,
    outcome: (value: PricingSettings[F]) => string,
  ): Question {
    return {
      field,
      title: t(field as 'taxTies'),
      hint: t(`${field}Hint` as 'taxTiesHint'),
      example,
      choices: values.map((value) => ({
        value,
        label: t(keyOf(field, value) as 'tax_line'),
        outcome: outcome(value),
        isUsual: value === defaultPricingSettings[field],
      })),
    };
  }
}

function keyOf(field: string, value: string): string {
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = labelKeys;
  return named[field]?.[value] ?? value;
}
