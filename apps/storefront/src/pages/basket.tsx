/** The basket: what was chosen, how much it comes to, and the way on. */
import { foreignLang, money, pathIn, textIn, wholePieces } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Choosers, Codes, Hints, Why } from '../parts/basket-offers.tsx';
import { Contents } from '../parts/contents.tsx';
import { Layout } from '../parts/layout.tsx';
import { LineOffers } from '../parts/line-offers.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Picture } from '../parts/picture.tsx';
import { Sum, sumOfBasket } from '../parts/sum.tsx';
import type { BasketPageView, BasketView, Frame } from '../views.ts';

export function BasketPage({ frame, view }: { frame: Frame; view: BasketPageView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { basket } = view;
  const pieces = basket === null ? 0 : basketPieces(basket);
  return (
    <Layout frame={frame} title={say('basket.title')} isPersonal={true} basketPieces={pieces} watches="catalog">
      <h1 class="page-title">{say('basket.title')}</h1>
      <ProblemNotice problem={view.problem} locale={locale} />
      <PriceNote total={basket?.totalAmount ?? 0} locale={locale} />
      {basket === null || basket.lines.length === 0 ? (
        <div class="nothing">
          <h2>{say('basket.empty')}</h2>
          <p class="quiet">{say('basket.empty.hint')}</p>
          <a class="button" href={pathIn(locale, '/')}>
            {say('basket.browse')}
          </a>
        </div>
      ) : (
        <div class="two-sides" data-live="basket">
          <section aria-label={say('basket.lines')}>
            <ul class="lines">
              {basket.lines.map((line) => (
                <Line key={line.lineNo} frame={frame} basket={basket} line={line} nextId={view.commandIds.next} />
              ))}
            </ul>
            <Choosers frame={frame} basket={basket} nextId={view.commandIds.next} />
          </section>
          <aside class="panel">
            <h2>{say('sum.title')}</h2>
            <Hints frame={frame} basket={basket} canShip={view.canShip} />
            <Sum locale={locale} sum={sumOfBasket(basket, locale)} later={true} />
            <Codes frame={frame} basket={basket} nextId={view.commandIds.next} />
            <a class="button button-main button-wide" href={pathIn(locale, `/checkout?goods=${goodsSeen(basket)}`)}>
              {say('basket.checkout')}
            </a>
            <Why frame={frame} basket={basket} />
          </aside>
        </div>
      )}
    </Layout>
  );
}

/** Told when an open page shows another total than it did: nobody pays another price than the one seen. */
export function PriceNote({ total, locale }: { total: number; locale: Frame['locale'] }) {
  const say = sayIn(locale);
  return (
    <div role="status">
      <p class="notice" data-live-note data-total={total} hidden={true}>
        <strong>{say('problem.title')}</strong> {say('problem.price.changed')}
      </p>
    </div>
  );
}

/** What the goods cost after their discounts: the figure that the next step is compared with. */
export function goodsSeen(basket: BasketView): number {
  return basket.goodsAmount - basket.discountAmount;
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
        <Contents components={line.components} locale={locale} />
        <span class="quiet figures">
          {say('basket.each', { price: money(line.unitAmount, basket.currency, locale) })}
        </span>
        {line.offeredBy === null ? null : (
          <span class="badge">{say(line.lineAmount === 0 ? 'basket.gift' : 'basket.addOn')}</span>
        )}
        {isShort ? (
          <span class="line-short">
            {line.available < 1000 ? say('basket.gone') : say('basket.short', { count: wholePieces(line.available) })}
          </span>
        ) : null}
      </div>
      <div class="line-change">
        <LineOffers
          allocations={line.allocations}
          discounts={basket.applied}
          currency={basket.currency}
          locale={locale}
        />
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
      <span class="line-amount figures">
        {line.discountAmount === 0 ? null : (
          <>
            <span class="only-heard">{say('price.before')} </span>
            <s class="line-before">{money(line.listAmount, basket.currency, locale)}</s>
            <span class="only-heard">{say('price.now')} </span>
          </>
        )}
        {money(line.lineAmount, basket.currency, locale)}
      </span>
    </li>
  );
}
