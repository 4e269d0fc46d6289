/** A till: sells whatever the network does, and sends each sale until it is acknowledged. */
import { completeSale } from '../apps/pos/src/core/complete-sale.ts';
import type { Manifest, Person, TillFacts } from '../apps/pos/src/core/till-facts.ts';
import type { Answer as AnswerOf, Body } from '../packages/contract/src/index.ts';
import { cashStep, roundCash } from '../packages/domain/src/money/currency.ts';
import { multiplyQuantity } from '../packages/domain/src/money/round.ts';
import type { Chance } from './chance.ts';
import type { KnownSale } from './known.ts';
import type { Call } from './network.ts';
import { Outbox } from './outbox.ts';
import { TillCopy } from './till-copy.ts';
import { bodyOf } from './witness.ts';
import type { World } from './world.ts';

export interface TillGiven {
  name: string;
  /** Headers of the paired register, with a person signed in. */
  headers: Record<string, string>;
  /** The series of its receipts where the till numbers them itself; else the server does. */
  series?: string | undefined;
  facts: TillFacts;
  manifest: Manifest;
  person: Pick<Person, 'id' | 'name'>;
}
type SaleBody = Body<'POST /api/till/sales'>;
type SoldLine = SaleBody['lines'][number];
type Tender = { kind: 'cash' | 'card'; amount: number };

export class Till {
  readonly name: string;
  readonly outbox: Outbox;
  readonly copy: TillCopy;
  readonly #given: TillGiven;
  readonly #world: World;
  readonly #chance: Chance;
  #receipts = 0;

  constructor(world: World, given: TillGiven) {
    this.name = given.name;
    this.#given = given;
    this.#world = world;
    this.#chance = world.chance.of(given.name);
    this.outbox = new Outbox(world.network, world.timeline);
    this.copy = new TillCopy(world, given);
  }

