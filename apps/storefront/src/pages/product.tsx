/** One product: its pictures large, then everything needed to decide, then its story. */
import { foreignLang, pathIn, textIn } from '../format.ts';
import { BuyBox } from '../islands/buy-box.tsx';
import { sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Tiles } from '../parts/tile.tsx';
import type { Frame, ProductView } from '../views.ts';
import { describeBuyBox } from './describe-buy-box.ts';
import { ProductFactsForSearch } from './product-microdata.tsx';

export function ProductPage({ frame, view }: { frame: Frame; view: ProductView }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const { product } = view;
  const name = textIn(product.name, locale);
  const description = textIn(product.description, locale);
  const buy = describeBuyBox(frame, view);
  return (
    <Layout frame={frame} title={name} description={(description || name).slice(0, 200)} imageUrl={product.media[0]?.url} isPersonal={view.problem !== undefined} preload={frame.assets.buyBox}>
      <article class="product" itemScope={true} itemType="https://schema.org/Product">
        <Gallery frame={frame} view={view} />
        <div class="product-side">
          <nav class="crumbs" aria-label={say('nav.breadcrumb')}>
            <a href={pathIn(locale, '/')}>{say('nav.home')}</a>
            {product.category === null ? null : (
              <a href={pathIn(locale, `/c/${encodeURIComponent(product.category.handle)}`)} lang={foreignLang(product.category.name, locale)}>
                {textIn(product.category.name, locale)}
              </a>
            )}
          </nav>
          {product.brand === '' ? null : <p class="brand">{product.brand}</p>}
          <h1 itemProp="name" lang={foreignLang(product.name, locale)}>
            {name}
          </h1>
          <ProblemNotice problem={view.problem} locale={locale} />
          <div data-island="buy-box" data-props={JSON.stringify(buy)}>
            <BuyBox {...buy} />
          </div>
          <p class="quiet small">{say(shop.pricesIncludeTax ? 'price.withTax' : 'price.withoutTax')}</p>
          {description === '' ? null : (
            <section class="about">
              <h2>{say('product.story')}</h2>
              <div itemProp="description" lang={foreignLang(product.description, locale)}>
                {description.split(/\n{2,}/).map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
              </div>
            </section>
          )}
        </div>
        <ProductFactsForSearch frame={frame} view={view} />
      </article>
      {view.related.length === 0 ? null : (
        <section class="band">
          <h2>{say('product.related')}</h2>
          <Tiles frame={frame} tiles={view.related} />
        </section>
      )}
    </Layout>
  );
}

function Gallery({ frame, view: { product } }: { frame: Frame; view: ProductView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const name = textIn(product.name, locale);
  const { media } = product;
  if (media.length === 0) return <Picture url={null} alt="" initials={name} sizes="" />;
  return (
    <div class="gallery">
      {/* Scrollable without a mouse, too: whoever uses the keyboard reaches every picture. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus. */}
      <div class="gallery-strip" role="group" aria-label={say('product.pictures', { name })} tabIndex={media.length > 1 ? 0 : undefined}>
        {media.map((picture, index) => (
          <div key={picture.id} id={`picture-${index + 1}`} {...(picture.variantId === null ? {} : { 'data-picture-of': picture.variantId })}>
            <Picture
              url={picture.url}
              alt={textIn(picture.alt, locale) || (index === 0 ? name : `${name} ${index + 1}`)}
              isFirst={index === 0}
              sizes="(min-width: 60rem) 55vw, 100vw"
            />
          </div>
        ))}
      </div>
      {media.length < 2 ? null : (
        <ul class="gallery-thumbs">
          {media.map((picture, index) => (
            <li key={picture.id}>
              <a href={`#picture-${index + 1}`} aria-label={say('product.picture', { number: index + 1 })}>
                <Picture url={picture.url} alt="" sizes="80px" />
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
