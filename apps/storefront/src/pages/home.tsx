/** The shop's front page: one good thing large, then where to look further. */
import { foreignLang, pathIn, pickupWords, textIn, weekdayName } from '../format.ts';
import { type Say, sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import { Picture } from '../parts/picture.tsx';
import { Tiles } from '../parts/tile.tsx';
import type { Frame, HomeView, Locale, StoreView, TileView } from '../views.ts';

export function HomePage({ frame, view }: { frame: Frame; view: HomeView }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const isEmpty = view.newest.length === 0;
  return (
    <Layout
      frame={frame}
      watches="catalog"
      title={shop.merchantName}
      description={say(shop.stores.length > 0 ? 'home.text' : 'home.text.ship')}
      imageUrl={view.featured?.imageUrl}
    >
      <Hero frame={frame} featured={view.featured} isEmpty={isEmpty} />
      {shop.categories.length === 0 ? null : (
        <section class="band">
          <h2>{say('home.categories')}</h2>
          <ul class="doors">
            {shop.categories.map((category) => (
              <li key={category.handle}>
                <a class="door" href={pathIn(locale, `/c/${encodeURIComponent(category.handle)}`)}>
                  <Picture
                    url={category.imageUrl}
                    alt=""
                    initials={textIn(category.name, locale)}
                    sizes="(min-width: 60rem) 12vw, 40vw"
                  />
                  <span lang={foreignLang(category.name, locale)}>{textIn(category.name, locale)}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isEmpty ? null : (
        <section class="band">
          <h2>{say('home.newest')}</h2>
          <Tiles frame={frame} tiles={view.newest} live="newest" />
        </section>
      )}
      <div data-live="offers">
        {view.offers.length === 0 ? null : (
          <section class="band">
            <h2>{say('home.offers')}</h2>
            <Tiles frame={frame} tiles={view.offers} live="reduced" />
          </section>
        )}
      </div>
      {shop.stores.length === 0 ? null : (
        <section class="band">
          <h2>{say('home.stores')}</h2>
          <p class="quiet">{say('home.stores.text')}</p>
          <ul class="stores">
            {shop.stores.map((store) => (
              <li key={store.id}>
                <Store store={store} locale={locale} say={say} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Layout>
  );
}

function Hero({ frame, featured, isEmpty }: { frame: Frame; featured: TileView | null; isEmpty: boolean }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const name = featured === null ? '' : textIn(featured.name, locale);
  return (
    <section class="hero">
      <div class="hero-words">
        <h1>{say(isEmpty ? 'home.empty' : 'home.lead')}</h1>
        <p>{say(isEmpty ? 'home.empty.hint' : shop.stores.length > 0 ? 'home.text' : 'home.text.ship')}</p>
        {featured === null ? null : (
          <a class="button" href={pathIn(locale, `/p/${encodeURIComponent(featured.handle)}`)}>
            {say('home.look', { name })}
          </a>
        )}
      </div>
      {featured === null ? null : (
        <Picture
          url={featured.imageUrl}
          alt={name}
          isFirst={true}
          sizes="(min-width: 60rem) 50vw, 100vw"
          initials={name}
        />
      )}
    </section>
  );
}

function Store({ store, locale, say }: { store: StoreView; locale: Locale; say: Say }) {
  return (
    <div class="store">
      <h3 lang={foreignLang(store.name, locale)}>{textIn(store.name, locale)}</h3>
      <address>
        {store.addressLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p class="store-pickup">{pickupWords(store.pickup, say, locale)}</p>
      <dl class="hours figures">
        {hoursByRun(store.openingHours).map((run) => (
          <div key={run.first}>
            <dt>
              {run.first === run.last
                ? weekdayName(run.first, locale)
                : `${weekdayName(run.first, locale)} – ${weekdayName(run.last, locale)}`}
            </dt>
            <dd>{run.hours === '' ? say('hours.closed') : run.hours}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Days in a row with the same hours, as one line each. */
function hoursByRun(hours: StoreView['openingHours']): { first: number; last: number; hours: string }[] {
  if (hours.length === 0) return [];
  const runs: { first: number; last: number; hours: string }[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const text = hours
      .filter((one) => one.day === day)
      .map((one) => `${one.from}–${one.to}`)
      .join(', ');
    const run = runs.at(-1);
    if (run !== undefined && run.hours === text) run.last = day;
    else runs.push({ first: day, last: day, hours: text });
  }
  return runs;
}
