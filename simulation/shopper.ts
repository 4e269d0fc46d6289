/** A shopper in the online store: from the first page to the order, step by step, some with long thoughts in between. */
import type { Answer as AnswerOf } from '../packages/contract/src/index.ts';
import type { Chance } from './chance.ts';
import { Outbox } from './outbox.ts';
import { type Answer, namingUrl, type Request } from './server-node.ts';
import { bodyOf, codeOf } from './witness.ts';
import type { World } from './world.ts';

type Basket = AnswerOf<'GET /api/shop/baskets/:id'>;
type Delivery = { method: 'ship'; address: object } | { method: 'pickup'; locationId: string };

const address = { lines: ['1 Harbour Road'], city: 'Hong Kong', country: 'HK' };
/** Longer than a hold lasts. */
const longThoughtMs = 11 * 60_000;

export class Shopper {
  readonly name: string;
  readonly outbox: Outbox;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #delivery: Delivery;
  /** What they know of promotions is drawn apart, and moves nothing else. */
  readonly #luck: Chance;
  #basket: Basket | undefined;
  #payments = 0;

  constructor(world: World, name: string) {
    this.name = name;
    this.#world = world;
    this.#chance = world.chance.of(name);
    this.#luck = world.chance.of(`${name} promotions`);
    this.outbox = new Outbox(world.network, world.timeline);
    this.#delivery = this.#chance.happens(0.5)
      ? { method: 'ship', address }
      : { method: 'pickup', locationId: this.#chance.pick(world.storeIds) };
  }

  /** Goes shopping; `rush` goes for what everybody wants. */
  shop(rush: boolean): void {
    this.#ask('shop.open', 'POST', '', {}, (answer) => {
      this.#basket = bodyOf(answer);
      const wanted = Array.from({ length: rush ? 1 : this.#chance.whole(1, 3) }, () =>
        rush ? (this.#world.variantIds[0] ?? '') : this.#chance.pick(this.#world.variantIds),
      );
      this.#fill(wanted);
    });
  }

  #fill([variantId, ...others]: readonly string[]): void {
    if (variantId === undefined) {
      this.#enterCode();
      return;
    }
    const body = { variantId, quantity: 1000 * this.#chance.whole(1, 3) };
    this.#ask('shop.add', 'POST', '/lines', body, (answer) => {
      if (answer.status < 300) this.#basket = bodyOf(answer);
      this.#fill(others);
    });
  }

  #enterCode(): void {
    const { sharedCode, uniqueCodes } = this.#world.promotions;
    if (!this.#luck.happens(0.5)) {
      this.#takeGift();
      return;
    }
    const code = this.#luck.happens(0.4) ? sharedCode : this.#luck.pick(uniqueCodes);
    this.#ask('shop.code', 'POST', '/codes', { code }, (answer) => {
      this.#basket = bodyOf(answer);
      this.#takeGift();
    });
  }

  #takeGift(): void {
    const gift = this.#basket?.offers.find((offer) => offer.kind === 'gift');
    const variantId = gift?.choices[0]?.variantId;
    if (gift === undefined || variantId === undefined) {
      this.#signIn();
      return;
    }
    const body = { variantId, quantity: 1000, offeredBy: gift.promotionId };
    this.#ask('shop.gift', 'POST', '/lines', body, (answer) => {
      if (answer.status < 300) this.#basket = bodyOf(answer);
      this.#signIn();
    });
  }

  /** Some are members and signed in: the basket is then theirs. */
  #signIn(): void {
    if (this.#basket === undefined || !this.#luck.happens(0.4)) {
      this.#nameThemselves();
      return;
    }
    const { promotions, base, timeline } = this.#world;
    const body = { shopper: base.shopper, basketId: this.#basket.id, memberId: this.#luck.pick(promotions.memberIds) };
    const request = { method: 'POST' as const, url: namingUrl, headers: {}, body };
    this.outbox.add({
      call: { id: this.#luck.id(timeline.now), kind: 'shop.sign_in', client: this.name, request },
      done: () => this.#nameThemselves(),
    });
  }

  #nameThemselves(): void {
    if ((this.#basket?.lines.length ?? 0) === 0) return;
    const contact = { name: this.name, email: `${this.name}@example.test` };
    this.#ask('shop.contact', 'PUT', '/contact', { contact, address }, () =>
      this.#ask('shop.delivery', 'PUT', '/delivery', this.#delivery, (answer) => {
        this.#basket = bodyOf(answer);
        this.#pay();
      }),
    );
  }

  #pay(): void {
    this.#payments += 1;
    if (this.#payments > 3) return;
    const inStore = this.#delivery.method === 'pickup' && this.#chance.happens(0.4);
    const declines = !inStore && this.#chance.happens(0.1);
    const body = inStore ? { kind: 'in_store' } : { kind: 'test', card: declines ? 'decline' : 'approve' };
    this.#ask('shop.pay', 'POST', '/payment', body, (answer) => {
      if (codeOf(answer) === 'payment.declined') this.#pay();
      if (answer.status >= 300) return;
      const basket = bodyOf<Basket>(answer);
      this.#basket = basket;
      const thought = this.#chance.happens(0.08) ? longThoughtMs : this.#chance.whole(0, 1500);
      this.#world.timeline.after(thought, () => this.#place(basket));
    });
  }

  #place(basket: Basket): void {
    this.#ask('shop.place', 'POST', '/order', { totalAmount: basket.totalAmount }, (answer, id) => {
      const code = codeOf(answer);
      if (code === 'price.changed' || code === 'basket.payment_missing') this.#pay();
      if (answer.status < 300) this.#placed(basket, bodyOf(answer), id);
    });
  }

  #placed(basket: Basket, answer: AnswerOf<'POST /api/shop/baskets/:id/order'>, id: string): void {
    const { invariants, known } = this.#world;
    const isOwn = answer.orderId === id && answer.totalAmount === basket.totalAmount;
    invariants.hold('orders.as_told', isOwn, () => `${basket.id} was answered ${JSON.stringify(answer)}`);
    known.orders.set(answer.orderId, {
      orderId: answer.orderId,
      number: answer.number,
      totalAmount: answer.totalAmount,
      lines: basket.lines.map(({ variantId, quantity, offeredBy }) => ({ variantId, quantity, offeredBy })),
    });
    const isPaid = basket.payment?.kind === 'test';
    known.learnMoney(answer.orderId, { paid: isPaid ? answer.totalAmount : 0, refunded: 0 });
    this.#world.office.hearOf(answer.orderId);
  }

  #ask(
    kind: string,
    method: Request['method'],
    path: string,
    body: object,
    done: (answer: Answer, id: string) => void,
  ): void {
    const id = this.#chance.id(this.#world.timeline.now);
    const url = this.#basket === undefined ? '/api/shop/baskets' : `/api/shop/baskets/${this.#basket.id}${path}`;
    this.outbox.add({
      call: { id, kind, client: this.name, request: { method, url, headers: this.#world.shopperHeaders, body } },
      done: (answer) => done(answer, id),
    });
  }
}
