// A location as its form shows it, and back.
import type { Body } from '@tandem/contract/index.ts';
import type { Locale } from '@tandem/ui/locale.ts';
import { givenTexts } from '../products/product-values.ts';
import type { Location } from '../shop/shop.ts';

export const weekDays = [1, 2, 3, 4, 5, 6, 7] as const;
export interface LocationValues {
  code: string;
  name: Record<Locale, string>;
  kind: Location['kind'];
  street: string;
  district: string;
  city: string;
  postcode: string;
  country: string;
  region: string;
  timeZone: string;
  /** Monday first; an empty time is a closed day. */
  hours: { from: string; to: string }[];
  maySell: boolean;
  mayPickUp: boolean;
  mayShip: boolean;
  isActive: boolean;
}

/** The values of a location, or of a new store in the merchant's zone. */
export function locationValues(location: Location | null, timeZone: string): LocationValues {
  const address = location?.address ?? {};
  return {
    code: location?.code ?? '',
    name: { en: location?.name.en ?? '', 'zh-Hant': location?.name['zh-Hant'] ?? '' },
    kind: location?.kind ?? 'store',
    street: (address.lines ?? []).join('\n'),
    district: address.district ?? '',
    city: address.city ?? '',
    postcode: address.postcode ?? '',
    country: address.country ?? 'HK',
    region: location?.region ?? 'HK',
    timeZone: location?.timeZone ?? timeZone,
    hours: weekDays.map((day) => {
      const open = location?.openingHours.find((one) => one.day === day);
      return { from: open?.from ?? '', to: open?.to ?? '' };
    }),
    maySell: location?.maySell ?? true,
    mayPickUp: location?.mayPickUp ?? true,
    mayShip: location?.mayShip ?? false,
    isActive: location?.isActive ?? true,
  };
}

/** The location as the server takes it: empty parts of the address and closed days are left out. */
export function locationBody(values: LocationValues): Required<Body<'POST /api/locations'>> {
  const lines = values.street
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 4);
  const given = (key: 'district' | 'city' | 'postcode') => (values[key].trim() ? { [key]: values[key].trim() } : {});
  return {
    code: values.code.trim(),
    name: givenTexts(values.name),
    kind: values.kind,
    address: {
      ...(lines.length > 0 ? { lines } : {}),
      ...given('district'),
      ...given('city'),
      ...given('postcode'),
      ...(values.country.trim() ? { country: values.country.trim().toUpperCase() } : {}),
    },
    region: values.region.trim(),
    timeZone: values.timeZone,
    openingHours: values.hours.flatMap(({ from, to }, index) => (from && to ? [{ day: index + 1, from, to }] : [])),
    maySell: values.maySell,
    mayPickUp: values.mayPickUp,
    mayShip: values.mayShip,
    isActive: values.isActive,
  };
}
