/** One seed's world: a merchant with two stores, a warehouse and an online shop, its tills, desks and shoppers. */
import type { TestDatabase } from '../apps/server/src/platform/testing/clone-database.ts';
import { createTestWorld, type TestWorld } from '../apps/server/src/testing/test-world.ts';
import { Chance } from './chance.ts';
import { Cluster } from './cluster.ts';
import type { DayPromotions } from './day-promotions.ts';
import { Invariants } from './invariant.ts';
import { Known } from './known.ts';
import { Network, type Weather } from './network.ts';
import { Office } from './office.ts';
import { openShop } from './open-shop.ts';
import type { PlantedFault } from './planted-faults.data.ts';
import { Promoter } from './promoter.ts';
import { Reader } from './reader.ts';
import { Shopper } from './shopper.ts';
import { Till } from './till.ts';
import { Timeline } from './timeline.ts';
import { Witness } from './witness.ts';

/** A Monday morning in Hong Kong. */
const start = Date.parse('2026-03-02T01:00:00.000Z');
const desks = 3;

export class World {
  readonly chance: Chance;
  readonly timeline = new Timeline(start);
  readonly invariants = new Invariants();
  readonly known = new Known();
  readonly witness = new Witness(this.invariants);
  readonly database: TestDatabase;
  readonly fault: PlantedFault | undefined;
  readonly weather: Weather;
  readonly tills: Till[] = [];
  readonly shoppers: Shopper[] = [];
  readonly shopperHeaders = { host: 'shop.example' };
  cluster!: Cluster;
  network!: Network;
  office!: Office;
  promoter!: Promoter;
  promotions!: DayPromotions;
  reader!: Reader;
  base!: TestWorld;
  storeIds: string[] = [];
  locationIds: string[] = [];
  /** The first is what everybody wants, and there is little of it. */
  variantIds: string[] = [];
  staffHeaders: Record<string, string> = {};
  /** Documents of the opening stock. */
  openingIds: string[] = [];
  readonly #nodes: number;
  readonly #clock = new SharedArrayBuffer(8);

  constructor(seed: string, database: TestDatabase, fault: PlantedFault | undefined, nodes: number) {
    this.#nodes = nodes;
    this.chance = new Chance(seed);
    this.database = database;
    this.fault = fault;
    const luck = this.chance.of('weather');
    const upTo = (most: number) => (luck.happens(0.85) ? most * luck.next() : 0);
    this.weather = { lostRequests: upTo(0.2), lostAnswers: upTo(0.25), doubled: upTo(0.25), slow: upTo(0.3) };
  }

  /** Opens it for trade. */
  async open(): Promise<void> {
    const { database, fault } = this;
    this.tick(start);
    const clock = { now: () => this.timeline.now };
    this.base = await createTestWorld({ products: 8, pieces: 30, ratePpm: 50_000, clock, database });
    const given = { target: database.target, clock: this.#clock };
    this.cluster = new Cluster(this.#nodes, given, database.adminPool);
    this.network = new Network(this);
    await this.cluster.start();
    const shop = await openShop(this.cluster, this.base);
    this.storeIds = shop.storeIds;
    this.locationIds = [...shop.storeIds, this.base.warehouseId];
    this.variantIds = this.base.variants.map((variant) => variant.id);
    for (const id of this.variantIds) {
      this.known.prices.set(id, 10_000);
      this.known.asked.push({ variantId: id, amount: 10_000, at: start });
    }
    this.staffHeaders = shop.staffHeaders;
    const opened = await database.adminPool.query<{ id: string }>('select id from inventory.stock_document');
    this.openingIds = opened.rows.map((row) => row.id);
    this.promotions = shop.promotions;
    this.office = new Office(this, desks);
    this.promoter = new Promoter(this);
    for (const till of shop.tills) this.tills.push(new Till(this, till));
    this.reader = new Reader(this);
    if (fault?.sql !== undefined) await database.adminPool.query(fault.sql);
  }

  /** Shows the simulated time to the server processes. */
  tick(now: number): void {
    new Float64Array(this.#clock)[0] = now;
  }

  newShopper(): Shopper {
    const shopper = new Shopper(this, `shopper-${this.shoppers.length + 1}`);
    this.shoppers.push(shopper);
    return shopper;
  }

  /** Simulated seconds so far. */
  get seconds(): number {
    return (this.timeline.now - start) / 1000;
  }

  /** Errands that nobody has answered yet. */
  get waiting(): number {
    const boxes = [...this.tills, ...this.shoppers, this.promoter].map(({ outbox }) => outbox.waiting);
    return boxes.reduce((sum, waiting) => sum + waiting, this.office.waiting);
  }

  async close(): Promise<void> {
    await this.cluster?.stop();
    await this.base?.close();
  }
}
