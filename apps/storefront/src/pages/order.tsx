/** An order as its shopper sees it: how it is doing, what it holds, where it goes. */
import { foreignLang, instantWords, money, pathIn, pieces, textIn } from '../format.ts';
import { type Say, sayIn } from '../messages/say.ts';
import { addressLines } from '../parts/address.ts';
import { Contents } from '../parts/contents.tsx';
import { Layout } from '../parts/layout.tsx';
import { LineOffers } from '../parts/line-offers.tsx';
import { ProblemNotice } from '../parts/notice.tsx';
import { Returns } from '../parts/returns.tsx';
import { Sum, sumOfOrder } from '../parts/sum.tsx';
import type { Frame, OrderPageView, OrderView } from '../views.ts';

export function OrderPage({ frame, view }: { frame: Frame; view: OrderPageView }) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { order } = view;
  const name = order.contact?.name;
  return (
    <Layout
      frame={frame}
      title={say('order.title', { number: order.number })}
      isPersonal={true}
      basketPieces={0}
      watches={`order=${view.token}`}
    >
      <div class="thanks">
        <p class="quiet">{say('order.title', { number: order.number })}</p>
        <h1>{name === undefined ? say('order.thanks.plain') : say('order.thanks', { name })}</h1>
        <p>{say('order.kept')}</p>
      </div>
      <ProblemNotice problem={view.problem} locale={locale} />
      <div class="two-sides" data-live="order">
        <div>
          <Progress order={order} say={say} />
          <section>
            <h2>{say('order.goods')}</h2>
            <ul class="order-lines">
              {order.lines.map((line) => (
                <li key={line.lineNo}>
                  <span class="figures">{pieces(line.quantity)} ×</span>
                  <span>
                    <span lang={foreignLang(line.name, locale)}>{textIn(line.name, locale)}</span>
                    <small class="quiet">
                      {line.sku}
                      {line.returnedQuantity === 0 || order.state === 'cancelled'
                        ? null
                        : ` · ${say('receipt.returned', { count: pieces(line.returnedQuantity) })}`}
                    </small>
                    <Contents
                      components={line.components.map((one) => ({ ...one, quantity: one.perBundle }))}
                      locale={locale}
                    />
                    <LineOffers
                      allocations={line.allocations}
                      discounts={order.discounts}
                      currency={order.currency}
                      locale={locale}
                    />
                  </span>
                  <span class="figures">
                    {line.discountAmount === 0 ? null : (
                      <s class="line-before">
                        {money(lineAmount(order, line) + line.discountAmount, order.currency, locale)}
                      </s>
                    )}
                    {money(lineAmount(order, line), order.currency, locale)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <Returns order={order} timeZone={view.timeZone} locale={locale} />
          <Delivery frame={frame} view={view} say={say} />
        </div>
        <aside class="panel">
          <h2>{say('sum.title')}</h2>
          <Sum locale={locale} sum={sumOfOrder(order, locale)} />
          <Payment frame={frame} view={view} say={say} />
          <p class="quiet small">
            {say('order.placedAt', { date: instantWords(order.placedAt, view.timeZone, locale) })}
          </p>
          <p>
            <a href={pathIn(locale, `/receipts/${view.token}`)}>{say('order.receipt')}</a>
          </p>
        </aside>
      </div>
      <p>
        <a class="button button-quiet" href={pathIn(locale, '/')}>
          {say('order.more')}
        </a>
      </p>
    </Layout>
  );
}

/** What the shopper pays for a line, with tax where prices show it. */
export function lineAmount(order: OrderView, line: OrderView['lines'][number]): number {
  return order.pricesIncludeTax ? line.netAmount + line.taxAmount : line.netAmount;
}

function Progress({ order, say }: { order: OrderView; say: Say }) {
  const method = order.delivery?.method ?? 'ship';
  const states = order.fulfilments.filter((group) => group.state !== 'cancelled').map((group) => group.state);
  const steps = [
    { title: say('state.placed'), isDone: true },
    { title: say('state.open'), isDone: order.state === 'placed' || states.length > 0 },
    {
      title: say(method === 'pickup' ? 'state.picked.pickup' : 'state.picked.ship'),
      isDone: states.length > 0 && states.every((state) => state !== 'open'),
    },
    {
      title: say(method === 'pickup' ? 'state.handed_over' : 'state.shipped'),
      isDone: states.length > 0 && states.every((state) => state === 'handed_over' || state === 'shipped'),
    },
  ];
  if (order.state === 'cancelled') return <p class="notice">{say('state.cancelled')}</p>;
  const now = steps.findLastIndex((step) => step.isDone);
  return (
    <ol class="progress">
      {steps.map((step, index) => (
        <li
          key={step.title}
          class={step.isDone ? 'progress-done' : undefined}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          {step.title}
        </li>
      ))}
    </ol>
  );
}

function Delivery({ frame, view, say }: { frame: Frame; view: OrderPageView; say: Say }) {
  const { locale } = frame;
  const { delivery, contact } = view.order;
  if (delivery === null) return null;
  const place = delivery.locationId === undefined ? undefined : view.places[delivery.locationId];
  const lines =
    delivery.method === 'pickup' && place !== undefined
      ? [textIn(place.name, locale), ...place.addressLines]
      : addressLines(delivery.address, locale);
  return (
    <section class="order-places">
      <div>
        <h2>{say(delivery.method === 'pickup' ? 'order.pickup' : 'order.to')}</h2>
        <address>
          {lines.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      </div>
      {contact === null ? null : (
        <div>
          <h2>{say('order.contact')}</h2>
          <address>
            <span>{contact.name}</span>
            <span>{contact.email}</span>
            {contact.phone === undefined ? null : <span>{contact.phone}</span>}
          </address>
        </div>
      )}
    </section>
  );
}

function Payment({ frame, view, say }: { frame: Frame; view: OrderPageView; say: Say }) {
  const { locale } = frame;
  const { order } = view;
  const due = order.totalAmount + order.roundingAmount - order.paidAmount;
  return (
    <>
      {order.tenders.length === 0 ? null : (
        <dl class="sum figures">
          {order.tenders.map((tender) => (
            <div key={tender.entryNo}>
              <dt>{tender.event === 'refunded' ? say('order.refunded') : say(`tender.${tender.kind}`)}</dt>
              <dd>{money(tender.amount, order.currency, locale)}</dd>
            </div>
          ))}
        </dl>
      )}
      {due > 0 && order.state === 'placed' ? <PayDue frame={frame} view={view} due={due} say={say} /> : null}
    </>
  );
}

/** What an edit left to be paid: by whoever paid online from here, else in the store. */
function PayDue({ frame, view, due, say }: { frame: Frame; view: OrderPageView; due: number; say: Say }) {
  const { locale } = frame;
  const { order } = view;
  const price = money(due, order.currency, locale);
  if (!order.tenders.some((tender) => tender.kind === 'test')) return <p>{say('order.dueInStore', { price })}</p>;
  const ways = [
    { value: 'test', title: say('checkout.card'), hint: say('checkout.card.hint') },
    { value: 'decline', title: say('checkout.declined'), hint: say('checkout.declined.hint') },
  ];
  return (
    <form class="pay-due" method="post" action={pathIn(locale, `/orders/${view.token}/payment`)} data-once>
      <p>{say('order.due', { price })}</p>
      <input type="hidden" name="command" value={view.commandId} />
      <input type="hidden" name="due" value={due} />
      <fieldset class="ways">
        <legend>{say('checkout.payment')}</legend>
        {ways.map(({ value, title, hint }) => (
          <label key={value} class="way">
            <input type="radio" name="payment" value={value} checked={value === 'test'} />
            <span>
              {title}
              <small class="quiet">{hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button class="button button-main button-wide" type="submit">
        {say('order.pay', { price })}
      </button>
    </form>
  );
}
