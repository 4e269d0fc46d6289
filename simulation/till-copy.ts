/** What a till keeps for pricing: rules, goods, members and codes as it heard of them last, however long ago that is. */
import { type BasketCode, emptyBasket } from '../apps/pos/src/core/basket.ts';
import { priceBasket } from '../apps/pos/src/core/price-basket.ts';
import type { Manifest, TillFacts, TillMember, TillVariant } from '../apps/pos/src/core/till-facts.ts';
import type { Answer as AnswerOf } from '../packages/contract/src/index.ts';
import type { PricedBasket } from '../packages/domain/src/pricing/priced-basket.ts';
import type { RuleSet } from '../packages/domain/src/pricing/rule-set.ts';
import type { Chance } from './chance.ts';
import { bodyOf, isOutage } from './witness.ts';
import type { World } from './world.ts';

export interface TillOwn {
  name: string;
  headers: Record<string, string>;
  facts: TillFacts;
  manifest: Manifest;
}
export interface Wanted {
  variantId: string;
  quantity: number;
}
export interface CopyPriced {
  basket: typeof emptyBasket;
  priced: PricedBasket;
  rules: RuleSet;
}

const pauseMs = 5000;

export class TillCopy {
  readonly #world: World;
  readonly #own: TillOwn;
  readonly #chance: Chance;
  readonly #variants = new Map<string, TillVariant>();
  readonly #members = new Map<string, TillMember>();
  readonly #codes: BasketCode[] = [];
  #rules: RuleSet | undefined;
  #heardOf = 0;
  #asked = 0;

  constructor(world: World, own: TillOwn) {
    this.#world = world;
    this.#own = own;
    this.#chance = world.chance.of(`${own.name} copy`);
  }

  /** Asks now and then until `isEnough`; without the network the copy stays as it is. */
  follow(isEnough: () => boolean): void {
    this.#pull();
    if (!isEnough()) this.#world.timeline.after(pauseMs, () => this.follow(isEnough));
  }

  /** The basket with its member, code and gift, and what it costs; undefined while nothing was heard yet. */
  price(wanted: readonly Wanted[]): CopyPriced | undefined {
    const rules = this.#rules;
    const goods = wanted.map(({ variantId, quantity }) => ({ variant: this.#variants.get(variantId), quantity }));
    const lines = goods.flatMap(({ variant, quantity }, index) =>
      variant === undefined
        ? []
        : [{ lineId: index + 1, variant, quantity, offeredBy: null, override: null, manual: null }],
    );
    if (rules === undefined || lines.length < wanted.length) return undefined;
    const member = this.#chance.happens(0.35) ? this.#chance.pick([null, ...this.#members.values()]) : null;
    const basket = { ...emptyBasket, lines, nextLineId: lines.length + 1, member, codes: this.#codesOfShopper() };
    return this.#withGift({ basket, rules, priced: this.#priced(basket, rules) });
  }

  #codesOfShopper(): BasketCode[] {
    if (!this.#chance.happens(0.3)) return [];
    const unique = this.#codes.pop();
    return [unique ?? { code: this.#world.promotions.sharedCode, known: null }];
  }

  #withGift({ basket, rules, priced }: CopyPriced): CopyPriced {
    const offer = priced.offers.find((one) => one.kind === 'gift');
    const variant = this.#variants.get(offer?.choices[0]?.variantId ?? '');
    if (offer === undefined || variant === undefined || this.#chance.happens(0.3)) return { basket, rules, priced };
    const gift = { variant, quantity: 1000, offeredBy: offer.promotionId, override: null, manual: null };
    const lines = [...basket.lines, { lineId: basket.nextLineId, ...gift }];
    const more = { ...basket, lines, nextLineId: basket.nextLineId + 1 };
    return { basket: more, rules, priced: this.#priced(more, rules) };
  }

  #priced(basket: typeof emptyBasket, rules: RuleSet): PricedBasket {
    const { manifest, facts } = this.#own;
    const variantOf = (id: string) => this.#variants.get(id);
    const known = { rules, manifest, location: facts.location, variantOf };
    return priceBasket(basket, known, { nowMs: this.#world.timeline.now, tenders: [] });
  }

  #pull(): void {
    const { promotions, variantIds } = this.#world;
    this.#asked += 1;
    const asked = this.#asked;
    this.#read<RuleSet>('/api/till/rule-set', (rules) => {
      if (rules.number >= (this.#rules?.number ?? 0)) this.#rules = rules;
    });
    const url = `/api/till/variants?ids=${variantIds.join(',')}`;
    this.#read<AnswerOf<'GET /api/till/variants'>>(url, ({ variants }) => {
      if (asked < this.#heardOf) return;
      this.#heardOf = asked;
      for (const variant of variants) this.#variants.set(variant.id, variant);
    });
    if (this.#chance.happens(0.5)) this.#askMember(this.#chance.pick(promotions.memberIds));
    else this.#askCode(this.#chance.pick(promotions.uniqueCodes));
  }

  #askMember(id: string): void {
    this.#read<TillMember>(`/api/till/members/${id}`, (member) => this.#members.set(id, member));
  }

  #askCode(code: string): void {
    this.#read<AnswerOf<'GET /api/till/codes/:code'>>(`/api/till/codes/${code}`, (known) => {
      const isThere = this.#codes.some((one) => one.code === code);
      if (known.refusal === null && !isThere) this.#codes.push({ code, known });
    });
  }

  #read<A>(url: string, heard: (answer: A) => void): void {
    const { network, timeline } = this.#world;
    const { name, headers } = this.#own;
    const id = this.#chance.id(timeline.now);
    const request = { method: 'GET' as const, url, headers };
    network.send({ id, kind: 'till.read', client: name, isRead: true, request }, 1, (answer) => {
      if (!isOutage(answer)) heard(bodyOf<A>(answer));
    });
  }
}
