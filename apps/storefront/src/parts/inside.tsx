/** What is inside a bundle, on its page: each thing with its picture and the way to it, and what one saves. */
import { foreignLang, money, pathIn, pieces, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { BundleView, Frame, ProductFacts } from '../views.ts';
import { Picture } from './picture.tsx';

export function Inside({ frame, product }: { frame: Frame; product: ProductFacts }) {
  const { bundles = [] } = product;
  return (
    <>
      {bundles.map((bundle) => (
        <Bundle key={bundle.variantId} frame={frame} product={product} bundle={bundle} />
      ))}
    </>
  );
}

interface BundleProps {
  frame: Frame;
  product: ProductFacts;
  bundle: BundleView;
}

function Bundle({ frame: { locale, shop }, product, bundle }: BundleProps) {
  const say = sayIn(locale);
  const variant = product.variants.find((one) => one.id === bundle.variantId);
  const saved = bundle.aloneAmount - (variant?.price.amount ?? bundle.aloneAmount);
  const choice = (variant?.optionValues ?? []).map((code, index) => {
    const name = product.options[index]?.values.find((value) => value.code === code)?.name;
    return name === undefined ? code : textIn(name, locale);
  });
  return (
    <section class="inside">
      <h2>{[say('bundle.inside'), ...choice].join(' · ')}</h2>
      <ul>
        {bundle.parts.map((part) => (
          <li key={part.variantId}>
            <Part locale={locale} currency={shop.currency} part={part} />
          </li>
        ))}
      </ul>
      {saved <= 0 ? null : (
        <p class="inside-sum">
          <span class="quiet">
            {say('bundle.alone')} <s class="figures">{money(bundle.aloneAmount, shop.currency, locale)}</s>
          </span>
          <strong class="saved figures">{say('bundle.saves', { price: money(saved, shop.currency, locale) })}</strong>
        </p>
      )}
    </section>
  );
}

function Part({
  locale,
  currency,
  part,
}: {
  locale: Frame['locale'];
  currency: string;
  part: BundleView['parts'][number];
}) {
  const name = textIn(part.name, locale);
  const words = (
    <>
      <Picture url={part.imageUrl} alt="" initials={name} sizes="72px" />
      <span class="inside-words">
        <span lang={foreignLang(part.name, locale)}>{name}</span>
        <span class="quiet">{part.optionNames.map((option) => textIn(option, locale)).join(' · ')}</span>
      </span>
      <span class="quiet figures">
        {part.quantity === 1000 ? '' : `${pieces(part.quantity)} × `}
        {money(part.unitAmount, currency, locale)}
      </span>
    </>
  );
  if (part.handle === null) return <span class="inside-part">{words}</span>;
  return (
    <a class="inside-part" href={pathIn(locale, `/p/${encodeURIComponent(part.handle)}`)}>
      {words}
    </a>
  );
}
