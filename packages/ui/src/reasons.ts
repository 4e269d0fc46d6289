// Why a promotion did not count, as shopper, cashier and owner read it: the same words at the till, online and in the office.

import type { RefusalReason, RefusedPromotion } from '@tandem/domain/pricing/priced-basket.ts';
import { formatCount, formatDateTime, formatMoney } from './format.ts';
import type { Locale } from './locale.ts';
import { reasonTexts } from './reason-texts.ts';

/** What the words need besides the refusal itself. Names that are not known are left out of the sentence. */
export interface ReasonSurroundings {
  readonly locale: Locale;
  readonly currency: string;
  /** The zone in which a start is told. */
  readonly timeZone: string;
  readonly promotionName?: (id: string) => string | undefined;
  /** Is it read out by a cashier, who names members, in place of a shopper, who signs in? */
  readonly isAtTill?: boolean;
  /** The name of goods; where it is not known, what they would save is left out. */
  readonly goodsName?: (variantId: string) => string | undefined;
  /** The name of a channel or location. */
  readonly placeName?: (id: string) => string | undefined;
}

type Params = RefusedPromotion['params'];

/**
 * One sentence for a refusal of the engine, such as "Add 1 more to save HK$20.00". Figures that the engine did not give
 * are left out; a reason that is not known (a newer server) reads as "The conditions are not met".
 */
export function reasonText(
  refused: Pick<RefusedPromotion, 'reason' | 'code' | 'params'>,
  around: ReasonSurroundings,
): string {
  const known = sentences[refused.reason] ?? sentences.conditions;
  return known({ t: reasonTexts[around.locale], around, code: refused.code ?? '', params: refused.params });
}

/** Is the refusal an invitation: something that the shopper can still do to get it? */
export function isHint(reason: RefusalReason): boolean {
  return hints.has(reason);
}

const hints: ReadonlySet<RefusalReason> = new Set(['needs_pieces', 'needs_spend', 'needs_goods', 'sign_in']);

interface Given {
  readonly t: (typeof reasonTexts)['en'];
  readonly around: ReasonSurroundings;
  readonly code: string;
  readonly params: Params;
}

const sentences: Readonly<Record<RefusalReason, (given: Given) => string>> = {
  needs_pieces: (given) => {
    const count = amountIn(given, 'missingCount');
    if (count === undefined) return given.t.needsGoods;
    const pieces = formatCount(count, given.around.locale);
    const saving = money(given, 'saving');
    const { variantId } = given.params;
    if (!saving) return given.t.morePieces(count, pieces);
    if (typeof variantId !== 'string') return given.t.morePiecesSave(count, pieces, saving);
    const name = given.around.goodsName?.(variantId);
    return name ? given.t.morePiecesSaveWith(pieces, name, saving) : given.t.morePieces(count, pieces);
  },
  needs_spend: (given) => {
    const missing = money(given, 'missingAmount');
    if (!missing) return given.t.conditions;
    const saving = money(given, 'saving');
    return saving ? given.t.spendMoreSave(missing, saving) : given.t.spendMore(missing);
  },
  needs_goods: ({ t }) => t.needsGoods,
  not_together: (given) => named(given, given.t.notTogetherWith, given.t.notTogether),
  other_is_better: (given) => named(given, given.t.otherIsBetterThan, given.t.otherIsBetter),
  already_discounted: ({ t }) => t.alreadyDiscounted,
  only_channel: (given) => placed(given, ['channelId'], given.t.onlyChannel),
  only_location: (given) => placed(given, ['locationId'], given.t.onlyLocation),
  not_started: (given) => timed(given, 'startsAt', given.t.starts, given.t.notStarted),
  ended: (given) => timed(given, 'endedAt', given.t.endedAt, given.t.ended),
  not_now: (given) => timed(given, 'startsAt', given.t.againAt, given.t.notNow),
  limit_reached: (given) => limited(given, given.t.limitReachedOf, given.t.limitReached),
  member_limit_reached: (given) => limited(given, given.t.memberLimitOf, given.t.memberLimit),
  budget_spent: ({ t }) => t.budgetSpent,
  sign_in: ({ t, around }) => (around.isAtTill ? t.nameMember : t.signIn),
  members_only: ({ t }) => t.membersOnly,
  wrong_tender: (given) => oneOf(given, 'tenders', given.t.tender, given.t.onlyPaid) ?? given.t.wrongTender,
  wrong_shipping: (given) => oneOf(given, 'methods', given.t.method, given.t.onlyBy) ?? given.t.wrongShipping,
  floor_reached: ({ t }) => t.floorReached,
  code_unknown: ({ t, code }) => t.codeUnknown(code),
  code_used: ({ t, code }) => t.codeUsed(code),
  code_expired: ({ t, code }) => t.codeExpired(code),
  code_not_yours: ({ t, code }) => t.codeNotYours(code),
  code_one_only: ({ t }) => t.codeOneOnly,
  conditions: ({ t }) => t.conditions,
};

function amountIn({ params }: Given, name: string): number | undefined {
  const value = params[name];
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function money(given: Given, name: string): string | undefined {
  const amount = amountIn(given, name);
  return amount === undefined ? undefined : formatMoney(amount, given.around.currency, given.around.locale);
}

function named({ around, params }: Given, withName: (name: string) => string, without: string): string {
  const id = params.otherId;
  const name = typeof id === 'string' ? around.promotionName?.(id) : undefined;
  return name ? withName(name) : without;
}

/** Ways to pay or to get the goods by their names; undefined where one of them has none, or none is told. */
function oneOf(
  { params, t }: Given,
  name: string,
  nameOf: (code: string) => string,
  said: (names: string) => string,
): string | undefined {
  const codes = params[name];
  if (typeof codes !== 'string' || codes === '') return undefined;
  const names = codes.split(',').map(nameOf);
  return names.every((one) => one !== '') ? said(names.join(t.or)) : undefined;
}

function placed({ around, params, t }: Given, names: readonly string[], without: string): string {
  if (params.place === 'stores') return t.onlyInStores;
  const id = names.map((name) => params[name]).find((value) => typeof value === 'string');
  const place = typeof id === 'string' ? around.placeName?.(id) : undefined;
  return place ? t.onlyIn(place) : without;
}

function timed({ around, params }: Given, name: string, withTime: (when: string) => string, without: string): string {
  const at = params[name];
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at))) return without;
  return withTime(formatDateTime(at, around.locale, around.timeZone));
}

function limited(given: Given, withLimit: (count: number, limit: string) => string, without: string): string {
  const limit = amountIn(given, 'limit');
  return limit === undefined ? without : withLimit(limit, formatCount(limit, given.around.locale));
}
