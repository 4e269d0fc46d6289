/** Offers in words: badges, and when a reduced price ends. */
import { endWords, money, textIn } from '../format.ts';
import { type Say, sayIn } from '../messages/say.ts';
import type { BadgeView, Frame, Locale, OfferView, PriceView } from '../views.ts';

/** The words of an offer's badge, such as “3 for HK$99”; the promotion's name where no short form says it. */
export function badgeWords(
  { badge, name }: Pick<OfferView, 'badge' | 'name'>,
  currency: string,
  locale: Locale,
): string {
  const say = sayIn(locale);
  const amount = (value: number) => money(value, currency, locale);
  switch (badge.kind) {
    case 'percent':
      return shareWords(badge.basisPoints, locale, say);
    case 'amount':
      return say('badge.amount', { price: amount(badge.amount) });
    case 'n_for':
      return say('badge.nFor', { count: badge.count, price: amount(badge.amount) });
    case 'buy_get':
      return badge.basisPoints === 10_000
        ? say('badge.buyGet', { buy: badge.buy, get: badge.get })
        : say('badge.buyGetLess', {
            buy: badge.buy,
            get: badge.get,
            share: shareWords(badge.basisPoints, locale, say),
          });
    case 'nth':
      return badge.basisPoints === 10_000
        ? say('badge.nthFree', { nth: nthWords(badge.n, locale) })
        : say('badge.nth', { nth: nthWords(badge.n, locale), share: shareWords(badge.basisPoints, locale, say) });
    case 'breaks':
      return say('badge.breaks', { count: badge.count, reward: rewardWords(badge.reward, currency, locale, say) });
    case 'gift':
      return say('badge.gift');
    default:
      return textIn(name, locale);
  }
}

/** “−20 %”; in Chinese what is left to pay, as shops there write it: 8 折. */
function shareWords(basisPoints: number, locale: Locale, say: Say): string {
  if (basisPoints === 10_000) return say('badge.free');
  const percent = Math.round(basisPoints / 10) / 10;
  const left = 100 - percent;
  if (locale === 'zh-Hant' && Number.isInteger(left)) return `${left % 10 === 0 ? left / 10 : left} 折`;
  return `−${percent} %`;
}

function rewardWords(
  { kind, value }: Extract<BadgeView, { kind: 'breaks' }>['reward'],
  currency: string,
  locale: Locale,
  say: Say,
): string {
  if (kind === 'percent') return shareWords(value, locale, say);
  return say(kind === 'amount' ? 'badge.amount' : 'badge.each', { price: money(value, currency, locale) });
}

function nthWords(n: number, locale: Locale): string {
  if (locale === 'zh-Hant') return String(n);
  const suffix = { one: 'st', two: 'nd', few: 'rd' } as Partial<Record<Intl.LDMLPluralRule, string>>;
  return `${n}${suffix[ordinals.select(n)] ?? 'th'}`;
}
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

/** The badges of a tile: each text once, and never more than fit. */
export function Badges({ frame: { locale, shop }, offers }: { frame: Frame; offers: readonly OfferView[] }) {
  const words = [...new Set(offers.map((offer) => badgeWords(offer, shop.currency, locale)))].slice(0, 2);
  if (words.length === 0) return null;
  return (
    <span class="badges">
      {words.map((text) => (
        <span key={text} class="badge figures">
          {text}
        </span>
      ))}
    </span>
  );
}

/** That a price is the member's own, and what it is for everybody where no price is struck through that says so. */
export function memberWords(
  { everybodyAmount, beforeAmount }: Pick<PriceView, 'everybodyAmount' | 'beforeAmount'>,
  currency: string,
  locale: Locale,
): { label: string; instead: string } | undefined {
  if (everybodyAmount === undefined) return undefined;
  const say = sayIn(locale);
  const instead =
    everybodyAmount === beforeAmount ? '' : say('price.everybody', { price: money(everybodyAmount, currency, locale) });
  return { label: say('price.member'), instead };
}

interface EndsProps {
  endsAt: string | null;
  timeZone: string;
  locale: Locale;
}

/** When it ends, as a date; the page's script counts down in its place. */
export function Ends({ endsAt, timeZone, locale }: EndsProps) {
  if (endsAt === null) return null;
  const say = sayIn(locale);
  return (
    <time class="ends figures" dateTime={endsAt} data-countdown={say('ends.in')}>
      {say('ends.at', { date: endWords(endsAt, timeZone, locale) })}
    </time>
  );
}
