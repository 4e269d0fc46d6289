/** What search engines want to know of a product, as attributes of the page: no script is needed for it. */
import { currencyDigits } from '@tandem/domain/money/currency.ts';
import { pathIn } from '../format.ts';
import { mostPieces } from '../islands/buy-box-props.ts';
import type { Frame, ProductView } from '../views.ts';

export function ProductMicrodata({ frame, view: { product, availability } }: { frame: Frame; view: ProductView }) {
  const { locale, origin, path, shop } = frame;
  const digits = currencyDigits(shop.currency);
  const amounts = product.variants.map((variant) => variant.price.amount);
  const isThere = availability.some(
    (item) => mostPieces({ ship: item.ship, pickup: item.stores.map((store) => store.pickup) }) > 0,
  );
  const image = product.media[0]?.url;
  return (
    <>
      {image === undefined ? null : <link itemProp="image" href={`${origin}${image}`} />}
      {amounts.length === 0 ? null : (
        <span itemProp="offers" itemScope={true} itemType="https://schema.org/AggregateOffer" hidden={true}>
          <meta itemProp="lowPrice" content={(Math.min(...amounts) / 10 ** digits).toFixed(digits)} />
          <meta itemProp="highPrice" content={(Math.max(...amounts) / 10 ** digits).toFixed(digits)} />
          <meta itemProp="priceCurrency" content={shop.currency} />
          <link itemProp="availability" href={`https://schema.org/${isThere ? 'InStock' : 'OutOfStock'}`} />
          <link itemProp="url" href={`${origin}${pathIn(locale, path)}`} />
        </span>
      )}
    </>
  );
}
