/** An address as lines on a page. */

import { countryName } from '@tandem/ui/countries.ts';
import type { BasketView, Locale } from '../views.ts';

type Address = NonNullable<NonNullable<BasketView['delivery']>['address']>;

/** Street first, country last; nothing for an address that is not there. */
export function addressLines(address: Address | null | undefined, locale: Locale): string[] {
  if (address == null) return [];
  const town = [address.district, address.city].filter((part) => part !== undefined && part !== '').join(', ');
  const region = [address.region, address.postcode].filter((part) => part !== undefined && part !== '').join(' ');
  const country = address.country === undefined ? '' : countryName(address.country, locale);
  return [...(address.lines ?? []), town, region, country].filter((line) => line !== '');
}
