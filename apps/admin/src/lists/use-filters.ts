// Filters that live in the address, so that a list can be sent to somebody and found again by "back".
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';

export type Filters<K extends string> = Readonly<Partial<Record<K, string>>>;

/** The named filters of the address, and the way to change some of them; an empty text takes one away. */
export function useFilters<K extends string>(
  names: readonly K[],
): [Filters<K>, (change: Partial<Record<K, string>>) => void] {
  const [params, setParams] = useSearchParams();
  const key = names.map((name) => params.get(name) ?? '').join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what the filters are made of.
  const filters = useMemo(() => readFilters(names, params), [key]);
  const change = useCallback(
    (wanted: Partial<Record<K, string>>) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(wanted)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}

function readFilters<K extends string>(names: readonly K[], params: URLSearchParams): Filters<K> {
  const found: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) found[name] = value;
  }
  return found;
}
