/** One product: its pictures large, then everything needed to decide, then its story. */
import { foreignLang, pathIn, textIn } from '../format.ts';
import { BuyBox } from '../islands/buy-box.tsx';
import { sayIn } from '../messages/say.ts';
import { fixed } from '../parts/fixed.ts';
import { Inside } from '../parts/inside.tsx';
import { Layout } from '../parts/layout.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Tiles } from '../parts/tile.tsx';
import type { Frame, ProductFacts, ProductView } from '../views.ts';
import { describeBuyBox } from './describe-buy-box.ts';
import { ProductMicrodata } from './product-microdata.tsx';

export function ProductPage({ frame, view }: { frame: Frame; view: ProductView }) {
  const { locale } = frame;
  const { product } = view;
  const name = textIn(product.name, locale);
  const description = textIn(product.description, locale);
  const buy = describeBuyBox(frame, view);
  return (
    <Layout
      frame={frame}
      watches={product.id}
      title={name}
      description={(description || name).slice(0, 200)}
      imageUrl={product.media[0]?.url}
      isPersonal={view.problem !== undefined}
      preload={frame.assets.buyBox}
      about={view.problem === undefined ? product : undefined}
    >
      <article class="product" itemScope={true} itemType="https://schema.org/Product">
        <div
          class="gallery"
          dangerouslySetInnerHTML={fixed(product, frame.shop, `gallery ${locale}`, () => (
            <Gallery frame={frame} product={product} />
          ))}
        />
        <div class="product-side">
          <div
            dangerouslySetInnerHTML={fixed(product, frame.shop, `title ${locale}`, () => (
              <Title frame={frame} product={product} />
            ))}
          />
          <ProblemNotice problem={view.problem} locale={locale} />
          <div data-island="buy-box" data-props={JSON.stringify(buy)}>
            <BuyBox {...buy} />
          </div>
          <div
            dangerouslySetInnerHTML={fixed(product, frame.shop, `inside ${locale}`, () => (
              <Inside frame={frame} product={product} />
            ))}
          />
          <div
            dangerouslySetInnerHTML={fixed(product, frame.shop, `story ${locale}`, () => (
              <Story frame={frame} product={product} />
            ))}
          />
        </div>
        <ProductMicrodata frame={frame} view={view} />
      </article>
      {view.related.length === 0 ? null : (
        <section class="band">
          <h2>{sayIn(locale)('product.related')}</h2>
          <Tiles frame={frame} tiles={view.related} live="related" />
        </section>
      )}
    </Layout>
  );
}

interface PartProps {
  frame: Frame;
  product: ProductFacts;
}

function Title({ frame: { locale }, product }: PartProps) {
  const say = sayIn(locale);
  const { category } = product;
  return (
    <>
      <nav class="crumbs" aria-label={say('nav.breadcrumb')}>
        <a href={pathIn(locale, '/')}>{say('nav.home')}</a>
        {category === null ? null : (
          <a
            href={pathIn(locale, `/c/${encodeURIComponent(category.handle)}`)}
            lang={foreignLang(category.name, locale)}
          >
            {textIn(category.name, locale)}
          </a>
        )}
      </nav>
      {product.brand === '' ? null : (
        <p class="brand" itemProp="brand">
          {product.brand}
        </p>
      )}
      <h1 itemProp="name" lang={foreignLang(product.name, locale)}>
        {textIn(product.name, locale)}
      </h1>
    </>
  );
}

function Story({ frame: { locale, shop }, product }: PartProps) {
  const say = sayIn(locale);
  const description = textIn(product.description, locale);
  return (
    <>
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
    </>
  );
}

function Gallery({ frame: { locale }, product }: PartProps) {
  const say = sayIn(locale);
  const name = textIn(product.name, locale);
  const { media } = product;
  if (media.length === 0) return <Picture url={null} alt="" initials={name} sizes="" />;
  return (
    <>
      <section
        class="gallery-strip"
        aria-label={say('product.pictures', { name })}
        tabIndex={media.length > 1 ? 0 : undefined}
      >
        {media.map((picture, index) => (
          <div
            key={picture.id}
            id={`picture-${index + 1}`}
            {...(picture.variantId === null ? {} : { 'data-picture-of': picture.variantId })}
          >
            <Picture
              url={picture.url}
              alt={textIn(picture.alt, locale) || (index === 0 ? name : `${name} ${index + 1}`)}
              isFirst={index === 0}
              sizes="(min-width: 60rem) 55vw, 100vw"
            />
          </div>
        ))}
      </section>
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
    </>
  );
}
