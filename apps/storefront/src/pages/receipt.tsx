/** A receipt for the screen and for paper: narrow, exact, in black on white when printed. */
import { exactMoney, foreignLang, instantWords, money, pieces, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Contents } from '../parts/contents.tsx';
import { Layout } from '../parts/layout.tsx';
import { LineOffers } from '../parts/line-offers.tsx';
import { sumOfOrder } from '../parts/sum.tsx';
import type { Frame, OrderPageView, OrderView } from '../views.ts';
import { lineAmount } from './order.tsx';

export function ReceiptPage({ frame, view }: { frame: Frame; view: OrderPageView }) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const { order } = view;
  const place = order.locationId === null ? undefined : view.places[order.locationId];
  return (
    <Layout frame={frame} title={say('receipt.title', { number: order.number })} isPersonal={true}>
      <article class="receipt figures">
        <header>
          <p class="wordmark">{shop.merchantName}</p>
          {place === undefined ? null : (
            <address>
              <span lang={foreignLang(place.name, locale)}>{textIn(place.name, locale)}</span>
              {place.addressLines.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </address>
          )}
        </header>
        <h1>{say('receipt.title', { number: order.number })}</h1>
        <p class="quiet">{instantWords(order.placedAt, place?.timeZone ?? view.timeZone, locale)}</p>
        <table>
          <tbody>
            {order.lines.map((line) => (
              <tr key={line.lineNo}>
                <td>
                  <span lang={foreignLang(line.name, locale)}>{textIn(line.name, locale)}</span>
                  <small class="quiet">
                    {pieces(line.quantity)} × {exactMoney(line.unitAmount, order.currency)}
                    {line.returnedQuantity === 0
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
                </td>
                <td>{exactMoney(lineAmount(order, line), order.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Totals frame={frame} order={order} />
        {order.paidAmount < order.totalAmount + order.roundingAmount && order.state === 'placed' ? (
          <p class="receipt-end">
            {say('order.dueInStore', {
              price: money(order.totalAmount + order.roundingAmount - order.paidAmount, order.currency, locale),
            })}
          </p>
        ) : null}
        {savedAmount(order) <= 0 ? null : (
          <p class="receipt-end saved">
            {say('order.saved', { price: money(savedAmount(order), order.currency, locale) })}
          </p>
        )}
        <p class="receipt-end">{say('receipt.thanks')}</p>
        <button class="button button-quiet" type="button" data-print hidden={true}>
          {say('receipt.print')}
        </button>
      </article>
    </Layout>
  );
}

function Totals({ frame, order }: { frame: Frame; order: OrderView }) {
  const say = sayIn(frame.locale);
  const amount = (value: number) => exactMoney(value, order.currency);
  const sum = sumOfOrder(order, frame.locale);
  return (
    <dl class="sum">
      {sum.savedAmount === 0 ? null : <Row name={say('sum.goods')} value={amount(sum.goodsAmount)} />}
      {sum.discounts.map((one, index) => (
        <Row key={`${index} ${one.name}`} name={one.name} value={`−${amount(one.amount)}`} />
      ))}
      {sum.shippingAmount === null ? null : <Row name={say('sum.shipping')} value={amount(sum.shippingAmount)} />}
      {taxesOf(order).map((tax) => (
        <Row
          key={tax.name}
          name={`${tax.name}${order.pricesIncludeTax ? ` · ${say('sum.tax.included')}` : ''}`}
          value={amount(tax.amount)}
        />
      ))}
      {order.roundingAmount === 0 ? null : <Row name={say('sum.rounding')} value={amount(order.roundingAmount)} />}
      <div class="sum-total">
        <dt>
          {say('sum.total')} {order.currency}
        </dt>
        <dd>{amount(order.totalAmount + order.roundingAmount)}</dd>
      </div>
      {order.tenders.map((tender) => (
        <Row
          key={tender.entryNo}
          name={tender.event === 'refunded' ? say('order.refunded') : say(`tender.${tender.kind}`)}
          value={amount(tender.tenderedAmount ?? tender.amount)}
        />
      ))}
      {order.tenders.flatMap((tender) =>
        (tender.changeAmount ?? 0) > 0
          ? [
              <Row
                key={`change-${tender.entryNo}`}
                name={say('receipt.change')}
                value={amount(tender.changeAmount ?? 0)}
              />,
            ]
          : [],
      )}
    </dl>
  );
}

function savedAmount(order: OrderView): number {
  return order.discountAmount + order.shippingDiscountAmount;
}

const Row = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

/** The taxes of all lines, summed by name. */
function taxesOf(order: OrderView): { name: string; amount: number }[] {
  const sums = new Map<string, number>();
  for (const tax of order.lines.flatMap((line) => line.taxes))
    sums.set(tax.name, (sums.get(tax.name) ?? 0) + tax.amount);
  return [...sums].map(([name, amount]) => ({ name, amount })).filter((tax) => tax.amount !== 0);
}
