/** What the checkout's form says, in the contract's shapes and checked by the contract's schemas. */
import { type Body, routes } from '@tandem/contract/index.ts';
import type { BasketView, Typed } from '@tandem/storefront/views.ts';
import { compileValidator } from '../../platform/http/validate.ts';
import { refuse } from '../../platform/refusal.ts';
import { isId } from './derive-id.ts';
import type { Visit } from './site.ts';

export interface Details {
  contact: Body<'PUT /api/shop/baskets/:id/contact'>;
  delivery: Body<'PUT /api/shop/baskets/:id/delivery'>;
}

const checkContact = validator('PUT /api/shop/baskets/:id/contact');
const checkDelivery = validator('PUT /api/shop/baskets/:id/delivery');

/** Contact and delivery of a form. Refuses with the field's name. */
export function detailsOf(form: Typed, { locale, shop }: Pick<Visit, 'locale' | 'shop'>): Details {
  const contact = {
    contact: { name: form.name ?? '', email: form.email ?? '', locale, ...given('phone', form.phone) },
  };
  checkContact(contact);
  if (form.method === 'pickup') {
    if (!shop.stores.some((store) => store.id === form.store))
      refuse('delivery.location_unknown', 'This store offers no pickup.', { field: 'store' });
    return { contact, delivery: { method: 'pickup', locationId: form.store as string } };
  }
  if (form.method !== 'ship' || !shop.canShip)
    refuse('input.invalid', 'Choose how to get the goods.', { status: 400, field: 'method' });
  if ((form.line1 ?? '') === '') refuse('input.invalid', 'Give street and number.', { status: 400, field: 'line1' });
  const address = {
    lines: [form.line1, form.line2].filter((line): line is string => line !== undefined && line !== ''),
    ...given('district', form.district),
    ...given('city', form.city),
    ...given('region', form.region),
    ...given('postcode', form.postcode),
    ...given('country', form.country),
  };
  const delivery = { method: 'ship' as const, address };
  checkDelivery(delivery);
  return { contact: { ...contact, address }, delivery };
}

/** What the form shows when it is opened again. */
export function typedOf({ contact, delivery }: BasketView): Typed {
  const address = delivery?.address;
  const [line1 = '', line2 = ''] = address?.lines ?? [];
  return {
    ...given('name', contact?.name),
    ...given('email', contact?.email),
    ...given('phone', contact?.phone),
    ...given('method', delivery?.method),
    ...(isId(delivery?.locationId) ? { store: delivery.locationId } : {}),
    line1,
    line2,
    ...given('district', address?.district),
    ...given('city', address?.city),
    ...given('region', address?.region),
    ...given('postcode', address?.postcode),
    ...given('country', address?.country),
  };
}

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return (value === undefined || value === '' ? {} : { [name]: value }) as Partial<Record<K, string>>;
}

function validator(
  key: 'PUT /api/shop/baskets/:id/contact' | 'PUT /api/shop/baskets/:id/delivery',
): (body: unknown) => void {
  const validate = compileValidator({ schema: routes[key].body, httpPart: 'body', method: 'PUT', url: key });
  return (body) => {
    const answer = validate(body) as { error?: Error };
    if (answer.error !== undefined) throw answer.error;
  };
}
