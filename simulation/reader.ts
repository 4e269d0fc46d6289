/** Follows the feeds from its own positions through the same bad network, and ends with the same stock as the server. */

import type { StockRow } from '../packages/contract/src/feeds.ts';
import type { Answer as AnswerOf } from '../packages/contract/src/index.ts';
import type { Chance } from './chance.ts';
import { bodyOf, isOutage } from './witness.ts';
import type { World } from './world.ts';

const pauseMs = 1500;

export class Reader {
  readonly positions = new Map<string, number>();
  /** Sellable by `location variant`, as the rows told it. */
  readonly stock = new Map<string, number>();
  readonly orders = new Set<string>();
  readonly #world: World;
  readonly #chance: Chance;

  constructor(world: World) {
    this.#world = world;
    this.#chance = world.chance.of('reader');
    for (const stream of ['catalog', 'orders', ...world.locationIds.map((id) => `store:${id}`)])
      this.positions.set(stream, 0);
  }

  /** Pulls now and then until `isEnough`. */
  follow(isEnough: () => boolean): void {
    this.pull();
    if (!isEnough()) this.#world.timeline.after(pauseMs, () => this.follow(isEnough));
  }

  pull(): void {
    const after = [...this.positions].map(([stream, position]) => `${stream}:${position}`).join(',');
    const id = this.#chance.id(this.#world.timeline.now);
    this.#world.network.send(
      {
        id,
        kind: 'feed.read',
        client: 'reader',
        isRead: true,
        request: {
          method: 'GET',
          url: `/api/feed?after=${encodeURIComponent(after)}&limit=100`,
          headers: this.#world.staffHeaders,
        },
      },
      1,
      (answer) => {
        if (!isOutage(answer)) for (const entry of bodyOf<AnswerOf<'GET /api/feed'>>(answer).entries) this.#take(entry);
      },
    );
  }

  /** What came before is known; what comes next must be the very next. */
  #take({ stream, position, rows }: AnswerOf<'GET /api/feed'>['entries'][number]): void {
    const here = this.positions.get(stream) ?? 0;
    if (position <= here) return;
    this.#world.invariants.hold(
      'feeds.dense',
      position === here + 1,
      () => `${stream} goes from ${here} to ${position}`,
    );
    this.positions.set(stream, position);
    for (const row of rows as (StockRow | { type: 'sale'; orderId: string })[]) {
      if (row.type === 'stock') this.stock.set(`${stream.slice('store:'.length)} ${row.variantId}`, row.sellable);
      if (row.type === 'sale') this.orders.add(row.orderId);
    }
  }
}
