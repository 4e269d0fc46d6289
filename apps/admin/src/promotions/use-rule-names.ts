// The names of everything that promotions mean, asked once and remembered.
import { call } from '@tandem/contract/client.ts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCategories } from '../products/use-categories.ts';
import { useShop } from '../shop/shop.ts';
import { useFormat } from '../shop/use-format.ts';
import { useNames } from '../shop/use-names.ts';
import type { Definition } from './definition.ts';
import { type RuleNames, type Words, wordsOf } from './words.ts';

const shownMax = 60;
const keep = { staleTime: 60_000 };

/** Names for these definitions and for further variants, such as those of a sample basket. */
export function useWords(definitions: readonly Definition[], moreVariants: readonly string[] = []): Words {
  const { locale, currency, text } = useFormat();
  const places = useNames();
  const categories = useCategories();
  const { may } = useShop();
  const maySee = may('catalog.read');
  const productIds = idsOf(definitions, 'products').slice(0, shownMax);
  const variantIds = [...new Set([...idsOf(definitions, 'variants'), ...moreVariants])].sort().slice(0, 100);
  const products = useQueries({
    queries: productIds.map((id) => ({
      queryKey: ['product', id],
      queryFn: () => call('GET /api/products/:id', { params: { id } }),
      enabled: maySee,
      retry: false,
      ...keep,
    })),
  });
  const variants = useQuery({
    queryKey: ['variants', 'names', variantIds],
    queryFn: () => call('GET /api/reports/variants', { query: { ids: variantIds.join(','), limit: 100 } }),
    enabled: maySee && variantIds.length > 0,
    placeholderData: (before) => before,
    ...keep,
  });
  const collections = useQuery({
    queryKey: ['collections'],
    queryFn: () => call('GET /api/collections', {}),
    enabled: maySee,
    ...keep,
  });
  const lists = useQuery({ queryKey: ['price-lists'], queryFn: () => call('GET /api/price-lists', {}), ...keep });
  const others = usePromotionNames();
  const productNames = products.map((one) => one.data).filter((one) => one !== undefined);
  const known = productNames.map((one) => one.id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the products are new objects each time; their ids tell.
  return useMemo(() => {
    const byId = (all: readonly { id: string; name: Readonly<Record<string, string>> }[] | undefined) =>
      new Map((all ?? []).map((one) => [one.id, text(one.name)]));
    const [byProduct, byCollection] = [byId(productNames), byId(collections.data?.items)];
    const byList = byId((lists.data?.items ?? []).map((one) => ({ id: one.id, name: one.definition.name })));
    const byVariant = new Map(
      (variants.data?.items ?? []).map((one) => [
        one.variantId,
        [text(one.name), ...one.optionNames.map(text)].join(' · '),
      ]),
    );
    const names: RuleNames = {
      product: (id) => byProduct.get(id),
      variant: (id) => byVariant.get(id),
      category: (id) => categories.name(id) || undefined,
      collection: (id) => byCollection.get(id),
      channel: (id) => places.channel(id) || undefined,
      location: (id) => places.location(id) || undefined,
      priceList: (id) => byList.get(id),
      promotion: others,
    };
    return wordsOf(locale, currency, names);
  }, [known, variants.data, collections.data, lists.data, categories, places, others, locale, currency, text]);
}

/** Names of the merchant's promotions by id. */
export function usePromotionNames(): (id: string) => string | undefined {
  const { text } = useFormat();
  const list = usePromotionChoices();
  return useMemo(() => {
    const byId = new Map(list.map((one) => [one.id, text(one.definition.name)]));
    return (id) => byId.get(id);
  }, [list, text]);
}

const none: never[] = [];

/** The last changed promotions, to choose from and to name. */
export function usePromotionChoices() {
  const { data } = useQuery({
    queryKey: ['promotions', 'choices'],
    queryFn: () => call('GET /api/promotions', { query: { limit: 200 } }),
    ...keep,
  });
  return data?.items ?? none;
}

/** Every id that stands under the key anywhere in the definitions; gifts and add-ons are variants, too. */
function idsOf(definitions: readonly Definition[], key: 'products' | 'variants'): string[] {
  const found = new Set<string>();
  const look = (value: unknown, under: string): void => {
    if (Array.isArray(value)) for (const one of value) look(one, under);
    else if (value && typeof value === 'object') for (const [name, inner] of Object.entries(value)) look(inner, name);
    else if (typeof value === 'string' && isUnder(under, key)) found.add(value);
  };
  for (const definition of definitions) look(definition, '');
  return [...found].filter((id) => /^[0-9a-f-]{36}$/i.test(id));
}

const isUnder = (under: string, key: 'products' | 'variants') =>
  under === key || (key === 'variants' && (under === 'choices' || under === 'variantId'));
