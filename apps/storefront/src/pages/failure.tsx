/** A page that says what happened and what to do. */
import { foreignLang, pathIn, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import type { Frame } from '../views.ts';

export function FailurePage({ frame, kind }: { frame: Frame; kind: 'not_found' | 'outage' | 'refused' }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  return (
    <Layout frame={frame} title={say(`failure.${kind}`)} isPersonal={true}>
      <div class="nothing">
        <h1>{say(`failure.${kind}`)}</h1>
        <p class="quiet">{say(`failure.${kind}.hint`)}</p>
        <a class="button" href={pathIn(locale, '/')}>
          {say('failure.home')}
        </a>
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
    </Layout>
  );
}
