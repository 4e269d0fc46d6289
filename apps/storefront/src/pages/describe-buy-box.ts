/** Makes the buying box of a product page for one language. */
import { money, pathIn, pickupWords, textIn } from '../format.ts';
import { type BuyProps, stockOf } from '../islands/buy-box-props.ts';
import { sayIn } from '../messages/say.ts';
import type { Frame, ProductView } from '../views.ts';

/** The box of a product for one shopper's language. */
export function describeBuyBox(frame: Frame, { product, availability }: ProductView): BuyProps {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const at = new Map(availability.map((item) => [item.variantId, item]));
  return {
    productId: product.id,
    locale,
    currency: shop.currency,
    action: pathIn(locale, '/basket/lines'),
    basketPath: pathIn(locale, '/basket'),
    shipping: shippingWords(frame),
    options: product.options.map((option) => ({
      name: textIn(option.name, locale),
      values: option.values.map(({ code, name, swatch }) => ({
        code,
        name: textIn(name, locale),
        ...(swatch === undefined ? {} : { swatch }),
      })),
    })),
    variants: product.variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      values: variant.optionValues,
      amount: variant.amount,
      before: variant.compareAtAmount,
      ...stockOf(
        at.get(variant.id),
        shop.stores.map((store) => store.id),
      ),
    })),
    stores: shop.stores.map((store) => ({
      id: store.id,
      name: textIn(store.name, locale),
      when: pickupWords(store.pickup, say, locale),
    })),
  };
}

/** What delivery costs, in one line. */
function shippingWords({ locale, shop }: Frame): string {
  const say = sayIn(locale);
  if (shop.shippingAmount === 0) return say('ship.free');
  const price = money(shop.shippingAmount, shop.currency, locale);
  if (shop.freeShippingFromAmount === null) return say('ship.costs', { price });
  return say('ship.freeFrom', { price, from: money(shop.freeShippingFromAmount, shop.currency, locale) });
}
