/** The form of checkout: contact, and how to get the goods. Only the part that was chosen is shown, without a script. */

import { countries } from '@tandem/ui/countries.ts';
import { money, pathIn, pickupWords, textIn } from '../format.ts';
import { sayIn } from '../messages/say.ts';
import { Field } from '../parts/field.tsx';
import { problemWords } from '../parts/notice.tsx';
import type { CheckoutView, Frame } from '../views.ts';
import { goodsSeen } from './basket.tsx';

interface PartProps {
  frame: Frame;
  view: CheckoutView;
}

export function DetailsForm({ frame, view }: PartProps) {
  const { locale } = frame;
  const say = sayIn(locale);
  const { typed } = view;
  const common = { locale };
  return (
    <form class="details" method="post" action={pathIn(locale, '/checkout')} data-once>
      <input type="hidden" name="command" value={view.commandId} />
      <input type="hidden" name="goods" value={goodsSeen(view.basket)} />
      <fieldset>
        <legend>{say('checkout.contact')}</legend>
        <Field
          {...common}
          name="name"
          label={say('checkout.name')}
          value={typed.name}
          autocomplete="name"
          isRequired={true}
          problem={problemOf(view, 'name', frame)}
        />
        <Field
          {...common}
          name="email"
          type="email"
          label={say('checkout.email')}
          value={typed.email}
          autocomplete="email"
          isRequired={true}
          maxLength={254}
          hint={say('checkout.email.hint')}
          problem={problemOf(view, 'email', frame)}
        />
        <Field
          {...common}
          name="phone"
          type="tel"
          label={say('checkout.phone')}
          value={typed.phone}
          autocomplete="tel"
          isOptional={true}
          maxLength={40}
        />
      </fieldset>
      <Ways frame={frame} view={view} />
      {view.canShip ? <AddressPart frame={frame} view={view} /> : null}
      <StorePart frame={frame} view={view} />
      <button class="button button-main button-wide" type="submit">
        {say('checkout.continue')}
      </button>
    </form>
  );
}

function Ways({ frame, view }: PartProps) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const method = view.typed.method ?? (view.canShip ? 'ship' : 'pickup');
  const free =
    shop.shippingAmount === 0 ||
    (shop.freeShippingFromAmount !== null && goodsSeen(view.basket) >= shop.freeShippingFromAmount);
  return (
    <fieldset class="ways">
      <legend>{say('checkout.delivery')}</legend>
      {view.canShip ? (
        <label class="way">
          <input type="radio" name="method" value="ship" checked={method === 'ship'} />
          <span>
            {say('checkout.ship')}
            <small class="quiet">
              {free
                ? say('ship.free')
                : say('ship.costs', { price: money(shop.shippingAmount, shop.currency, locale) })}
            </small>
          </span>
        </label>
      ) : null}
      {shop.stores.length === 0 ? null : (
        <label class="way">
          <input type="radio" name="method" value="pickup" checked={method === 'pickup'} />
          <span>
            {say('checkout.pickup')}
            <small class="quiet">{say('pickup.free')}</small>
          </span>
        </label>
      )}
    </fieldset>
  );
}

function AddressPart({ frame, view }: PartProps) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  const { typed } = view;
  const country = typed.country ?? shop.country;
  return (
    <fieldset class="part-ship">
      <legend>{say('checkout.address')}</legend>
      <Field
        locale={locale}
        name="line1"
        label={say('checkout.line1')}
        value={typed.line1}
        autocomplete="shipping address-line1"
        problem={problemOf(view, 'line1', frame)}
      />
      <Field
        locale={locale}
        name="line2"
        label={say('checkout.line2')}
        value={typed.line2}
        autocomplete="shipping address-line2"
        isOptional={true}
      />
      <div class="field-pair">
        <Field
          locale={locale}
          name="district"
          label={say('checkout.district')}
          value={typed.district}
          autocomplete="shipping address-level2"
          isOptional={true}
          maxLength={100}
        />
        <Field
          locale={locale}
          name="city"
          label={say('checkout.city')}
          value={typed.city}
          autocomplete="shipping address-level2"
          isOptional={true}
          maxLength={100}
        />
        <Field
          locale={locale}
          name="region"
          label={say('checkout.region')}
          value={typed.region}
          autocomplete="shipping address-level1"
          isOptional={true}
          maxLength={100}
        />
        <Field
          locale={locale}
          name="postcode"
          label={say('checkout.postcode')}
          value={typed.postcode}
          autocomplete="shipping postal-code"
          isOptional={true}
          maxLength={20}
        />
      </div>
      <p class="field">
        <label for="field-country">{say('checkout.country')}</label>
        <select id="field-country" name="country" autocomplete="shipping country">
          {countries(locale).map(({ code, name }) => (
            <option key={code} value={code} selected={code === country}>
              {name}
            </option>
          ))}
        </select>
      </p>
    </fieldset>
  );
}

function StorePart({ frame, view }: PartProps) {
  const { locale, shop } = frame;
  const say = sayIn(locale);
  if (shop.stores.length === 0) return null;
  const chosen = view.typed.store ?? shop.stores[0]?.id;
  return (
    <fieldset class="ways part-pickup">
      <legend>{say('checkout.store')}</legend>
      {shop.stores.map((store) => (
        <label key={store.id} class="way">
          <input type="radio" name="store" value={store.id} checked={store.id === chosen} />
          <span>
            {textIn(store.name, locale)}
            <small class="quiet">{[...store.addressLines, pickupWords(store.pickup, say, locale)].join(' · ')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function problemOf({ problem }: CheckoutView, field: string, { locale }: Frame): string | undefined {
  return problem?.field?.split('.').at(-1) === field ? problemWords(problem, sayIn(locale)) : undefined;
}
