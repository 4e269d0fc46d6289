/** What stands around every page: head, header, footer. */
import type { ComponentChildren } from 'preact';
import { foreignLang, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Frame, Locale } from '../views.ts';
import { fixed } from './fixed.ts';
import { Footer } from './footer.tsx';
import { BasketIcon, PersonIcon, SearchIcon } from './icons.tsx';

interface LayoutProps {
  frame: Frame;
  title: string;
  description?: string;
  /** Shown where links to the page are shared. */
  imageUrl?: string | null | undefined;
  /** Personal pages are not for search engines. */
  isPersonal?: boolean;
  /** Pieces in the basket, where the server knows them; other pages remember. */
  basketPieces?: number;
  /** What the page wants to be told of while it is open: a product's id, `order=<token>`, or `catalog` for prices alone. */
  watches?: string;
  /** A part of the script that the page is sure to need. */
  preload?: string;
  /** What the page's head is about; the head is drawn once for it. */
  about?: object | undefined;
  children: ComponentChildren;
}

export function Layout(props: LayoutProps) {
  const { frame, basketPieces, watches, children } = props;
  const { locale, shop, origin, path } = frame;
  const { about } = props;
  const key = `${locale} ${origin} ${path}`;
  const header = <Header frame={frame} pieces={basketPieces ?? 0} />;
  return (
    <html lang={locale}>
      {about === undefined ? (
        <head>
          <Head {...props} />
        </head>
      ) : (
        <head dangerouslySetInnerHTML={fixed(about, shop, `head ${key}`, () => <Head {...props} />)} />
      )}
      <body
        {...(basketPieces === undefined ? {} : { 'data-pieces': basketPieces })}
        {...(frame.validUntil === undefined ? {} : { 'data-valid-until': frame.validUntil ?? '' })}
        {...(watches === undefined ? {} : { 'data-watches': watches })}
      >
        <a class="skip" href="#content">
          {sayIn(locale)('skip')}
        </a>
        {about === undefined ? (
          <header class="header">{header}</header>
        ) : (
          <header class="header" dangerouslySetInnerHTML={fixed(about, shop, `header ${key}`, () => header)} />
        )}
        <main id="content">{children}</main>
        <footer
          class="footer"
          dangerouslySetInnerHTML={fixed(shop, shop, `footer ${locale}`, () => <Footer frame={frame} />)}
        />
      </body>
    </html>
  );
}

function Head({ frame, title, description, imageUrl, isPersonal = false, preload }: LayoutProps) {
  const { shop, assets } = frame;
  return (
    <>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === shop.merchantName ? title : `${title} · ${shop.merchantName}`}</title>
      <link rel="stylesheet" href={assets.style} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <meta name="theme-color" content="#faf9f7" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#161512" media="(prefers-color-scheme: dark)" />
      {isPersonal ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Findable frame={frame} title={title} description={description} imageUrl={imageUrl} />
      )}
      <script type="module" src={assets.script} />
      {preload === undefined ? null : <link rel="modulepreload" href={preload} />}
    </>
  );
}

type FindableProps = Pick<LayoutProps, 'frame' | 'title'> & {
  description: string | undefined;
  imageUrl: string | null | undefined;
};

/** For search engines: what the page is about, and the same page in the other language. */
function Findable({ frame, title, description, imageUrl }: FindableProps) {
  const { locale, origin, path } = frame;
  const at = (other: 'en' | 'zh-Hant') => `${origin}${pathIn(other, path)}`;
  return (
    <>
      {description === undefined ? null : <meta name="description" content={description} />}
      <link rel="canonical" href={at(locale)} />
      <link rel="alternate" hreflang="en" href={at('en')} />
      <link rel="alternate" hreflang="zh-Hant" href={at('zh-Hant')} />
      <link rel="alternate" hreflang="x-default" href={at('en')} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={at(locale)} />
      {imageUrl == null ? null : <meta property="og:image" content={`${origin}${imageUrl}`} />}
    </>
  );
}

function Header({ frame, pieces }: { frame: Frame; pieces: number }) {
  const { locale, shop, path } = frame;
  const say = sayIn(locale);
  const other = locale === 'en' ? 'zh-Hant' : 'en';
  return (
    <>
      <div class="header-row">
        <a class="wordmark" href={pathIn(locale, '/')}>
          {shop.merchantName}
        </a>
        <div class="header-tools">
          <a class="tool" href={pathIn(other, path)} hreflang={other} lang={other} rel="alternate">
            {say('nav.language')}
          </a>
          <Tools locale={locale} pieces={pieces} />
        </div>
      </div>
      {shop.categories.length === 0 ? null : (
        <nav class="departments" aria-label={say('nav.categories')}>
          <Departments frame={frame} current={path} />
        </nav>
      )}
    </>
  );
}

function Tools({ locale, pieces }: { locale: Locale; pieces: number }) {
  const say = sayIn(locale);
  return (
    <>
      <a class="tool" href={pathIn(locale, '/search')}>
        <SearchIcon />
        <span class="tool-word">{say('nav.search')}</span>
      </a>
      <a class="tool" href={pathIn(locale, '/account')}>
        <PersonIcon />
        <span class="tool-word">{say('nav.account')}</span>
      </a>
      <a class="tool" href={pathIn(locale, '/basket')}>
        <BasketIcon />
        <span class="tool-word">{say('nav.basket')}</span>
        <span class="pieces figures" data-basket-pieces hidden={pieces === 0}>
          {pieces}
        </span>
      </a>
    </>
  );
}

function Departments({ frame: { locale, shop }, current }: { frame: Frame; current: string }) {
  return (
    <ul>
      {shop.categories.map((category) => {
        const href = `/c/${encodeURIComponent(category.handle)}`;
        return (
          <li key={category.handle}>
            <a
              href={pathIn(locale, href)}
              lang={foreignLang(category.name, locale)}
              {...(current === href ? { 'aria-current': 'page' as const } : {})}
            >
              {textIn(category.name, locale)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
