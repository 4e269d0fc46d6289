/** Makes the buying box of a product page for one language. */
import { endWords, money, pathIn, pickupWords, textIn } from '../format.ts';
import { type BuyOffer, type BuyProps, stockOf } from '../islands/buy-box-props.ts';
import { sayIn } from '../messages/say.ts';
import { badgeWords, memberWords } from '../parts/offers.tsx';
import type { Frame, PriceView, ProductView } from '../views.ts';

/** The box of a product for one shopper's language. */
export function describeBuyBox(frame: Frame, { product, availability }: ProductView): BuyProps {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const at = new Map(availability.map((item) => [item.variantId, item]));
  const { offers, indexOf } = offersOf(frame, product);
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
      amount: variant.price.amount,
      before: variant.price.beforeAmount,
      offer: indexOf(variant.price),
      ...stockOf(
        at.get(variant.id),
        shop.stores.map((store) => store.id),
      ),
    })),
    offers,
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

type Described = ReturnType<typeof describeOffers>;
const described = new WeakMap<ProductView['product'], Map<string, Described>>();

/** The same words each time for the same product: they are made once for it, as long as it is kept. */
function offersOf(frame: Frame, product: ProductView['product']): Described {
  const key = `${frame.locale} ${frame.shop.currency} ${frame.shop.timeZone}`;
  const known = described.get(product) ?? new Map<string, Described>();
  described.set(product, known);
  const made = known.get(key) ?? describeOffers(frame, product.variants);
  known.set(key, made);
  return made;
}

/** The offers of the variants in words, each once, and which of them is a price's. */
function describeOffers(frame: Frame, variants: ProductView['product']['variants']) {
  const offers: BuyOffer[] = [];
  const known = new Map<string, number>();
  const index = new Map<PriceView, number>();
  for (const { price } of variants) {
    const offer = describeOffer(frame, price);
    const key = JSON.stringify(offer);
    if (!known.has(key)) known.set(key, offers.push(offer) - 1);
    index.set(price, known.get(key) ?? 0);
  }
  return { offers, indexOf: (price: PriceView) => index.get(price) ?? 0 };
}

function describeOffer({ locale, shop }: Frame, price: PriceView): BuyOffer {
  const say = sayIn(locale);
  const amount = (value: number) => money(value, shop.currency, locale);
  const own = memberWords(price, shop.currency, locale);
  return {
    ...(own === undefined ? {} : { own }),
    wide: price.offers.filter((offer) => offer.isWide).map((offer) => textIn(offer.name, locale)),
    badges: price.offers
      .filter((offer) => !offer.isWide)
      .map((offer) => {
        const short = badgeWords(offer, shop.currency, locale);
        const name = textIn(offer.name, locale);
        return { short, name: name === short ? '' : name };
      }),
    ends:
      price.endsAt === null
        ? null
        : { at: price.endsAt, text: say('ends.at', { date: endWords(price.endsAt, shop.timeZone, locale) }) },
    lowest: price.lowestAmount === null ? null : say('price.lowest', { price: amount(price.lowestAmount) }),
    breaks: price.breaks.map((one) => ({
      from: say('breaks.from', { count: one.count }),
      price: amount(one.amount),
    })),
  };
}
