import { countryName } from '@tandem/ui/countries.ts';
import { useLanguage, useTexts } from '@tandem/ui/react/index.ts';
import { Link } from 'wouter';
import { orderTexts } from '../messages/orders.ts';
import { Panel } from '../parts/panel.tsx';
import { useShop } from '../shop/shop.ts';
import { useNames } from '../shop/use-names.ts';
import classes from './order-page.module.css';
import type { Order } from './order-page.tsx';

/** Who bought it, and where it goes. */
export function CustomerPanel({ order }: { readonly order: Order }) {
  const t = useTexts(orderTexts);
  const names = useNames();
  const { locale } = useLanguage();
  const { may } = useShop();
  const { contact, delivery } = order;
  const address = delivery?.address;
  const written = [
    ...(address?.lines ?? []),
    address?.district,
    address?.city,
    address?.region,
    address?.postcode,
    address?.country && countryName(address.country, locale),
  ].filter(Boolean);
  return (
    <Panel title={t('contact')}>
      <dl className={classes.facts}>
        {order.member ? (
          <div>
            <dt>{t('member')}</dt>
            <dd className={classes.strong}>
              {may('member.read') ? (
                <Link href={`/members/${order.member.id}`}>{order.member.name}</Link>
              ) : (
                order.member.name
              )}
            </dd>
            {contact ? null : <dd className={classes.quiet}>{names.location(order.locationId)}</dd>}
          </div>
        ) : null}
        {contact ? (
          <div>
            <dd className={classes.strong}>{contact.name}</dd>
            <dd>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </dd>
            {contact.phone ? (
              <dd>
                <a href={`tel:${contact.phone}`}>{contact.phone}</a>
              </dd>
            ) : null}
          </div>
        ) : order.member ? null : (
          <div>
            <dd>{t('walkIn')}</dd>
            <dd className={classes.quiet}>{names.location(order.locationId)}</dd>
          </div>
        )}
        {delivery?.method === 'pickup' ? (
          <div>
            <dt>{t('collectedAt')}</dt>
            <dd>{names.location(delivery.locationId ?? null)}</dd>
          </div>
        ) : null}
        {written.length > 0 ? (
          <div>
            <dt>{t('deliverTo')}</dt>
            {written.map((part) => (
              <dd key={part}>{part}</dd>
            ))}
          </div>
        ) : null}
      </dl>
    </Panel>
  );
}
