/** What it comes to: goods, what was taken off and why, delivery, tax, total, and what was saved. */
import { money, textIn } from '../format.ts';
import { type Say, sayIn } from '../messages/say.ts';
import type { BasketView, Locale, OrderView } from '../views.ts';

/** Amounts of a basket or an order in the price mode of the merchant; goods and delivery before their discounts. */
export interface SumView {
  currency: string;
  pricesIncludeTax: boolean;
  goodsAmount: number;
  discounts: readonly { name: string; amount: number }[];
  /** Null while nobody knows how it will be delivered. */
  shippingAmount: number | null;
  taxAmount: number;
  /** What the total is more (or less) than the shelf prices, because the tax where it goes is another. */
  otherTaxAmount: number;
  totalAmount: number;
  savedAmount: number;
}

type Discount = Pick<BasketView['applied'][number], 'name' | 'code' | 'amount'>;

/** A basket's figures. */
export function sumOfBasket(basket: BasketView, locale: Locale): SumView {
  const savedAmount = basket.discountAmount + basket.shippingDiscountAmount;
  return {
    currency: basket.currency,
    pricesIncludeTax: basket.pricesIncludeTax,
    goodsAmount: basket.goodsAmount,
    discounts: namedDiscounts(basket.applied, savedAmount, locale),
    shippingAmount: basket.delivery === null ? null : basket.shippingAmount + basket.shippingDiscountAmount,
    taxAmount: basket.taxAmount,
    otherTaxAmount: basket.pricesIncludeTax
      ? basket.totalAmount - (basket.goodsAmount - basket.discountAmount + basket.shippingAmount)
      : 0,
    totalAmount: basket.totalAmount,
    savedAmount,
  };
}

/** An order's figures, as they were frozen. */
export function sumOfOrder(order: OrderView, locale: Locale): SumView {
  const savedAmount = order.discountAmount + order.shippingDiscountAmount;
  const paid = (net: number, tax: number) => (order.pricesIncludeTax ? net + tax : net);
  const goods = order.lines.reduce((sum, line) => sum + paid(line.netAmount, line.taxAmount), 0);
  const shipping = paid(order.shippingNetAmount, order.shippingTaxAmount);
  return {
    currency: order.currency,
    pricesIncludeTax: order.pricesIncludeTax,
    goodsAmount: goods + order.discountAmount,
    discounts: namedDiscounts(order.discounts, savedAmount, locale),
    shippingAmount: order.delivery === null ? null : shipping + order.shippingDiscountAmount,
    taxAmount: order.taxAmount + order.shippingTaxAmount,
    otherTaxAmount: 0,
    totalAmount: order.totalAmount,
    savedAmount,
  };
}

/** Discounts by name; what nobody named (orders of before promotions, prices by hand) stands as one more. */
function namedDiscounts(discounts: readonly Discount[], all: number, locale: Locale): SumView['discounts'] {
  const say = sayIn(locale);
  const named = discounts
    .filter((one) => one.amount !== 0)
    .map((one) => ({ name: discountName(one, say, locale), amount: one.amount }));
  const rest = all - named.reduce((sum, one) => sum + one.amount, 0);
  return rest === 0 ? named : [...named, { name: say('sum.discount'), amount: rest }];
}

/** The promotion's name, with the code that it was got by. */
export function discountName({ name, code }: Pick<Discount, 'name' | 'code'>, say: Say, locale: Locale): string {
  const text = name === null ? say('sum.discount') : textIn(name, locale);
  return code === null ? text : `${text} (${code})`;
}

interface SumProps {
  locale: Locale;
  sum: SumView;
  /** Nothing is ordered yet: the delivery may still be chosen, and what is saved lies ahead. */
  later?: boolean;
  /** Said where the delivery is not chosen yet; by default that the checkout asks for it. */
  laterText?: string;
}

export function Sum({ locale, sum, later = false, laterText }: SumProps) {
  const say = sayIn(locale);
  const amount = (value: number) => money(value, sum.currency, locale);
  return (
    <>
      <dl class="sum figures">
        <div>
          <dt>{say('sum.goods')}</dt>
          <dd>{amount(sum.goodsAmount)}</dd>
        </div>
        {sum.discounts.map((one, index) => (
          <div key={`${index} ${one.name}`} class="sum-off">
            <dt>{one.name}</dt>
            <dd>{`−${amount(one.amount)}`}</dd>
          </div>
        ))}
        {sum.shippingAmount === null && !later ? null : (
          <div>
            <dt>{say('sum.shipping')}</dt>
            <dd>
              {sum.shippingAmount === null
                ? (laterText ?? say('sum.shipping.later'))
                : sum.shippingAmount === 0
                  ? say('sum.shipping.free')
                  : amount(sum.shippingAmount)}
            </dd>
          </div>
        )}
        {sum.otherTaxAmount === 0 ? null : (
          <div>
            <dt>{say('sum.tax.other')}</dt>
            <dd>{`${sum.otherTaxAmount < 0 ? '−' : ''}${amount(Math.abs(sum.otherTaxAmount))}`}</dd>
          </div>
        )}
        {sum.taxAmount === 0 ? null : (
          <div>
            <dt>{say(sum.pricesIncludeTax ? 'sum.tax.included' : 'sum.tax.added')}</dt>
            <dd>{amount(sum.taxAmount)}</dd>
          </div>
        )}
        <div class="sum-total">
          <dt>{say('sum.total')}</dt>
          <dd>{amount(sum.totalAmount)}</dd>
        </div>
      </dl>
      {sum.savedAmount <= 0 ? null : (
        <p class="saved figures">{say(later ? 'sum.saved' : 'order.saved', { price: amount(sum.savedAmount) })}</p>
      )}
    </>
  );
}
