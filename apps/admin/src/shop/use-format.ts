// Writes money, quantities and moments in the person's language, the merchant's currency and zone.
import * as format from '@tandem/ui/format.ts';
import { type Localised, text } from '@tandem/ui/locale.ts';
import { useLanguage } from '@tandem/ui/react/index.ts';
import { useMemo } from 'react';
import { useShop } from './shop.ts';

/** All formats at once, bound to language, currency and time zone. */
export function useFormat() {
  const { locale } = useLanguage();
  const { currency, timeZone } = useShop().merchant;
  return useMemo(
    () => ({
      locale,
      currency,
      money: (amount: number) => format.formatMoney(amount, currency, locale),
      moneyShort: (amount: number) => format.formatMoneyShort(amount, currency, locale),
      quantity: (thousandths: number) => format.formatQuantity(thousandths, locale),
      count: (count: number) => format.formatCount(count, locale),
      rate: (ppm: number) => format.formatRate(ppm, locale),
      date: (iso: string) => format.formatDate(iso, locale, timeZone),
      time: (iso: string) => format.formatTime(iso, locale, timeZone),
      dateTime: (iso: string) => format.formatDateTime(iso, locale, timeZone),
      relative: (iso: string) => format.formatRelative(iso, new Date().toISOString(), locale),
      text: (localised: Localised) => text(localised, locale),
    }),
    [locale, currency, timeZone],
  );
}
export type Format = ReturnType<typeof useFormat>;
