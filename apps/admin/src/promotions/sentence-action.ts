// What a promotion gives, phrase by phrase.
import type { Action, ActionOf } from './definition.ts';
import type { Phrases } from './sentence.ts';
import { goodsText, percentText, rewardText } from './sentence-goods.ts';
import { listed, named, type Words } from './words.ts';

/** The phrases of an action. */
export function actionPhrases(action: Action, words: Words): Phrases {
  const { t, money } = words;
  const items = 'items' in action ? goods(action.items, words, 'explainItems') : { text: null, explain: '' };
  switch (action.kind) {
    case 'percent_off':
      return {
        value: { text: percentText(action.basisPoints, t), explain: t('explainValue') },
        units: units(action, words),
        items,
      };
    case 'amount_off': {
      const off = t('amountOff', money(action.amount));
      return {
        value: { text: t(perAmount[action.per], off), explain: t('explainValue') },
        units: units(action, words),
        items,
      };
    }
    case 'fixed_price':
      return {
        value: { text: t(perPrice[action.per], money(action.amount)), explain: t('explainPriceValue') },
        items,
      };
    case 'n_for_price':
      return {
        value: { text: t('nForPrice', action.n, money(action.amount)), explain: t('explainNForPrice') },
        items,
        fill: {
          text: t(action.fill === 'dearest_first' ? 'dearestFirst' : 'basketOrder'),
          explain: t(action.fill === 'dearest_first' ? 'explainDearestFirst' : 'explainBasketOrder'),
        },
      };
    case 'nth_item':
      return {
        value: { text: t('nthAt', action.n, rewardText(action.reward, words)), explain: t('explainNth') },
        items,
        pick: pick(action, words),
      };
    case 'shipping':
      return shippingPhrases(action, words);
    case 'set':
      return setPhrases(action, words);
    case 'buy_get':
      return buyGetPhrases(action, words);
    default:
      return { ...stepPhrases(action, words), items };
  }
}

const perAmount = { unit: 'perUnit', line: 'perLine', order: 'perOrder' } as const;
const perPrice = { unit: 'priceUnit', line: 'priceLine', order: 'priceOrder' } as const;
const counted = { line: 'countedLine', product: 'countedProduct', group: 'countedGroup' } as const;

function goods(
  filter: Parameters<typeof goodsText>[0],
  words: Words,
  explain: 'explainItems' | 'explainBuyItems' | 'explainGetItems',
) {
  return { text: goodsText(filter, words), explain: words.t(explain) };
}

function units(action: ActionOf<'percent_off' | 'amount_off'>, { t }: Words) {
  const chosen = action.units;
  if (chosen.which === 'all') return { text: null, explain: t('explainUnitsAll') };
  const text = t(chosen.which === 'cheapest' ? 'cheapestOf' : 'dearestOf', chosen.count);
  return { text, explain: t('explainUnitsSome') };
}

function pick({ choose, grouping }: ActionOf<'buy_get' | 'nth_item'>, { t }: Words) {
  if (grouping === 'pooled')
    return choose === 'cheapest'
      ? { text: t('cheapest'), explain: t('explainPooledCheapest') }
      : { text: t('dearest'), explain: t('explainPooledDearest') };
  return choose === 'cheapest'
    ? { text: t('cheapestPerSet'), explain: t('explainSetCheapest') }
    : { text: t('dearestPerSet'), explain: t('explainSetDearest') };
}

function shippingPhrases({ reward, methods }: ActionOf<'shipping'>, words: Words): Phrases {
  const { t } = words;
  const isFree = reward.kind === 'percent' && reward.basisPoints === 10_000;
  return {
    value: {
      text: isFree ? t('freeShipping') : t('shippingOff', rewardText(reward, words)),
      explain: t('explainShipping'),
    },
    methods: {
      text: methods
        ? listed(
            words,
            methods.map((method) => t('method', method)),
            'or',
          )
        : t('anyMethod'),
      explain: t('explainMethods'),
    },
  };
}

function setPhrases({ parts, reward }: ActionOf<'set'>, words: Words): Phrases {
  const { t } = words;
  const names = parts.map((part) => t('part', part.count, goodsText(part.items, words)));
  return {
    value: { text: rewardText(reward, words), explain: t('explainSetValue') },
    parts: { text: listed(words, names, 'and', 5), explain: t('explainParts') },
  };
}

function buyGetPhrases(action: ActionOf<'buy_get'>, words: Words): Phrases {
  const { t, money } = words;
  const { buy, get, reward, isRepeated } = action;
  const isSame = JSON.stringify(buy.items) === JSON.stringify(get.items);
  return {
    buyCount: {
      text: buy.minAmount === null ? t('pieces', buy.count ?? 1) : t('forAmount', money(buy.minAmount)),
      explain: t('explainBuyCount'),
    },
    buyItems: goods(buy.items, words, 'explainBuyItems'),
    getCount: { text: t('pieces', get.count), explain: t('explainGetCount') },
    getItems: isSame
      ? { text: t('sameGoods'), explain: t('explainGetItems') }
      : goods(get.items, words, 'explainGetItems'),
    value: { text: rewardText(reward, words), explain: t('explainValue') },
    pick: pick(action, words),
    repeat: {
      text: t(isRepeated ? 'repeated' : 'once'),
      explain: t(isRepeated ? 'explainRepeated' : 'explainOnce'),
    },
  };
}

function stepPhrases(action: ActionOf<'quantity_breaks' | 'spend_ladder' | 'gift' | 'add_on'>, words: Words): Phrases {
  const { t, money, count, names } = words;
  if (action.kind === 'quantity_breaks') {
    const steps = action.breaks.map((one) => t('breakStep', count(one.min / 1000), rewardText(one.reward, words)));
    return {
      steps: { text: steps.join(t('comma')), explain: t('explainBreaks') },
      counted: { text: t(counted[action.counted]), explain: t('explainCounted') },
    };
  }
  if (action.kind === 'spend_ladder') {
    const said = action.isRepeated ? 'spendEach' : 'spendStep';
    const steps = action.steps.map((one) => t(said, money(one.minAmount), rewardText(one.reward, words)));
    const explain = t(action.isRepeated ? 'explainLadderRepeated' : 'explainLadder');
    return { steps: { text: steps.join(t('comma')), explain } };
  }
  if (action.kind === 'gift') {
    const steps = action.steps.map((one) => {
      const from = one.minAmount === null ? t('fromPieces', one.minCount ?? 1) : t('fromAmount', money(one.minAmount));
      return t('giftStep', one.count, listed(words, named(words, one.choices, names.variant), 'or') || '…', from);
    });
    return { steps: { text: steps.join(t('comma')), explain: t('explainGift') } };
  }
  const choices = action.choices.map((one) =>
    t('addOnAt', names.variant(one.variantId) ?? t('somewhere'), money(one.amount)),
  );
  return {
    addOns: { text: t('addOn', action.count, listed(words, choices, 'or') || '…'), explain: t('explainAddOn') },
    per: {
      text: action.per.kind === 'amount' ? t('perAmount', money(action.per.value)) : t('perPieces', action.per.value),
      explain: t('explainAddOn'),
    },
  };
}
