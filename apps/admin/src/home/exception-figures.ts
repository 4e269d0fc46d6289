// The figures that an exception carries, in words: what differs, and by how much.
import type { Localised } from '@tandem/ui/locale.ts';
import type { Translate } from '@tandem/ui/messages.ts';
import type { homeTexts } from '../messages/home.ts';
import type { Format } from '../shop/use-format.ts';

type Detail = Readonly<Record<string, unknown>>;
interface Words {
  readonly t: Translate<(typeof homeTexts)['en']>;
  readonly format: Pick<Format, 'money' | 'quantity' | 'rate' | 'text'>;
  /** '' for somebody whose name is not known here. */
  readonly staff: (id: string) => string;
}
/** So many lines of a sale are told; the order has the others. */
const mostLines = 4;

/** One short line each; none where the kind carries no figure, or a figure is missing. */
export function exceptionFigures(kind: string, detail: Detail, words: Words): string[] {
  const write = writers[kind];
  return write ? write(detail, words) : [];
}

const writers: Readonly<Record<string, (detail: Detail, words: Words) => string[]>> = {
  'stock.uncovered': ({ uncovered }, { t, format }) =>
    isNumber(uncovered) ? [t('uncovered', format.quantity(uncovered))] : [],
  'sale.total_mismatch': ({ told, recorded }, { t, format }) =>
    isNumber(told) && isNumber(recorded) ? [t('totals', format.money(told), format.money(recorded))] : [],
  'sale.tender_short': ({ paid, total }, { t, format }) =>
    isNumber(paid) && isNumber(total) ? [t('paidOf', format.money(paid), format.money(total))] : [],
  'sale.unknown_variant': ({ lineNo }, { t }) => (isNumber(lineNo) ? [t('lineNo', String(lineNo))] : []),
  'sale.over_limit': overLimit,
  'sale.price_mismatch': priceMismatch,
  'coupon.used_twice': ({ code }, { t }) => (typeof code === 'string' ? [t('code', code)] : []),
  'promotion.over_limit': beyondLimit,
};

function overLimit(detail: Detail, { t, format, staff }: Words): string[] {
  const { basisPoints, limit, isPriceAllowed, staffId } = detail;
  const isTooMuch = isNumber(basisPoints) && isNumber(limit) && basisPoints > limit;
  const who = typeof staffId === 'string' ? staff(staffId) : '';
  return [
    ...(isTooMuch ? [t('shareByHand', format.rate(basisPoints * 100), format.rate(limit * 100))] : []),
    ...(isPriceAllowed === false ? [t('priceByHand')] : []),
    ...(who ? [t('soldBy', who)] : []),
  ];
}

function beyondLimit({ name, code, limit, most, reached }: Detail, { t, format }: Words): string[] {
  if (typeof limit !== 'string' || !isNumber(most) || !isNumber(reached)) return [];
  const count = (value: number) => (limit === 'budgetAmount' ? format.money(value) : format.quantity(value * 1000));
  return [
    [isDetail(name) ? format.text(name as Localised) : '', typeof code === 'string' ? t('code', code) : '']
      .filter(Boolean)
      .join(' · '),
    t('beyond', limit, count(reached), count(most)),
  ].filter(Boolean);
}

function priceMismatch({ ruleSetNumber, hash, lines }: Detail, { t, format }: Words): string[] {
  const number = isNumber(ruleSetNumber) ? String(ruleSetNumber) : '?';
  const differing = Array.isArray(lines) ? lines.filter(isDetail) : [];
  const priced = (side: unknown): string | undefined => {
    if (!isDetail(side) || !isNumber(side.unitAmount)) return undefined;
    const unit = format.money(side.unitAmount);
    return isNumber(side.discountAmount) && side.discountAmount > 0
      ? t('eachLess', unit, format.money(side.discountAmount))
      : t('each', unit);
  };
  const told = differing.slice(0, mostLines).map((line) => {
    const lineNo = isNumber(line.lineNo) ? String(line.lineNo) : '?';
    const atTill = priced(line.told) ?? '?';
    const byRules = priced(line.recorded);
    return byRules === undefined ? t('lineTold', lineNo, atTill) : t('lineDiffers', lineNo, atTill, byRules);
  });
  return [
    hash === null ? t('rulesUnknown', number) : t('rules', number),
    ...told,
    ...(differing.length > mostLines ? [t('moreLines', differing.length - mostLines)] : []),
    ...(differing.length === 0 && hash !== null ? [t('linesAgree')] : []),
  ];
}

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isDetail = (value: unknown): value is Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
