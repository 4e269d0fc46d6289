/** The basket: what was chosen, how much it comes to, and the way on. */
import { foreignLang, money, pathIn, textIn, wholePieces } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Sum } from '../parts/sum.tsx';
import type { BasketPageView, BasketView, Frame } from '../views.ts';

export function BasketPage({ frame, view }: { frame: Frame; view: BasketPageView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { basket } = view;
  const pieces = basket === null ? 0 : basketPieces(basket);
  return (
    <Layout frame={frame} title={say('basket.title')} isPersonal={true} basketPieces={pieces}>
      <h1 class="page-title">{say('basket.title')}</h1>
      <ProblemNotice problem={view.problem} locale={locale} />
      {basket === null || basket.lines.length === 0 ? (
        <div class="nothing">
          <h2>{say('basket.empty')}</h2>
          <p class="quiet">{say('basket.empty.hint')}</p>
          <a class="button" href={pathIn(locale, '/')}>
            {say('basket.browse')}
          </a>
        </div>
      ) : (
        <div class="two-sides">
          <section aria-label={say('basket.lines')}>
            <ul class="lines">
              {basket.lines.map((line) => (
                <Line key={line.lineNo} frame={frame} basket={basket} line={line} nextId={view.commandIds.next} />
              ))}
            </ul>
          </section>
          <aside class="panel">
            <h2>{say('sum.title')}</h2>
            <Sum locale={locale} basket={basket} />
            <a class="button button-main button-wide" href={pathIn(locale, '/checkout')}>
              {say('basket.checkout')}
            </a>
          </aside>
        </div>
      )}
    </Layout>
  );
}

/** Whole pieces in a basket; something weighed counts as one. */
export function basketPieces(basket: BasketView): number {
  return basket.lines.reduce((sum, line) => sum + Math.max(1, wholePieces(line.quantity)), 0);
}

interface LineProps {
  frame: Frame;
  basket: BasketView;
  line: BasketView['lines'][number];
  nextId(): string;
}

function Line({ frame, basket, line, nextId }: LineProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  const name = textIn(line.name, locale);
  const action = pathIn(locale, `/basket/lines/${line.lineNo}`);
  const href = pathIn(locale, `/p/${encodeURIComponent(line.handle)}`);
  const isShort = line.available < line.quantity;
  return (
    <li class="line">
      <div class="line-picture">
        <Picture url={line.imageUrl} alt="" initials={name} sizes="120px" />
      </div>
      <div class="line-words">
        <a href={href} lang={foreignLang(line.name, locale)}>
          {name}
        </a>
        <span class="quiet">{line.optionNames.map((option) => textIn(option, locale)).join(' · ')}</span>
        <span class="quiet figures">
          {say('basket.each', { price: money(line.unitAmount, basket.currency, locale) })}
        </span>
        {isShort ? (
          <span class="line-short">
            {line.available < 1000 ? say('basket.gone') : say('basket.short', { count: wholePieces(line.available) })}
          </span>
        ) : null}
      </div>
      <div class="line-change">
        <form method="post" action={action} data-send-on-change>
          <input type="hidden" name="command" value={nextId()} />
          <label>
            <span class="only-heard">{say('basket.quantity.named', { name })}</span>
            <input
              type="number"
              name="quantity"
              min={1}
              max={9999}
              value={Math.max(1, wholePieces(line.quantity))}
              inputMode="numeric"
            />
          </label>
          <button class="link only-without-script" type="submit">
            {say('basket.update')}
          </button>
        </form>
        <form method="post" action={action}>
          <input type="hidden" name="command" value={nextId()} />
          <input type="hidden" name="quantity" value="0" />
          <button class="link" type="submit" aria-label={say('basket.remove.named', { name })}>
            {say('basket.remove')}
          </button>
        </form>
      </div>
      <span class="line-amount figures">{money(line.lineAmount, basket.currency, locale)}</span>
    </li>
  );
}
