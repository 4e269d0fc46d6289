/** Products of a category, or those that a search found. */
import { foreignLang, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import { Tiles } from '../parts/tile.tsx';
import type { Frame, ListView } from '../views.ts';

export function ListPage({ frame, view }: { frame: Frame; view: ListView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { category, search, tiles, total } = view;
  const title =
    category !== null
      ? textIn(category.name, locale)
      : search === ''
        ? say('search.title')
        : say('search.results', { search });
  const count = total === 1 ? say('list.count.one') : say('list.count.many', { count: total });
  return (
    <Layout
      frame={frame}
      watches="catalog"
      title={title}
      description={`${title}. ${count}.`}
      imageUrl={tiles[0]?.imageUrl}
      isPersonal={category === null}
    >
      <div class="list-head">
        <h1 lang={category === null ? undefined : foreignLang(category.name, locale)}>{title}</h1>
        {category === null && search === '' ? (
          <p class="quiet">{say('search.hint')}</p>
        ) : (
          <p class="quiet figures">{count}</p>
        )}
        {category === null ? <SearchForm frame={frame} search={search} /> : null}
      </div>
      {tiles.length > 0 ? <Tiles frame={frame} tiles={tiles} early={4} live="list" /> : null}
      {tiles.length === 0 && (category !== null || search !== '') ? <Nothing frame={frame} search={search} /> : null}
      <Pages frame={frame} view={view} />
    </Layout>
  );
}

function SearchForm({ frame, search }: { frame: Frame; search: string }) {
  const say = sayIn(frame.locale);
  return (
    <form class="search" action={pathIn(frame.locale, '/search')} method="get">
      <label for="q">{say('search.label')}</label>
      <div class="search-row">
        <input id="q" name="q" type="search" value={search} maxLength={200} autocomplete="off" enterkeyhint="search" />
        <button class="button" type="submit">
          {say('search.go')}
        </button>
      </div>
    </form>
  );
}

function Nothing({ frame, search }: { frame: Frame; search: string }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  return (
    <div class="nothing">
      <h2>{search === '' ? say('list.empty') : say('search.none', { search })}</h2>
      <p class="quiet">{say(search === '' ? 'list.empty.hint' : 'search.none.hint')}</p>
      <ul class="chips">
        {shop.categories.map((category) => (
          <li key={category.handle}>
            <a
              class="chip"
              href={pathIn(locale, `/c/${encodeURIComponent(category.handle)}`)}
              lang={foreignLang(category.name, locale)}
            >
              {textIn(category.name, locale)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pages({ frame, view }: { frame: Frame; view: ListView }) {
  if (view.pageCount <= 1) return null;
  const { locale } = frame;
  const say = sayIn(locale);
  const at = (page: number) => {
    const query = new URLSearchParams(view.category === null ? { q: view.search } : {});
    if (page > 1) query.set('page', String(page));
    const path = view.category === null ? '/search' : `/c/${encodeURIComponent(view.category.handle)}`;
    return pathIn(locale, query.size === 0 ? path : `${path}?${query}`);
  };
  return (
    <nav class="turning" aria-label={say('list.pages')}>
      {view.page > 1 ? (
        <a class="button button-quiet" rel="prev" href={at(view.page - 1)}>
          {say('list.earlier')}
        </a>
      ) : (
        <span />
      )}
      <span class="quiet figures">{say('list.page', { page: view.page, pages: view.pageCount })}</span>
      {view.page < view.pageCount ? (
        <a class="button button-quiet" rel="next" href={at(view.page + 1)}>
          {say('list.later')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
