/** The back office: goods in, adjustments, prices, and what becomes of online orders. Several desks work at once. */
import type { Answer as AnswerOf } from '../packages/contract/src/index.ts';
import type { Chance } from './chance.ts';
import { Outbox } from './outbox.ts';
import type { Answer, Request } from './server-node.ts';
import { bodyOf } from './witness.ts';
import type { World } from './world.ts';

type Order = AnswerOf<'GET /api/orders/:id'>;

export class Office {
  readonly #world: World;
  readonly #chance: Chance;
  readonly #desks: { name: string; outbox: Outbox }[];
  readonly #orders: string[] = [];

  constructor(world: World, desks: number) {
    this.#world = world;
    this.#chance = world.chance.of('office');
    this.#desks = Array.from({ length: desks }, (_, index) => ({
      name: `desk ${index + 1}`,
      outbox: new Outbox(world.network, world.timeline),
    }));
  }

  get waiting(): number {
    return this.#desks.reduce((sum, { outbox }) => sum + outbox.waiting, 0);
  }

  /** An online order came in. */
  hearOf(orderId: string): void {
    this.#orders.push(orderId);
  }

  receive(): void {
    const lines = Array.from({ length: this.#chance.whole(1, 3) }, () => ({
      variantId: this.#chance.pick(this.#world.variantIds),
      quantity: 1000 * this.#chance.whole(1, 12),
      unitCost: this.#chance.whole(2000, 6000),
    }));
    const body = { locationId: this.#chance.pick(this.#world.locationIds), lines };
    this.#ask('stock.receive', 'POST', '/api/stock-receipts', body, (_answer, id) =>
      this.#world.known.documents.add(id),
    );
  }

  adjust(): void {
    const variantId = this.#chance.pick(this.#world.variantIds);
    const quantity = 1000 * this.#chance.whole(1, 2);
    const line = this.#chance.pick([
      { reason: 'lost', lines: [{ variantId, bucket: 'sellable', quantity: -quantity }] },
      { reason: 'found', lines: [{ variantId, bucket: 'sellable', quantity }] },
      { reason: 'damaged', lines: [{ variantId, bucket: 'sellable', toBucket: 'damaged', quantity }] },
    ]);
    const body = { locationId: this.#chance.pick(this.#world.locationIds), ...line };
    this.#ask('stock.adjust', 'POST', '/api/stock-adjustments', body, (answer, id) => {
      if (answer.status < 300) this.#world.known.documents.add(id);
    });
  }

  changePrice(): void {
    const variantId = this.#chance.pick(this.#world.variantIds);
    const amount = this.#chance.whole(5000, 15_000);
    this.#world.known.asked.push({ variantId, amount, at: this.#world.timeline.now });
    this.#ask('price.change', 'PUT', `/api/variants/${variantId}/price`, { amount }, () =>
      this.#world.known.prices.set(variantId, amount),
    );
  }

  cancel(): void {
    const orderId = this.#orders.at(-this.#chance.whole(1, Math.min(5, this.#orders.length)));
    if (orderId === undefined) {
      this.receive();
      return;
    }
    this.#ask('office.cancel', 'POST', `/api/orders/${orderId}/cancellation`, { reason: 'Asked for' }, (answer, id) => {
      if (answer.status >= 300) return;
      const order = this.#learn(answer);
      this.#world.invariants.hold('refunds.whole', order.refundedAmount === order.paidAmount, () => answer.text);
      this.#world.known.returns.add(id);
    });
  }

  /** Picks what is still open of an order, and hands it over. */
  fulfil(): void {
    const orderId = this.#orders.at(-this.#chance.whole(1, Math.min(5, this.#orders.length)));
    if (orderId === undefined) {
      this.adjust();
      return;
    }
    this.#ask('office.read', 'GET', `/api/orders/${orderId}`, undefined, (answer) => {
      for (const group of bodyOf<Order>(answer).fulfilments) this.#stage(group.id);
    });
  }

  #stage(fulfilmentId: string): void {
    this.#ask('office.stage', 'POST', `/api/fulfilments/${fulfilmentId}/staging`, undefined, (answer) => {
      if (answer.status >= 300) return;
      const { paidAmount, totalAmount } = this.#learn(answer);
      const body = paidAmount < totalAmount ? { tender: { kind: this.#chance.pick(['cash', 'card']) } } : {};
      this.#ask('office.hand_over', 'POST', `/api/fulfilments/${fulfilmentId}/handing-over`, body, (handed) => {
        if (handed.status < 300) this.#learn(handed);
      });
    });
  }

  #learn(answer: Answer): Order {
    const order = bodyOf<Order>(answer);
    this.#world.known.learnMoney(order.id, { paid: order.paidAmount, refunded: order.refundedAmount });
    return order;
  }

  #ask(
    kind: string,
    method: Request['method'],
    url: string,
    body: object | undefined,
    done: (answer: Answer, id: string) => void,
  ): void {
    const { name, outbox } = this.#chance.pick(this.#desks);
    const id = this.#chance.id(this.#world.timeline.now);
    const request = { method, url, headers: this.#world.staffHeaders, ...(body === undefined ? {} : { body }) };
    outbox.add({
      call: { id, kind, client: name, request, isRead: method === 'GET' },
      done: (answer) => done(answer, id),
    });
  }
}
