/** What stands at the end of every page. */
import { foreignLang, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Frame } from '../views.ts';

export function Footer({ frame }: { frame: Frame }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  return (
    <>
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
                  <a
                    href={pathIn(locale, `/c/${encodeURIComponent(category.handle)}`)}
                    lang={foreignLang(category.name, locale)}
                  >
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
    </>
  );
}
