/** Phone numbers as they are compared: one number however it was typed. */

/** Country codes by the merchant's currency: what a number without a country is taken to mean. */
const callingCodes: Readonly<Record<string, string>> = {
  HKD: '852',
  MOP: '853',
  CNY: '86',
  TWD: '886',
  SGD: '65',
  MYR: '60',
  JPY: '81',
  KRW: '82',
  THB: '66',
  GBP: '44',
  AUD: '61',
  NZD: '64',
  USD: '1',
  CAD: '1',
};

/**
 * The number with `+` and its country, digits only. A number without a country gets the one of the currency, without the
 * zero that is dialled at home alone; where the currency tells no country it stays the digits. Null: no phone number.
 */
export function normalPhone(text: string, currency: string): string | null {
  const digits = text.normalize('NFKC').replace(/[^\d+]/g, '');
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
  const bare = international.replaceAll('+', '');
  if (bare.length < 5 || bare.length > 15) return null;
  if (international.startsWith('+')) return `+${bare}`;
  const country = callingCodes[currency];
  if (country === undefined) return bare;
  const home = bare.replace(/^0+/, '');
  // Somebody left out the plus: 852 9123 4567 is longer than any number within Hong Kong.
  return home.startsWith(country) && home.length >= 10 && country !== '1' ? `+${home}` : `+${country}${home}`;
}
