/** Plays one seed: a trading day of so many operations over a bad network, then calm, then the reckoning. */
import { expireHolds } from '../apps/server/src/modules/inventory/index.ts';
import type { DatabaseTarget } from '../apps/server/src/platform/database/target.ts';
import { newId } from '../apps/server/src/platform/ids.ts';
import { cloneDatabase } from '../apps/server/src/platform/testing/clone-database.ts';
import type { Chance } from './chance.ts';
import { checkAtRest, checkBooks, checkUnderWay } from './check-world.ts';
import { InvariantBroken } from './invariant.ts';
import type { Injected } from './network.ts';
import type { PlantedFault } from './planted-faults.data.ts';
import { World } from './world.ts';

export interface Asked {
  seed: number;
  operations: number;
  fault?: PlantedFault | undefined;
  /** Server processes on the one database; 2 unless given. */
  nodes?: number;
}
export interface Played {
  seed: number;
  operations: number;
  ok: boolean;
  /** Operations that were begun, by kind. */
  counts: Record<Operation, number>;
  /** Commands that were answered. */
  answered: number;
  /** Simulated seconds. */
  seconds: number;
  injected: Injected;
  /** Each invariant with how often it was looked at. */
  checks: Record<string, number>;
  failure?: { invariant: string; detail: string };
}

const weights = { sale: 40, refund: 8, journey: 24, cancel: 5, fulfil: 9, receipt: 6, adjustment: 5, price: 3 };
export type Operation = keyof typeof weights;

const beatMs = 500;
const perBeatMax = 6;
/** The beat at which the lunch offer begins, if it has not yet. */
const firstOfferBeat = 4;
const checkedEvery = 50;
/** A world that is calm has to come to rest: longer than a hold, a long thought and every patience. */
const restMsMax = 60 * 60_000;

/** Never throws for what the servers did wrong: that is the outcome. */
export async function simulate(server: DatabaseTarget, { seed, operations, fault, nodes = 2 }: Asked): Promise<Played> {
  const database = await cloneDatabase(server);
  const counts = { sale: 0, refund: 0, journey: 0, cancel: 0, fulfil: 0, receipt: 0, adjustment: 0, price: 0 };
  const world = new World(`seed ${seed}`, database, fault, nodes);
  let failure: Played['failure'];
  try {
    await world.open();
    await trade(world, operations, counts);
    await rest(world);
    await checkAtRest(world);
  } catch (error) {
    if (!(error instanceof InvariantBroken)) throw error;
    failure = { invariant: error.invariant, detail: error.message };
  } finally {
    await world.close();
    await database.drop();
  }
  return {
    seed,
    operations,
    ok: failure === undefined,
    counts,
    answered: world.witness.answered,
    seconds: Math.round(world.seconds),
    injected: world.network.injected,
    checks: Object.fromEntries(world.invariants.looked),
    ...(failure === undefined ? {} : { failure }),
  };
}

async function trade(world: World, operations: number, counts: Record<Operation, number>): Promise<void> {
  const luck = world.chance.of('trade');
  const disasters = world.chance.of('disasters');
  const offers = world.chance.of('offers');
  let left = operations;
  let beats = 0;
  const beat = (): void => {
    const rush = luck.happens(0.2);
    for (let one = luck.whole(1, rush ? perBeatMax : 3); one > 0 && left > 0; one -= 1, left -= 1) {
      const operation = rush ? luck.weigh({ sale: 1, journey: 1 }) : luck.weigh(weights);
      counts[operation] += 1;
      begin(world, luck, operation, rush);
    }
    strike(world, disasters);
    beats += 1;
    if (beats === firstOfferBeat || offers.happens(0.1)) world.promoter.act();
    if (left > 0) world.timeline.after(beatMs, beat);
  };
  world.timeline.after(beatMs, beat);
  world.reader.follow(() => left === 0);
  for (const { copy } of world.tills) copy.follow(() => left === 0);
  letHoldsExpire(world, () => left === 0 && world.waiting === 0);
  let checkedAt = operations;
  let isHalf = false;
  while (left > 0) {
    await step(world);
    if (left > checkedAt - checkedEvery) continue;
    checkedAt = left;
    await checkUnderWay(world);
    if (isHalf || left > operations / 2) continue;
    isHalf = true;
    await checkBooks(world);
  }
}

function begin(world: World, luck: Chance, operation: Operation, rush: boolean): void {
  const acts: Record<Operation, () => void> = {
    sale: () => luck.pick(world.tills).sell(rush),
    refund: () => luck.pick(world.tills).refund(),
    journey: () => world.newShopper().shop(rush),
    cancel: () => world.office.cancel(),
    fulfil: () => world.office.fulfil(),
    receipt: () => world.office.receive(),
    adjustment: () => world.office.adjust(),
    price: () => world.office.changePrice(),
  };
  acts[operation]();
}

/** Now and then a process dies, connections are cut, or a client is parted from the world. */
function strike({ network, cluster, timeline, tills }: World, luck: Chance): void {
  if (luck.happens(0.03)) network.part(luck.pick(tills).name, luck.whole(5, 60) * 1000);
  if (luck.happens(0.02)) network.part('reader', luck.whole(5, 30) * 1000);
  if (luck.happens(0.04)) {
    network.injected.cuts += 1;
    cluster.cutSoon(luck.whole(0, 6));
  }
  if (!luck.happens(0.02)) return;
  network.injected.kills += 1;
  const node = luck.whole(0, cluster.size - 1);
  cluster.killSoon(node, luck.whole(0, 8));
  timeline.after(luck.whole(500, 4000), async () => {
    await cluster.restart(node);
    return undefined;
  });
}

/** What the server does every 15 seconds, at the simulated time. */
function letHoldsExpire(world: World, isEnough: () => boolean): void {
  world.timeline.after(15_000, async () => {
    const { merchantId, platform } = world.base;
    await platform.bus
      .run(expireHolds, { merchantId, id: newId(), body: {}, actor: { kind: 'system' } })
      .catch(() => undefined);
    return () => {
      if (!isEnough()) letHoldsExpire(world, isEnough);
    };
  });
}

/** The weather clears up, and every queue has to run dry in bounded time. */
async function rest(world: World): Promise<void> {
  world.network.calm();
  const until = world.timeline.now + restMsMax;
  const hasTime = () => world.timeline.now < until;
  while (!world.timeline.isOver && hasTime()) await step(world);
  for (let pulls = 0; pulls < 100; pulls += 1) {
    world.reader.pull();
    while (!world.timeline.isOver) await step(world);
  }
  world.invariants.hold('queues.drain', world.waiting === 0, () => `${world.waiting} errands are still waiting`);
}

async function step(world: World): Promise<void> {
  await world.timeline.step((now) => world.tick(now));
  await world.cluster.settle();
}
