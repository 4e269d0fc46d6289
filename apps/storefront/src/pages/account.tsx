/** What is a member's own: what the shop knows of them, their codes, their orders. */
import { instantWords, money, pathIn, textIn } from '../format.ts';
import { isMessage, type Say, sayIn } from '../messages/say.ts';
import { Layout } from '../parts/layout.tsx';
import type { AccountView, Frame } from '../views.ts';

interface PartProps {
  frame: Frame;
  view: AccountView;
}

export function AccountPage({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { member } = view;
  return (
    <Layout frame={frame} title={say('account.title')} isPersonal={true}>
      <div class="account-head">
        <div>
          <h1>{member.name === '' ? say('account.title') : say('account.hello', { name: member.name })}</h1>
          {member.tier === null ? null : <span class="badge">{member.tier}</span>}
        </div>
        <form method="post" action={pathIn(locale, '/account/signing-out')}>
          <button class="button button-quiet" type="submit">
            {say('account.signOut')}
          </button>
        </form>
      </div>
      <div class="two-sides">
        <section aria-labelledby="orders">
          <h2 id="orders">{say('account.orders')}</h2>
          <Orders frame={frame} view={view} />
        </section>
        <div class="account-side">
          <section class="panel" aria-labelledby="codes">
            <h2 id="codes">{say('account.codes')}</h2>
            <Codes frame={frame} view={view} />
          </section>
          <section class="panel" aria-labelledby="facts">
            <h2 id="facts">{say('account.facts')}</h2>
            <Facts member={member} say={say} />
          </section>
        </div>
      </div>
    </Layout>
  );
}

function Orders({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  if (view.orders.length === 0)
    return (
      <div class="account-none">
        <p class="quiet">{say('account.orders.none')}</p>
        <a class="button" href={pathIn(locale, '/')}>
          {say('basket.browse')}
        </a>
      </div>
    );
  const earlier = view.orders.slice(recentMax);
  return (
    <>
      <OrderList frame={frame} orders={view.orders.slice(0, recentMax)} />
      {earlier.length === 0 ? null : (
        <details class="account-earlier">
          <summary>{say('account.orders.earlier', { count: earlier.length })}</summary>
          <OrderList frame={frame} orders={earlier} />
        </details>
      )}
    </>
  );
}
/** More would push the codes and what the shop knows out of sight on a phone. */
const recentMax = 8;

function OrderList({ frame: { locale, shop }, orders }: { frame: Frame; orders: AccountView['orders'] }) {
  const say = sayIn(locale);
  return (
    <ul class="account-orders">
      {orders.map((order) => (
        <li key={order.token}>
          <a href={pathIn(locale, `/orders/${order.token}`)}>
            <span>{say('order.title', { number: order.number })}</span>
            <span class="quiet small">{instantWords(order.placedAt, shop.timeZone, locale)}</span>
          </a>
          <span class="quiet">{headlineWords(order.headline, say)}</span>
          <span class="figures">{money(order.totalAmount, order.currency, locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How an order stands, in a shopper's words; nothing for a state that only the shop has a word for. */
function headlineWords(headline: string, say: Say): string {
  const key = `headline.${headline}`;
  return isMessage(key) ? say(key) : '';
}

function Codes({ frame, view }: PartProps) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  if (view.codes.length === 0) return <p class="quiet">{say('account.codes.none')}</p>;
  return (
    <ul class="account-codes">
      {view.codes.map(({ code, name, state, expiresAt }) => (
        <li key={code}>
          <span>{textIn(name, locale)}</span>
          <span class={state === 'usable' ? 'badge' : 'quiet'}>{code}</span>
          {state === 'usable' && expiresAt !== null ? (
            <small class="quiet">
              {say('account.codes.until', { date: instantWords(expiresAt, shop.timeZone, locale) })}
            </small>
          ) : null}
          {state === 'usable' ? null : <small class="quiet">{say(`account.codes.${state}`)}</small>}
        </li>
      ))}
    </ul>
  );
}

function Facts({ member, say }: { member: AccountView['member']; say: Say }) {
  const facts = [
    ['checkout.email', member.email],
    ['checkout.phone', member.phone],
    ['account.number', member.reference],
  ] as const;
  return (
    <>
      <dl class="account-facts">
        {facts.map(([key, value]) =>
          value === null ? null : (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <p class="quiet small">{say('account.facts.hint')}</p>
    </>
  );
}
