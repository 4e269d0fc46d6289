// What the set-up page asks, and how it becomes the set-up of the contract.
import type { Body } from '@tandem/contract/index.ts';
import { parseDecimal } from '@tandem/domain/money/parse.ts';
import type { Locale } from '@tandem/ui/locale.ts';

export interface SetUpAnswers {
  merchantName: string;
  locale: Locale;
  currency: string;
  timeZone: string;
  pricesIncludeTax: boolean;
  taxRates: { name: string; percent: string }[];
  storeName: string;
  storeCode: string;
  storeAddress: string;
  district: string;
  city: string;
  country: string;
  shopName: string;
  ownerName: string;
  email: string;
  password: string;
  pin: string;
}

/** Answers to start with: Hong Kong's, or the browser's own zone elsewhere. */
export function firstAnswers(locale: Locale, timeZone: string): SetUpAnswers {
  return {
    merchantName: '',
    locale,
    currency: 'HKD',
    timeZone,
    pricesIncludeTax: true,
    taxRates: [{ name: '', percent: '' }],
    storeName: '',
    storeCode: 'S1',
    storeAddress: '',
    district: '',
    city: '',
    country: 'HK',
    shopName: '',
    ownerName: '',
    email: '',
    password: '',
    pin: '',
  };
}

/** Percent as typed ("8.875") in parts per million; undefined for what is no rate from 0 to 100. */
export function ratePpm(percent: string): number | undefined {
  const ppm = parseDecimal(percent, 4);
  return ppm === undefined || ppm < 0 || ppm > 1_000_000 ? undefined : ppm;
}

/** The body of `POST /api/setup`; rates without a percentage are left out. */
export function setUpBody(answers: SetUpAnswers): Body<'POST /api/setup'> {
  const address = {
    ...(answers.storeAddress.trim() ? { lines: [answers.storeAddress.trim()] } : {}),
    ...(answers.district.trim() ? { district: answers.district.trim() } : {}),
    ...(answers.city.trim() ? { city: answers.city.trim() } : {}),
    ...(answers.country.trim() ? { country: answers.country.trim().toUpperCase() } : {}),
  };
  return {
    merchantName: answers.merchantName.trim(),
    currency: answers.currency.trim().toUpperCase(),
    pricesIncludeTax: answers.pricesIncludeTax,
    timeZone: answers.timeZone,
    locale: answers.locale,
    taxRates: answers.taxRates.flatMap(({ name, percent }) => {
      const ppm = percent.trim() === '' ? undefined : ratePpm(percent);
      return ppm === undefined ? [] : [{ name: name.trim() || `${percent.trim()}%`, ratePpm: ppm }];
    }),
    store: { code: answers.storeCode.trim(), name: answers.storeName.trim(), address },
    shopName: answers.shopName.trim() || answers.merchantName.trim(),
    owner: {
      name: answers.ownerName.trim(),
      email: answers.email.trim(),
      password: answers.password,
      ...(answers.pin ? { pin: answers.pin } : {}),
    },
  };
}
