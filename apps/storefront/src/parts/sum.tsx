/** What it comes to: goods, delivery, tax, total. */
import { money } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { BasketView, Locale } from '../views.ts';

interface SumProps {
  locale: Locale;
  basket: Pick<
    BasketView,
    'currency' | 'pricesIncludeTax' | 'goodsAmount' | 'shippingAmount' | 'taxAmount' | 'totalAmount'
  > & { delivery: BasketView['delivery'] };
}

export function Sum({ locale, basket }: SumProps) {
  const say = sayIn(locale);
  const amount = (value: number) => money(value, basket.currency, locale);
  const shipping =
    basket.delivery === null
      ? say('sum.shipping.later')
      : basket.shippingAmount === 0
        ? say('sum.shipping.free')
        : amount(basket.shippingAmount);
  return (
    <dl class="sum figures">
      <div>
        <dt>{say('sum.goods')}</dt>
        <dd>{amount(basket.goodsAmount)}</dd>
      </div>
      <div>
        <dt>{say('sum.shipping')}</dt>
        <dd>{shipping}</dd>
      </div>
      {basket.taxAmount === 0 ? null : (
        <div>
          <dt>{say(basket.pricesIncludeTax ? 'sum.tax.included' : 'sum.tax.added')}</dt>
          <dd>{amount(basket.taxAmount)}</dd>
        </div>
      )}
      <div class="sum-total">
        <dt>{say('sum.total')}</dt>
        <dd>{amount(basket.totalAmount)}</dd>
      </div>
    </dl>
  );
}
