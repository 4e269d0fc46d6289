// The till inside React.
import { formatMoney } from '@tandem/ui/index.ts';
import { useLanguage } from '@tandem/ui/react/index.ts';
import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import type { OutboxState } from './core/outbox.ts';
import type { TillVariant } from './core/till-facts.ts';
import type { Till, TillState } from './till.ts';

const TillContext = createContext<Till | undefined>(undefined);

export function TillProvider({ till, children }: { readonly till: Till; readonly children: ReactNode }) {
  return <TillContext value={till}>{children}</TillContext>;
}

export function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('There is no till around this part');
  return till;
}

export function useTillState(): TillState {
  const till = useTill();
  return useSyncExternalStore(till.subscribe, till.state);
}

export function useOutboxState(): OutboxState {
  const { outbox } = useTill();
  return useSyncExternalStore(outbox.subscribe, outbox.state);
}

/** Renders again whenever goods may cost something else; gives the version of the prices. */
export function usePriceVersion(): number {
  const { prices } = useTill();
  return useSyncExternalStore(prices.subscribe, prices.version);
}

/** The list price of a variant as it is now; a new function whenever goods may cost something else. */
export function useListPrice() {
  const { prices } = useTill();
  const version = usePriceVersion();
  // biome-ignore lint/correctness/useExhaustiveDependencies: prices change in place; their version says when.
  return useCallback(
    (variant: TillVariant) =>
      prices.listPrice(variant) ?? { unitAmount: variant.amount, compareAtAmount: variant.compareAtAmount },
    [prices, version],
  );
}

/** Renders again whenever the catalogue changes; gives its version. */
export function useCatalogueVersion(): number {
  const { catalogue } = useTill();
  return useSyncExternalStore(catalogue.subscribe, catalogue.version);
}

/** The merchant's currency, and an amount of it in words of the language now. */
export function useMoney(): { currency: string; money: (amount: number) => string } {
  const { facts } = useTillState();
  const { locale } = useLanguage();
  const currency = facts?.merchant.currency ?? 'HKD';
  const money = useCallback((amount: number) => formatMoney(amount, currency, locale), [currency, locale]);
  return { currency, money };
}