  /** Sells some pieces of some variants; `rush` sells what everybody wants. */
  sell(rush: boolean): void {
    const { timeline, known } = this.#world;
    const chance = this.#chance;
    const orderId = chance.id(timeline.now);
    const lines = Array.from({ length: rush ? 1 : chance.whole(1, 3) }, () => {
      const variantId = rush ? (this.#world.variantIds[0] ?? '') : chance.pick(this.#world.variantIds);
      const unitAmount = known.prices.get(variantId) ?? 0;
      const quantity = chance.happens(0.1) ? 1250 : 1000 * chance.whole(1, 2);
      return {
        variantId,
        quantity,
        unitAmount,
        ...(chance.happens(0.15) ? { discountAmount: chance.whole(1, 999) } : {}),
      };
    });
    const id = chance.id(timeline.now);
    const body = this.#byRules(lines, { command: id, order: orderId }) ?? this.#byHand(lines, orderId);
    const changeAmount = body.tenders.reduce((sum, { amount }) => sum + amount, 0) - body.totalAmount;
    const sale: KnownSale = {
      client: this.name,
      orderId,
      lines: body.lines,
      totalAmount: body.totalAmount,
      changeAmount,
    };
    known.sales.set(orderId, sale);
    const { series } = this.#given;
    if (series !== undefined) this.#receipts += 1;
    const receipt = series === undefined ? {} : { receipt: { series, number: this.#receipts } };
    const callOf = (id: string, order: string): Call => ({
      id,
      kind: 'till.sale',
      client: this.name,
      request: {
        method: 'POST',
        url: '/api/till/sales',
        headers: this.#given.headers,
        body: { ...body, ...receipt, orderId: order },
      },
    });
    this.outbox.add({
      call: callOf(id, orderId),
      again: this.#world.fault?.forgetsIds ? () => callOf(chance.id(timeline.now), chance.id(timeline.now)) : undefined,
      done: (answer) => this.#acknowledged(sale, bodyOf(answer)),
    });
  }

  /** As the till itself does it, by the rules and goods that it keeps; undefined where something is taken off by hand. */
  #byRules(lines: readonly SoldLine[], ids: { command: string; order: string }): SaleBody | undefined {
    if (lines.some((line) => line.discountAmount !== undefined)) return undefined;
    const found = this.copy.price(lines);
    if (found === undefined) return undefined;
    const nowMs = this.#world.timeline.now;
    const gross = found.priced.totals.totalAmount;
    const isGenerous = this.#world.fault?.givesTooMuch === true;
    const tenders = isGenerous ? [{ kind: 'card' as const, amount: gross }] : this.#pay(gross).tenders;
    const { facts, person } = this.#given;
    const payment = { ...found, ids, nowMs, pricedAtMs: nowMs, person: person as Person, till: facts };
    const sold = completeSale({ ...payment, tenders }).sale?.body;
    return sold !== undefined && isGenerous ? cheaper(sold) : sold;
  }

  /** A sale without the rules, at the prices that everybody knows. */
  #byHand(lines: SoldLine[], orderId: string): SaleBody {
    const gross = lines.reduce(
      (sum, line) => sum + multiplyQuantity(line.unitAmount, line.quantity) - (line.discountAmount ?? 0),
      0,
    );
    const { tenders, totalAmount } = this.#pay(gross);
    return { orderId, soldAt: new Date(this.#world.timeline.now).toISOString(), lines, tenders, totalAmount };
  }

  /** Takes back a sale of any till, if there is one: all that is left of it, or a piece of its first line. */
  refund(): void {
    const { known, timeline, invariants } = this.#world;
    const sales = [...known.sales.values()].filter((sale) => sale.number !== undefined);
    if (sales.length === 0) {
      this.sell(false);
      return;
    }
    // Mostly one of the last: two tills then meet on the same sale.
    const { orderId } = this.#chance.pick(sales.slice(-8));
    const id = this.#chance.id(timeline.now);
    const isWhole = this.#chance.whole(0, 1) === 1;
    this.outbox.add({
      call: {
        id,
        kind: 'till.refund',
        client: this.name,
        request: {
          method: 'POST',
          url: `/api/till/sales/${orderId}/refund`,
          headers: this.#given.headers,
          body: { reason: 'Too small', ...(isWhole ? {} : { lines: [{ lineNo: 1, quantity: 1000 }] }) },
        },
      },
      done: (answer) => {
        if (answer.status >= 300) return;
        const order = bodyOf<AnswerOf<'POST /api/till/sales/:id/refund'>>(answer);
        const isPaidBack = order.refundedAmount === order.paidAmount;
        invariants.hold('refunds.whole', isPaidBack || !isWhole, () => `${orderId}: ${answer.text}`);
        known.returns.add(id);
        known.learnMoney(orderId, { paid: order.paidAmount, refunded: order.refundedAmount });
      },
    });
  }

  #pay(gross: number): { tenders: Tender[]; totalAmount: number } {
    const step = cashStep('HKD');
    const how = this.#chance.weigh({ card: 4, cash: 5, both: 1 });
    const card = how === 'card' ? gross : how === 'both' ? Math.floor(gross / 2) : 0;
    if (card === gross) return { tenders: [{ kind: 'card', amount: gross }], totalAmount: gross };
    const due = roundCash(gross - card, step);
    const given = Math.ceil(due / 5000) * 5000;
    const tenders: Tender[] = [
      ...(card > 0 ? [{ kind: 'card' as const, amount: card }] : []),
      { kind: 'cash', amount: given },
    ];
    return { tenders, totalAmount: card + due };
  }

  #acknowledged(sale: KnownSale, answer: AnswerOf<'POST /api/till/sales'>): void {
    const { invariants, known } = this.#world;
    const isOwn =
      answer.orderId === sale.orderId &&
      answer.totalAmount === sale.totalAmount &&
      answer.changeAmount === sale.changeAmount;
    invariants.hold('sales.as_told', isOwn, () => `${JSON.stringify(sale)} was answered ${JSON.stringify(answer)}`);
    sale.number = answer.number;
    known.learnMoney(sale.orderId, { paid: sale.totalAmount, refunded: 0 });
  }
}

/** A dollar less for the first line than the rules say. */
function cheaper(sold: SaleBody): SaleBody {
  const lines = sold.lines.map((line, index) => {
    const { allocations: _, ...own } = line;
    return index === 0 ? { ...own, discountAmount: (line.discountAmount ?? 0) + 100 } : line;
  });
  const amount = sold.totalAmount - 100;
  return { ...sold, lines, tenders: [{ kind: 'card', amount }], totalAmount: amount };
}
