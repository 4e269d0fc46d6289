/** Where platforms disagree: the case of each default, and of each field or setting that changes it. The README has the table. */
import { expect, test } from 'vitest';
import { caseFiles } from './cases/all-cases.ts';

type Row = { readonly byDefault: readonly string[]; readonly otherwise: readonly string[] };
const inside = (name: string) => `${name}, tax inside`;

const rows: Record<string, Row> = {
  'a second percentage': {
    byDefault: ['70 % voucher on goods already 40 % off'],
    otherwise: ['70 % voucher on the original price where its field says so'],
  },
  'rounding of a percentage': {
    byDefault: ['a percentage rounded by line'],
    otherwise: ['a percentage rounded by unit'],
  },
  'spreading an order amount': {
    // 10.00 off over 33.33, 33.33 and 33.34.
    byDefault: [inside('an amount off the order by largest remainder'), '¥100 over three lines of ¥333'],
    otherwise: [],
  },
  'a discount above the price': {
    byDefault: [
      'what a discount cannot give on its line is lost and moves to no other',
      'a hundred percent and an amount on top cost nothing, not less',
    ],
    otherwise: [],
  },
  'the floor': { byDefault: ['the floor of the goods holds'], otherwise: ['a promotion may break the floor'] },
  'which unit, where only some are reduced': {
    byDefault: [inside('half off the cheapest piece')],
    otherwise: [inside('a quarter off the two dearest pieces')],
  },
  'buy x get y': {
    // On 50, 40, 30, 20, 10 and 10.
    byDefault: [inside('buy two get one, cheapest overall'), 'a unit serves one set promotion'],
    otherwise: [
      inside('buy two get one, each set its own cheapest'),
      inside('buy two get one, the dearest'),
      inside('buy one get one once only'),
    ],
  },
  'groups of n': {
    byDefault: [inside('three for 99.00, dearest first, one left over')],
    otherwise: [inside('three for 99.00 in basket order')],
  },
  'a group that the price makes dearer': {
    byDefault: ['a group that the price would make dearer is left alone'],
    otherwise: [],
  },
  'fixed amounts and thresholds': {
    byDefault: [inside('spend exactly the minimum')],
    otherwise: ['a threshold net of tax', 'a fixed amount net of tax'],
  },
  'an amount counts': {
    byDefault: [
      inside('an amount off each piece, clipped'),
      inside('an amount off each line, clipped'),
      inside('an amount off the order by largest remainder'),
    ],
    otherwise: [],
  },
  'minimum spend': {
    byDefault: [inside('spend exactly the minimum'), 'the minimum is measured after the earlier phases'],
    otherwise: ['strictly more than the minimum', 'the minimum before discounts'],
  },
  'order discount and shipping': {
    byDefault: ['an order discount never touches shipping'],
    otherwise: ['free shipping'],
  },
  priority: { byDefault: ['the lower priority number goes first'], otherwise: [] },
  'promotions in conflict': {
    byDefault: [
      'the best of a group',
      'equal benefit: the lower priority number',
      'equal benefit and priority: the id',
    ],
    otherwise: ['ten percent off every line, pushed aside where priority decides, tax inside'],
  },
  codes: {
    byDefault: ['several codes by default', inside('a shared code, in any case, with blanks'), 'an unknown code'],
    otherwise: ['two codes where one an order is the setting'],
  },
  'several coupons of one promotion': {
    byDefault: ['of several coupons of one promotion one counts, and it is one use'],
    otherwise: [],
  },
  'limit per member, nobody signed in': { byDefault: ['a limit per member asks who it is'], otherwise: [] },
  'a budget would be passed': {
    byDefault: ['a use that would pass the budget is refused whole', 'a budget drops as many sets as it must'],
    otherwise: ['the rest of the budget where the setting says so'],
  },
  'a cap on the order': { byDefault: [inside('a cap on the order')], otherwise: [] },
  gift: { byDefault: ['the chosen gift is a line at 0 with its value kept'], otherwise: [] },
  'tax rounding': {
    byDefault: ['tax by line', 'three units by line'],
    otherwise: ['tax by document', 'tax by unit', 'half a cent of tax goes down where the setting says so'],
  },
  'shopper in another tax zone': {
    byDefault: ['another tax zone keeps the gross'],
    otherwise: ['another tax zone keeps the net'],
  },
  'exempt member': {
    byDefault: ['an exempt member pays the price without the tax inside', 'an exempt member pays no tax on top'],
    otherwise: [],
  },
  'price lists at once': {
    byDefault: [
      'a named member before a store, a store before everybody',
      'overlapping lists: the lowest counts, whichever was made first',
      'equal lists: the id decides',
    ],
    otherwise: [],
  },
  'a discount by hand': {
    byDefault: [
      'a discount by hand on a piece of three for a price comes off what the three cost',
      "a percentage by hand on a piece of a set is of its share of the set's price",
      'a discount by hand says where nothing or too little is left to take off',
      'a minimum spend is measured before what is taken off by hand',
    ],
    otherwise: [],
  },
  'quantity breaks and split lines': {
    byDefault: ['quantity breaks of a price list count split lines together'],
    otherwise: [],
  },
};

const names = new Set(Object.values(caseFiles).flatMap((cases) => cases.map((one) => one.name)));

test.each(Object.entries(rows))('%s: worked by hand for the default and for what changes it', (_, row) => {
  const all = [...row.byDefault, ...row.otherwise];
  expect(row.byDefault.length).toBeGreaterThan(0);
  expect(all.filter((name) => !names.has(name))).toEqual([]);
});
