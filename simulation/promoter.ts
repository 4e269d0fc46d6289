/** Who is in charge of prices: begins an offer in the middle of the day, pauses it, ends it, and changes a price list. */
import type { Chance } from './chance.ts';
import { Outbox } from './outbox.ts';
import type { Request } from './server-node.ts';
import type { World } from './world.ts';

type Lunch = 'draft' | 'live' | 'paused' | 'ended';

export class Promoter {
  readonly outbox: Outbox;
  readonly #world: World;
  readonly #chance: Chance;
  #lunch: Lunch = 'draft';

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.of('promoter');
    this.outbox = new Outbox(world.network, world.timeline);
  }

  /** The next thing that occurs to them: first of all the lunch offer begins. */
  act(): void {
    const what = this.#lunch === 'draft' ? 'lunch' : this.#chance.weigh({ lunch: 5, prices: 4, ending: 1 });
    if (what === 'prices' || this.#lunch === 'ended') this.#changePrices();
    else if (what === 'ending') this.#move('ending', 'ended');
    else if (this.#lunch === 'draft') this.#move('publication', 'live');
    else if (this.#lunch === 'live') this.#move('pause', 'paused');
    else this.#move('resumption', 'live');
  }

  #move(event: string, to: Lunch): void {
    this.#lunch = to;
    this.#ask('POST', `/api/promotions/${this.#world.promotions.lunchId}/${event}`, undefined);
  }

  #changePrices(): void {
    const { priceListId, listedIds } = this.#world.promotions;
    const variantId = this.#chance.pick(listedIds);
    const amount = this.#chance.happens(0.2) ? null : this.#chance.whole(4000, 12_000);
    this.#ask('PUT', `/api/price-lists/${priceListId}/entries`, { entries: [{ variantId, minQuantity: 0, amount }] });
  }

  #ask(method: Request['method'], url: string, body: object | undefined): void {
    const id = this.#chance.id(this.#world.timeline.now);
    const request = { method, url, headers: this.#world.staffHeaders, ...(body === undefined ? {} : { body }) };
    this.outbox.add({ call: { id, kind: 'office.promote', client: 'promoter', request }, done: () => undefined });
  }
}
