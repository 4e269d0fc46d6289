/** What ISO 4217 says of a currency, and the smallest coin that its shops hand out. */

import { divideRounded } from './round.ts';

const withoutDecimals = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '));
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** The national currencies in use; fund codes, metals and the test code are left out because nobody pays with them. */
const withTwoDecimals = new Set(
  (
    'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP ' +
    'CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD ' +
    'KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN ' +
    'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC ' +
    'SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
  ).split(' '),
);

const cashSteps: Readonly<Record<string, number>> = {
  HKD: 10,
  TWD: 100,
  CHF: 5,
  SEK: 100,
  NOK: 100,
  DKK: 50,
  CAD: 5,
  AUD: 5,
  NZD: 10,
};

/** How many decimals the minor unit of a currency has; 2 for a code that is not known. */
export function currencyDigits(code: string): 0 | 2 | 3 {
  if (withoutDecimals.has(code)) return 0;
  return withThreeDecimals.has(code) ? 3 : 2;
}

/** Is this the upper-case ISO 4217 code of a national currency in use? */
export function isCurrency(code: string): boolean {
  return withTwoDecimals.has(code) || withoutDecimals.has(code) || withThreeDecimals.has(code);
}

/** The smallest cash step of a currency in its minor units: 10 for HKD, whose smallest coin is ten cents; else 1. */
export function cashStep(code: string): number {
  return Object.hasOwn(cashSteps, code) ? (cashSteps[code] ?? 1) : 1;
}

/** The amount in whole cash steps, ties away from zero; a negative amount is the mirror of the positive. */
export function roundCash(amount: number, step: number): number {
  return divideRounded(amount, step) * step;
}
