/** Finds, for a basket, the goods that each filter of a rule set means, without asking every filter about all goods. */

import type { ItemFilter } from './item-filter.ts';

/** What filters look at. */
export type Goods = {
  readonly variantId: string;
  readonly productId: string;
  readonly categories: readonly string[];
  readonly collections: readonly string[];
  readonly brand: string | null;
  readonly tags: readonly string[];
};

const fields = ['variants', 'products', 'categories', 'collections', 'brands', 'tags'] as const;
type Field = (typeof fields)[number];
type Named = Omit<ItemFilter, 'except'>;

export type FilterIndex = {
  readonly idOf: ReadonlyMap<ItemFilter, number>;
  readonly exceptions: readonly (Readonly<Record<Field, ReadonlySet<string>>> | null)[];
  readonly everything: readonly number[];
  readonly byField: Readonly<Record<Field, ReadonlyMap<string, readonly number[]>>>;
};

/** Equal filters share a number. */
export function indexFilters(filters: readonly ItemFilter[]): FilterIndex {
  const idOf = new Map<ItemFilter, number>();
  const idOfText = new Map<string, number>();
  const exceptions: (Record<Field, Set<string>> | null)[] = [];
  const everything: number[] = [];
  const byField = Object.fromEntries(fields.map((field) => [field, new Map<string, number[]>()])) as Record<
    Field,
    Map<string, number[]>
  >;
  for (const filter of filters) {
    const text = JSON.stringify([...fields.map((field) => filter[field]), filter.except]);
    const known = idOfText.get(text);
    if (known !== undefined) {
      idOf.set(filter, known);
      continue;
    }
    const id = exceptions.length;
    idOfText.set(text, id);
    idOf.set(filter, id);
    exceptions.push(filter.except && !namesNothing(filter.except) ? setsOf(filter.except) : null);
    if (namesNothing(filter)) everything.push(id);
    for (const field of fields) {
      for (const value of new Set(filter[field] ?? [])) {
        const ids = byField[field].get(value);
        if (ids) ids.push(id);
        else byField[field].set(value, [id]);
      }
    }
  }
  return { idOf, exceptions, everything, byField };
}

/**
 * For each filter's number the positions of the goods that it means, rising; undefined where it means none of them. Nobody
 * means what is null.
 */
export function matchFilters(index: FilterIndex, goods: readonly (Goods | null)[]): (number[] | undefined)[] {
  const matches: (number[] | undefined)[] = new Array(index.exceptions.length);
  const { byField } = index;
  for (let position = 0; position < goods.length; position += 1) {
    const one = goods[position];
    if (!one) continue;
    const meant = (ids: readonly number[] | undefined) => {
      if (!ids) return;
      for (const id of ids) addMatch(matches, index, id, position, one);
    };
    meant(index.everything);
    meant(byField.variants.get(one.variantId));
    meant(byField.products.get(one.productId));
    if (one.brand !== null) meant(byField.brands.get(one.brand));
    for (const category of one.categories) meant(byField.categories.get(category));
    for (const collection of one.collections) meant(byField.collections.get(collection));
    for (const tag of one.tags) meant(byField.tags.get(tag));
  }
  return matches;
}

function addMatch(matches: (number[] | undefined)[], index: FilterIndex, id: number, position: number, one: Goods) {
  const found = matches[id];
  if (found && found[found.length - 1] === position) return;
  const except = index.exceptions[id];
  if (except && isNamed(except, one)) return;
  if (found) found.push(position);
  else matches[id] = [position];
}

function isNamed(sets: Readonly<Record<Field, ReadonlySet<string>>>, one: Goods): boolean {
  return (
    sets.variants.has(one.variantId) ||
    sets.products.has(one.productId) ||
    (one.brand !== null && sets.brands.has(one.brand)) ||
    one.categories.some((category) => sets.categories.has(category)) ||
    one.collections.some((collection) => sets.collections.has(collection)) ||
    one.tags.some((tag) => sets.tags.has(tag))
  );
}

function namesNothing(filter: Named): boolean {
  return fields.every((field) => filter[field] === null);
}

function setsOf(filter: Named): Record<Field, Set<string>> {
  return Object.fromEntries(fields.map((field) => [field, new Set(filter[field] ?? [])])) as Record<Field, Set<string>>;
}
