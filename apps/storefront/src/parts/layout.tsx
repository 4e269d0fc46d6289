/** What stands around every page: head, header, footer. */
import type { ComponentChildren } from 'preact';
import { foreignLang, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Frame } from '../views.ts';
import { BasketIcon, SearchIcon } from './icons.tsx';

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
  /** A part of the script that the page is sure to need. */
  preload?: string;
  children: ComponentChildren;
}

export function Layout({ frame, title, description, imageUrl, isPersonal = false, basketPieces, preload, children }: LayoutProps) {
  const { locale, shop, assets } = frame;
  const say = sayIn(locale);
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === shop.merchantName ? title : `${title} · ${shop.merchantName}`}</title>
        <link rel="stylesheet" href={assets.style} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <meta name="theme-color" content="#faf9f7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#161512" media="(prefers-color-scheme: dark)" />
        {isPersonal ? <meta name="robots" content="noindex" /> : <Findable frame={frame} title={title} description={description} imageUrl={imageUrl} />}
        <script type="module" src={assets.script} />
        {preload === undefined ? null : <link rel="modulepreload" href={preload} />}
      </head>
      <body {...(basketPieces === undefined ? {} : { 'data-pieces': basketPieces })}>
        <a class="skip" href="#content">
          {say('skip')}
        </a>
        <Header frame={frame} pieces={basketPieces ?? 0} />
        <main id="content">{children}</main>
        <Footer frame={frame} />
      </body>
    </html>
  );
}

type FindableProps = Pick<LayoutProps, 'frame' | 'title'> & { description: string | undefined; imageUrl: string | null | undefined };

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
    <header class="header">
      <div class="header-row">
        <a class="wordmark" href={pathIn(locale, '/')}>
          {shop.merchantName}
        </a>
        <div class="header-tools">
          <a class="tool" href={pathIn(other, path)} hreflang={other} lang={other} rel="alternate">
            {say('nav.language')}
          </a>
          <a class="tool" href={pathIn(locale, '/search')}>
            <SearchIcon />
            <span class="tool-word">{say('nav.search')}</span>
          </a>
          <a class="tool" href={pathIn(locale, '/basket')}>
            <BasketIcon />
            <span class="tool-word">{say('nav.basket')}</span>
            <span class="pieces figures" data-basket-pieces hidden={pieces === 0}>
              {pieces}
            </span>
          </a>
        </div>
      </div>
      {shop.categories.length === 0 ? null : (
        <nav class="departments" aria-label={say('nav.categories')}>
          <ul>
            {shop.categories.map((category) => {
              const href = `/c/${encodeURIComponent(category.handle)}`;
              return (
                <li key={category.handle}>
                  <a href={pathIn(locale, href)} lang={foreignLang(category.name, locale)} {...(path === href ? { 'aria-current': 'page' as const } : {})}>
                    {textIn(category.name, locale)}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      )}
    </header>
  );
}

function Footer({ frame }: { frame: Frame }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  return (
    <footer class="footer">
      <div class="footer-columns">
        <div>
          <p class="wordmark">{shop.merchantName}</p>
          <p class="quiet">{say(shop.stores.length > 0 ? 'home.text' : 'home.text.ship')}</p>
        </div>
        {shop.categories.length === 0 ? null : (
          <div>
            <h2>{say('footer.shop')}</h2>
            <ul>
              {shop.categories.map((category) => (
                <li key={category.handle}>
                  <a href={pathIn(locale, `/c/${encodeURIComponent(category.handle)}`)} lang={foreignLang(category.name, locale)}>
                    {textIn(category.name, locale)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {shop.stores.length === 0 ? null : (
          <div>
            <h2>{say('footer.stores')}</h2>
            <ul>
              {shop.stores.map((store) => (
                <li key={store.id}>
                  <span lang={foreignLang(store.name, locale)}>{textIn(store.name, locale)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <p class="quiet">{say('footer.made')}</p>
    </footer>
  );
}
