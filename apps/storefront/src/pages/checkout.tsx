/** Checkout on one page: who and where to, then how to pay; what it costs stands beside it all the time. */
import { money, pathIn, pickupWords, textIn, timeWords } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { addressLines } from '../parts/address.ts';
import { Layout } from '../parts/layout.tsx';
import { ShortLines } from '../parts/lines.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Sum, sumOfBasket } from '../parts/sum.tsx';
import type { CheckoutView, Frame } from '../views.ts';
import { basketPieces, PriceNote } from './basket.tsx';
import { DetailsForm } from './checkout-details.tsx';

export function CheckoutPage({ frame, view }: { frame: Frame; view: CheckoutView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { basket, step } = view;
  return (
    <Layout
      frame={frame}
      title={say('checkout.title')}
      isPersonal={true}
      basketPieces={basketPieces(basket)}
      watches="catalog"
    >
      <h1 class="page-title">{say('checkout.title')}</h1>
      <div class="two-sides">
        <div class="checkout">
          <ol class="steps">
            <li {...(step === 'details' ? { 'aria-current': 'step' as const } : {})}>
              {say('checkout.steps.details')}
            </li>
            <li {...(step === 'payment' ? { 'aria-current': 'step' as const } : {})}>
              {say('checkout.steps.payment')}
            </li>
          </ol>
          <ProblemNotice problem={view.problem} locale={locale} />
          <PriceNote total={basket.totalAmount} locale={locale} />
          <div data-live="hold">
            <HeldNote frame={frame} basket={basket} />
          </div>
          {step === 'details' ? (
            <DetailsForm frame={frame} view={view} />
          ) : (
            <>
              <Chosen frame={frame} view={view} />
              <PaymentForm frame={frame} view={view} />
            </>
          )}
        </div>
        <aside class="panel" data-live="sum">
          <h2>{say('sum.title')}</h2>
          <ShortLines frame={frame} basket={basket} />
          <Sum locale={locale} sum={sumOfBasket(basket, locale)} later={true} laterText={say('sum.shipping.next')} />
          <p>
            <a href={pathIn(locale, '/basket')}>{say('checkout.back')}</a>
          </p>
        </aside>
      </div>
    </Layout>
  );
}

/** Until when the price that is shown counts, or that it does no longer. */
function HeldNote({ frame, basket }: { frame: Frame; basket: CheckoutView['basket'] }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const { priceHold: hold, totalAmount } = basket;
  if (hold === null || (hold.state === 'over' && hold.shownAmount === totalAmount)) return null;
  const time = timeWords(hold.until, shop.timeZone, locale);
  return (
    <p class={hold.state === 'over' ? 'notice' : 'held-price'} role="status">
      {say(`checkout.hold.${hold.state}`, { time })}
    </p>
  );
}

/** What was told so far, with the way back to change it. */
function Chosen({ frame, view: { basket } }: { frame: Frame; view: CheckoutView }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const { contact, delivery } = basket;
  const store = shop.stores.find((one) => one.id === delivery?.locationId);
  return (
    <div class="chosen">
      <dl>
        <div>
          <dt>{say('checkout.contact')}</dt>
          <dd>
            {contact?.name}
            <br />
            {contact?.email}
          </dd>
        </div>
        <div>
          <dt>{delivery?.method === 'pickup' ? say('checkout.pickup') : say('checkout.ship')}</dt>
          <dd>
            {store === undefined
              ? addressLines(delivery?.address, locale).map((line) => <span key={line}>{line}</span>)
              : [textIn(store.name, locale), pickupWords(store.pickup, say, locale)].map((line) => (
                  <span key={line}>{line}</span>
                ))}
          </dd>
        </div>
      </dl>
      <a class="link" href={pathIn(locale, '/checkout?change=1')}>
        {say('checkout.change')}
      </a>
    </div>
  );
}

function PaymentForm({ frame, view }: { frame: Frame; view: CheckoutView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { basket, typed } = view;
  const ways = [
    { value: 'test', title: say('checkout.card'), hint: say('checkout.card.hint') },
    ...(basket.delivery?.method === 'pickup'
      ? [{ value: 'in_store', title: say('checkout.inStore'), hint: say('checkout.inStore.hint') }]
      : []),
    { value: 'decline', title: say('checkout.declined'), hint: say('checkout.declined.hint') },
  ];
  // A card that is declined is priced as one that is not.
  const totalOf = (value: string) =>
    (basket.payments.find(({ kind }) => kind === value) ?? basket.payments[0])?.totalAmount ?? basket.totalAmount;
  const isAlike = basket.payments.every(({ kind }) => totalOf(kind) === totalOf('test'));
  const chosen = ways.some((way) => way.value === typed.payment) ? typed.payment : 'test';
  return (
    <form method="post" action={pathIn(locale, '/checkout/order')} data-once>
      <input type="hidden" name="command" value={view.commandId} />
      <fieldset class="ways">
        <legend>{say('checkout.payment')}</legend>
        {ways.map((way) => (
          <label key={way.value} class="way">
            <input
              type="radio"
              name="payment"
              value={way.value}
              checked={way.value === chosen}
              data-asks={pathIn(locale, `/checkout?payment=${way.value}`)}
            />
            <span>
              {way.title}
              <small class="quiet">{way.hint}</small>
            </span>
            <span class="figures" data-live={`way-${way.value}`}>
              {isAlike ? null : <span>{money(totalOf(way.value), basket.currency, locale)}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div data-live="pay">
        <input type="hidden" name="total" value={basket.totalAmount} />
        <button class="button button-main button-wide" type="submit">
          {say('checkout.place', { price: money(basket.totalAmount, basket.currency, locale) })}
        </button>
      </div>
    </form>
  );
}
