import { Button, CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { call } from '@tandem/contract/client.ts';
import { useTexts } from '@tandem/ui/react/index.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { builderTexts } from '../messages/promotion-builder.ts';
import { useCategories } from '../products/use-categories.ts';
import { useLabels } from '../products/use-labels.ts';
import { useFormat } from '../shop/use-format.ts';
import classes from './builder.module.css';
import { anything, type FilterPart, filterParts, isEverything, type WireFilter } from './definition.ts';
import { useFoundVariants } from './variant-search.tsx';
import type { Words } from './words.ts';

type Parts = Omit<WireFilter, 'except'>;
interface GoodsPickerProps {
  readonly filter: WireFilter;
  readonly onChange: (filter: WireFilter) => void;
  readonly words: Words;
}
const { except: _, ...noParts } = anything;

/** All goods, or those of categories, collections, products, variants, brands and tags; and what is left out. */
export function GoodsPicker({ filter, onChange, words }: GoodsPickerProps) {
  const t = useTexts(builderTexts);
  const [isChosen, setIsChosen] = useState(!isEverything(filter));
  const { except, ...parts } = filter;
  return (
    <div className={classes.stack}>
      <SegmentedControl
        fullWidth
        size="sm"
        aria-label={t('place', 'items')}
        value={isChosen ? 'some' : 'all'}
        data={[
          { value: 'all', label: t('allGoods') },
          { value: 'some', label: t('someGoods') },
        ]}
        onChange={(next) => {
          setIsChosen(next === 'some');
          if (next === 'all') onChange({ ...noParts, except });
        }}
      />
      {isChosen ? <PartPicker parts={parts} onChange={(next) => onChange({ ...next, except })} words={words} /> : null}
      {except ? (
        <fieldset className={classes.fold}>
          <legend>{t('exceptions')}</legend>
          <PartPicker
            parts={except}
            onChange={(next) => onChange({ ...filter, except: isEverything(next) ? null : next })}
            words={words}
          />
        </fieldset>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange({ ...filter, except: noParts })}
        >
          {t('addException')}
        </Button>
      )}
    </div>
  );
}

interface PartPickerProps {
  readonly parts: Parts;
  readonly onChange: (parts: Parts) => void;
  readonly words: Words;
}

function PartPicker({ parts, onChange, words }: PartPickerProps) {
  const t = useTexts(builderTexts);
  const [typed, setTyped] = useState('');
  const found = useFoundGoods(typed);
  const nameOf = nameIn(words);
  const chosen = filterParts.flatMap((part) => (parts[part] ?? []).map((id) => ({ part, id })));
  const add = (part: FilterPart, id: string) => {
    setTyped('');
    if (!parts[part]?.includes(id)) onChange({ ...parts, [part]: [...(parts[part] ?? []), id] });
  };
  const remove = (part: FilterPart, id: string) => {
    const rest = (parts[part] ?? []).filter((one) => one !== id);
    onChange({ ...parts, [part]: rest.length > 0 ? rest : null });
  };
  return (
    <div className={classes.stack}>
      {chosen.length > 0 ? (
        <ul className={classes.chosen}>
          {chosen.map(({ part, id }) => (
            <li key={`${part} ${id}`} className={classes.chosenOne}>
              <span className={classes.small}>{t('part_', part)}</span> {nameOf(part, id)}
              <CloseButton size="xs" aria-label={t('takeOut', nameOf(part, id))} onClick={() => remove(part, id)} />
            </li>
          ))}
        </ul>
      ) : null}
      <TextInput
        type="search"
        aria-label={t('searchGoods')}
        placeholder={t('searchGoods')}
        value={typed}
        maxLength={120}
        leftSection={<IconSearch size={16} aria-hidden />}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={classes.foundList} aria-label={t('found')}>
        {found.map(({ part, id, name, productCount }) => (
          <li key={`${part} ${id}`}>
            <button type="button" className={classes.foundOne} onClick={() => add(part, id)}>
              <span className={classes.foundName}>{name}</span>
              <span className={classes.small}>
                {productCount === undefined ? null : `${t('productCount', productCount)} · `}
                {t('part_', part)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Found {
  readonly part: FilterPart;
  readonly id: string;
  readonly name: string;
  readonly productCount?: number;
}

/** Of each kind of shelf; the rest is found by typing. */
const shelfMax = 5;

/** What fits: shelves, brands and tags at once, products and variants by what is typed. */
function useFoundGoods(typed: string): Found[] {
  const { text } = useFormat();
  const { choices } = useCategories();
  const collections = useQuery({ queryKey: ['collections'], queryFn: () => call('GET /api/collections', {}) });
  const { items } = useFoundVariants(typed);
  const labels = useLabels();
  const word = typed.trim();
  const fits = (name: string) => name.toLowerCase().includes(word.toLowerCase());
  const shelves = [
    ...choices
      .filter((one) => fits(one.label))
      .slice(0, shelfMax)
      .map((one) => ({ part: 'categories' as const, id: one.value, name: one.label })),
    ...(collections.data?.items ?? [])
      .filter((one) => one.archivedAt === null && fits(text(one.name)))
      .slice(0, shelfMax)
      .map((one) => ({
        part: 'collections' as const,
        id: one.id,
        name: text(one.name),
        productCount: one.productCount,
      })),
  ];
  const labelled = (part: 'brands' | 'tags'): Found[] =>
    labels[part]
      .filter((one) => fits(one.name))
      .sort((a, b) => b.productCount - a.productCount)
      .slice(0, word ? 6 : 4)
      .map(({ name, productCount }) => ({
        part,
        id: name,
        name: part === 'tags' ? `#${name}` : name,
        productCount,
      }));
  if (!word) return [...shelves, ...labelled('brands'), ...labelled('tags')];
  const products = new Map(items.map((one) => [one.productId, text(one.name)]));
  return [
    ...shelves,
    ...[...products].map(([id, name]) => ({ part: 'products' as const, id, name })),
    ...labelled('brands'),
    ...labelled('tags'),
    ...items
      .filter((one) => one.variantCount > 1)
      .map((one) => ({
        part: 'variants' as const,
        id: one.variantId,
        name: [text(one.name), ...one.optionNames.map(text)].join(' · '),
      })),
  ].slice(0, 16);
}

const nameIn = (words: Words) => (part: FilterPart, id: string) => {
  const { names, t } = words;
  const known = {
    categories: names.category,
    collections: names.collection,
    products: names.product,
    variants: names.variant,
    brands: (brand: string) => brand,
    tags: (tag: string) => `#${tag}`,
  }[part](id);
  return known ?? t('somewhere');
};
