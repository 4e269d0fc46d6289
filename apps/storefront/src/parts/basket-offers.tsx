/** What a basket may still get: thresholds within reach, gifts and add-ons to choose, and why something does not count. */
import { isHint, type ReasonSurroundings, reasonText } from '@tandem/ui/reasons.ts';
import { foreignLang, money, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { BasketView, Frame, LocalisedText } from '../views.ts';
import { Picture } from './picture.tsx';
import { discountName } from './sum.tsx';

interface PartProps {
  frame: Frame;
  basket: BasketView;
}
interface FormsProps extends PartProps {
  nextId(): string;
}

/** So many of those that want money, and so many of those that want more pieces; the nearest. */
const hintsMax = 2;

/** Sentences with a bar: how far it is to free delivery and to the next promotions. */
export function Hints({ frame, basket, canShip }: PartProps & { canShip: boolean }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const spent = basket.goodsAmount - basket.discountAmount;
  // Of two ways to a cheaper delivery the nearer is told; a promotion may also be cheaper without being free, and is named.
  const promoted = basket.refused.flatMap(({ isOnShipping, reason, params }) =>
    isOnShipping && reason === 'needs_spend' && typeof params.missingAmount === 'number' ? [params.missingAmount] : [],
  );
  const free = shop.freeShippingFromAmount;
  // A promotion that only waits for a way of delivery may make it free already: then nothing is promised for more money.
  const mayBeFree = basket.delivery === null && basket.refused.some((one) => one.reason === 'wrong_shipping');
  const isShippingNear =
    !mayBeFree &&
    canShip &&
    basket.delivery?.method !== 'pickup' &&
    free !== null &&
    shop.shippingAmount > 0 &&
    spent < free &&
    promoted.every((missing) => free - spent < missing);
  const around = surroundings(frame, basket);
  const isAnybody = frame.memberName === undefined;
  const near = basket.refused.filter(
    (one) => one.promotionId !== null && (isHint(one.reason) || (isAnybody && one.reason === 'members_only')),
  );
  const told = near.map((one) => {
    const name = one.name === null ? '' : textIn(one.name, locale);
    const text = reasonText(one, around);
    const missing = typeof one.params.missingAmount === 'number' ? one.params.missingAmount : null;
    const isForMembers = asksForMember(one.reason);
    return {
      key: one.promotionId ?? '',
      text: name === '' ? text : say('hint.named', { name, text }),
      missing,
      isForMembers,
    };
  });
  if (isShippingNear) {
    const missing = free - spent;
    const text = say('hint.shipping', { price: money(missing, basket.currency, locale) });
    told.push({ key: 'shipping', text, missing, isForMembers: false });
  }
  const spends = told.filter((one) => one.missing !== null).sort((a, b) => (a.missing ?? 0) - (b.missing ?? 0));
  const hints = [...spends.slice(0, hintsMax), ...told.filter((one) => one.missing === null).slice(0, hintsMax)];
  if (hints.length === 0) return null;
  return (
    <ul class="hints">
      {hints.map(({ key, text, missing, isForMembers }) => (
        <li key={key} class="hint" data-hint={key}>
          <span id={`hint-${key}`}>{text}</span>
          {isForMembers ? <SignInLink frame={frame} /> : null}
          {missing === null ? null : <progress aria-labelledby={`hint-${key}`} value={spent} max={spent + missing} />}
        </li>
      ))}
    </ul>
  );
}

/** The field for a code, and the codes that were entered, each with what became of it. */
export function Codes({ frame, basket, nextId }: FormsProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  const around = surroundings(frame, basket);
  const same = (a: string | null, b: string) => a?.trim().toUpperCase() === b.trim().toUpperCase();
  return (
    <div class="code-part" id="codes">
      <form class="code-form" method="post" action={pathIn(locale, '/basket/codes')}>
        <input type="hidden" name="command" value={nextId()} />
        <label for="code">{say('code.label')}</label>
        <span class="code-row">
          <input
            id="code"
            name="code"
            type="text"
            maxLength={60}
            autocomplete="off"
            autocapitalize="characters"
            required
          />
          <button class="button" type="submit">
            {say('code.apply')}
          </button>
        </span>
      </form>
      {basket.codes.length === 0 ? null : (
        <ul class="codes">
          {basket.codes.map((code) => {
            const refused = basket.refused.find((one) => same(one.code, code));
            const applied = basket.applied.find((one) => same(one.code, code));
            return (
              <li key={code}>
                <form method="post" action={pathIn(locale, '/basket/codes/removal')}>
                  <input type="hidden" name="command" value={nextId()} />
                  <input type="hidden" name="code" value={code} />
                  <span class={applied === undefined ? 'quiet' : 'badge'}>{code}</span>
                  {applied === undefined ? null : (
                    <span class="figures">{`−${money(applied.amount, basket.currency, locale)}`}</span>
                  )}
                  <button class="link" type="submit" aria-label={say('code.remove.named', { code })}>
                    {say('basket.remove')}
                  </button>
                  {applied === undefined ? (
                    <span class="code-refused">
                      {refused === undefined ? say('code.noEffect') : reasonText(refused, around)}{' '}
                      {refused !== undefined && asksForMember(refused.reason) ? <SignInLink frame={frame} /> : null}
                    </span>
                  ) : null}
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Gifts and add-ons, each a plain form. */
export function Choosers({ frame, basket, nextId }: FormsProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  return basket.offers
    .filter((offer) => offer.choices.length > 0 && offer.count > 0)
    .map((offer) => {
      const name = offer.name === null ? '' : textIn(offer.name, locale);
      const title = say(offer.kind === 'gift' ? 'chooser.gift' : 'chooser.addOn', { count: offer.count });
      return (
        <section key={offer.promotionId} class="chooser" data-chooser={offer.kind}>
          <div>
            <h2>{title}</h2>
            {name === '' ? null : <p class="quiet small">{name}</p>}
          </div>
          <ul class="chooser-choices">
            {offer.choices.map((choice) => (
              <li key={choice.variantId}>
                <Choice frame={frame} basket={basket} offer={offer} choice={choice} command={nextId()} />
              </li>
            ))}
          </ul>
        </section>
      );
    });
}

interface ChoiceProps extends PartProps {
  offer: BasketView['offers'][number];
  choice: BasketView['offers'][number]['choices'][number];
  command: string;
}

function Choice({ frame: { locale }, basket, offer, choice, command }: ChoiceProps) {
  const say = sayIn(locale);
  const name = textIn(choice.name, locale);
  const options = choice.optionNames.map((option) => textIn(option, locale)).join(' · ');
  const price = money(choice.unitAmount, basket.currency, locale);
  const isThere = choice.available >= 1000;
  const label = say(offer.kind === 'gift' ? 'chooser.take' : 'chooser.add', { price });
  return (
    <form method="post" action={pathIn(locale, '/basket/lines')}>
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="variant" value={choice.variantId} />
      <input type="hidden" name="offeredBy" value={offer.promotionId} />
      <Picture url={choice.imageUrl} alt="" initials={name} sizes="160px" />
      <span>
        <span lang={foreignLang(choice.name, locale)}>{name}</span>
        {options === '' ? null : <small class="quiet"> {options}</small>}
        {choice.listUnitAmount > choice.unitAmount ? (
          <s class="line-before figures">{money(choice.listUnitAmount, basket.currency, locale)}</s>
        ) : null}
      </span>
      <button
        class="button"
        type="submit"
        disabled={!isThere}
        aria-label={`${isThere ? label : say('tile.soldOut')}: ${[name, options].filter(Boolean).join(' ')}`}
      >
        {isThere ? label : say('tile.soldOut')}
      </button>
    </form>
  );
}

/** Every promotion that counts or looked as if it might, with the reason. */
export function Why({ frame, basket }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  const around = surroundings(frame, basket);
  const applied = basket.applied.filter((one) => one.amount > 0);
  if (applied.length + basket.refused.length === 0) return null;
  const nameOf = (one: { name: LocalisedText | null; code: string | null }) =>
    one.name === null && one.code !== null ? one.code : discountName(one, say, locale);
  return (
    <details class="why">
      <summary>{say('why.title')}</summary>
      <ul>
        {applied.map((one) => (
          <li key={`${one.promotionId} ${one.code}`}>
            <span>{nameOf(one)}</span>
            <span class="quiet figures">
              {say('why.applied', { price: money(one.amount, basket.currency, locale) })}
            </span>
          </li>
        ))}
        {basket.refused.map((one) => (
          <li key={`refused ${one.promotionId} ${one.code}`}>
            <span>{nameOf(one)}</span>
            <span class="quiet">
              {reasonText(one, around)} {asksForMember(one.reason) ? <SignInLink frame={frame} /> : null}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Would it count for somebody who signed in? */
function asksForMember(reason: BasketView['refused'][number]['reason']): boolean {
  return reason === 'sign_in' || reason === 'members_only' || reason === 'code_not_yours';
}

/** Nothing for who is signed in: then it is for other members. */
function SignInLink({ frame: { locale, memberName } }: { frame: Frame }) {
  if (memberName !== undefined) return null;
  return <a href={pathIn(locale, '/account?next=basket')}>{sayIn(locale)('basket.signIn')}</a>;
}

function surroundings({ locale, shop }: Frame, basket: BasketView): ReasonSurroundings {
  const named = [...basket.applied, ...basket.refused];
  return {
    locale,
    currency: basket.currency,
    timeZone: shop.timeZone,
    promotionName: (id) => {
      const name = named.find((one) => one.promotionId === id)?.name;
      return name == null ? undefined : textIn(name, locale);
    },
    goodsName: (id) => {
      const line = basket.lines.find((one) => one.variantId === id);
      return line && textIn(line.name, locale);
    },
    placeName: (id) => {
      const store = shop.stores.find((one) => one.id === id);
      return store === undefined ? undefined : textIn(store.name, locale);
    },
  };
}
