/** What came back of an order, and what was paid back for it. */
import { foreignLang, instantWords, money, pieces, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import type { Locale, OrderView } from '../views.ts';

interface ReturnsProps {
  order: OrderView;
  timeZone: string;
  locale: Locale;
}

/** Nothing where nothing came back; the goods of a cancelled order never left. */
export function Returns({ order, timeZone, locale }: ReturnsProps) {
  const say = sayIn(locale);
  const returns = order.returns.filter((one) => one.lines.every((row) => row.disposition !== 'none'));
  if (returns.length === 0) return null;
  return (
    <section>
      <h2>{say('order.returns')}</h2>
      {returns.map((one) => (
        <div key={one.id} class="order-return">
          <p class="quiet small">
            {say('receipt.return', { number: one.number })} · {instantWords(one.at, timeZone, locale)}
          </p>
          <ul class="order-lines">
            {one.lines.map((row) => {
              const name = order.lines.find((line) => line.lineNo === row.lineNo)?.name ?? {};
              return (
                <li key={row.lineNo}>
                  <span class="figures">{pieces(row.quantity)} ×</span>
                  <span lang={foreignLang(name, locale)}>{textIn(name, locale)}</span>
                  <span class="figures">{money(row.netAmount + row.taxAmount, order.currency, locale)}</span>
                </li>
              );
            })}
            {one.shippingNetAmount + one.shippingTaxAmount === 0 ? null : (
              <li>
                <span />
                <span>{say('sum.shipping')}</span>
                <span class="figures">
                  {money(one.shippingNetAmount + one.shippingTaxAmount, order.currency, locale)}
                </span>
              </li>
            )}
            <li>
              <span />
              <strong>{say('order.refunded')}</strong>
              <strong class="figures">{money(one.totalAmount + one.roundingAmount, order.currency, locale)}</strong>
            </li>
          </ul>
        </div>
      ))}
    </section>
  );
}
