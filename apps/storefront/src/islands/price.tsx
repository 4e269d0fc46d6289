/** What the chosen variant costs, why, how long, and what more of it would cost. */
import { money } from '../format.ts';
import type { BuyProps, BuyVariant } from './buy-box-props.ts';
import { type BuyBoxWords, buyBoxWords } from './buy-box-words.ts';

export function Price({
  variant,
  props: { currency, locale, offers },
}: {
  variant: BuyVariant | undefined;
  props: BuyProps;
}) {
  if (variant === undefined) return null;
  const words = buyBoxWords(locale);
  const { before } = variant;
  const offer = offers[variant.offer];
  return (
    <div class="price-box">
      <p class="price figures">
        {before === null ? null : (
          <>
            <span class="only-heard">{words['price.before']} </span>
            <s>{money(before, currency, locale)}</s> <span class="only-heard">{words['price.now']} </span>
          </>
        )}
        <strong>{money(variant.amount, currency, locale)}</strong>
      </p>
      {offer?.own === undefined ? null : (
        <p class="own-price figures">
          <span class="badge">{offer.own.label}</span>{' '}
          {offer.own.instead === '' ? null : <span class="quiet">{offer.own.instead}</span>}
        </p>
      )}
      {offer?.ends == null ? null : (
        <p class="ends-line">
          <time key={offer.ends.at} class="ends figures" dateTime={offer.ends.at} data-countdown={words['ends.in']}>
            {offer.ends.text}
          </time>
        </p>
      )}
      {offer?.lowest == null ? null : <p class="quiet small figures">{offer.lowest}</p>}
      {offer === undefined || offer.badges.length === 0 ? null : (
        <ul class="offers">
          {offer.badges.map(({ short, name }) => (
            <li key={short + name}>
              <span class="badge figures">{short}</span>
              {name === '' ? null : <span>{name}</span>}
            </li>
          ))}
        </ul>
      )}
      {offer === undefined || offer.wide.length === 0 ? null : (
        <ul class="offers-wide">
          {offer.wide.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      {offer === undefined || offer.breaks.length === 0 ? null : <Breaks breaks={offer.breaks} words={words} />}
    </div>
  );
}

function Breaks({ breaks, words }: { breaks: readonly { from: string; price: string }[]; words: BuyBoxWords }) {
  return (
    <table class="breaks figures">
      <caption>{words['breaks.title']}</caption>
      <thead>
        <tr>
          <th scope="col">{words['breaks.pieces']}</th>
          <th scope="col">{words['breaks.each']}</th>
        </tr>
      </thead>
      <tbody>
        {breaks.map(({ from, price }) => (
          <tr key={from}>
            <th scope="row">{from}</th>
            <td>{price}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
