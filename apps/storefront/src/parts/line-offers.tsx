/** What each promotion took off a line of a basket or an order. */
import { money } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { BasketView, Locale } from '../views.ts';
import { discountName } from './sum.tsx';

interface LineOffersProps {
  allocations: BasketView['lines'][number]['allocations'];
  /** Where the names of promotions are. */
  discounts: BasketView['applied'];
  currency: string;
  locale: Locale;
}

export function LineOffers({ allocations, discounts, currency, locale }: LineOffersProps) {
  const shown = allocations.filter((one) => one.amount > 0);
  if (shown.length === 0) return null;
  const say = sayIn(locale);
  const nameOf = ({ promotionId, code }: (typeof shown)[number]) => {
    const known = discounts.find((one) => one.promotionId === promotionId && one.name !== null);
    return discountName({ name: known?.name ?? null, code }, say, locale);
  };
  return (
    <ul class="line-offers">
      {shown.map((one) => (
        <li key={`${one.promotionId} ${one.code}`}>
          <span>{nameOf(one)}</span>
          <span class="figures">{`−${money(one.amount, currency, locale)}`}</span>
        </li>
      ))}
    </ul>
  );
}
