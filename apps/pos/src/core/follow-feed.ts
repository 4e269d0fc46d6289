/** Keeps the catalogue true: a whole copy once, then what changed, by position, so that nothing is missed. */
import type { FeedRow } from '@tandem/contract/feeds.ts';
import type { Answer } from '@tandem/contract/index.ts';
import type { RuleSet } from '@tandem/domain/pricing/rule-set.ts';
import type { Catalogue } from './catalogue.ts';
import type { Clock } from './ports.ts';
import type { Manifest, TillVariant } from './till-facts.ts';

export type Positions = Record<string, number>;

export interface CatalogueStorage {
  read(): Promise<
    | { manifest: Manifest; rules: RuleSet; positions: Positions; chunks: TillVariant[][]; changes: TillVariant[] }
    | undefined
  >;
  /** Replaces everything in one transaction. */
  replace(manifest: Manifest, rules: RuleSet, chunks: readonly TillVariant[][]): Promise<void>;
  /** Rows and the positions they bring us to, in one transaction; with the manifest and rules where they changed. */
  change(
    rows: readonly TillVariant[],
    positions: Positions,
    fresh: { manifest?: Manifest | undefined; rules?: RuleSet | undefined },
  ): Promise<void>;
}

export interface CatalogueNetwork {
  manifest(): Promise<Manifest>;
  rules(): Promise<RuleSet>;
  chunk(chunk: number): Promise<TillVariant[]>;
  variants(ids: readonly string[]): Promise<TillVariant[]>;
  feed(after: Positions): Promise<Answer<'GET /api/till/feed'>>;
}

export interface Follower {
  /** Opens what is kept on the device; false when there is nothing to sell from yet. */
  open(): Promise<boolean>;
  /** Brings the catalogue up to now, by a whole copy if it must. Throws when the server cannot be reached. */
  catchUp(onProgress?: (share: number) => void): Promise<void>;
  manifest(): Manifest | undefined;
  /** The rules that baskets are priced with, of the same moment as the catalogue. */
  rules(): RuleSet | undefined;
}

interface Ports {
  catalogue: Catalogue;
  storage: CatalogueStorage;
  network: CatalogueNetwork;
  /** Prices may have changed (`prices`), or the merchant's settings (`settings`). */
  tell?: (news: 'prices' | 'settings') => void;
}

const idsMax = 200;
const atOnce = 3;
/** A feed that never ends would keep the till from anything else; the next poke goes on from here. */
const pullsMax = 200;

/** Follows the server's catalogue into memory and storage. */
export function createFollower({ catalogue, storage, network, tell = () => undefined }: Ports): Follower {
  let manifest: Manifest | undefined;
  let rules: RuleSet | undefined;
  let positions: Positions = {};

  async function copyAll(onProgress?: (share: number) => void): Promise<void> {
    const fresh = await network.manifest();
    const chunks = await readChunks(network, fresh.chunkCount, onProgress);
    const freshRules = await network.rules();
    await storage.replace(fresh, freshRules, chunks);
    manifest = fresh;
    rules = freshRules;
    positions = fresh.positions;
    catalogue.clear();
    catalogue.put(chunks.flat());
    tell('prices');
  }

  /** True while more may follow. */
  async function pull(): Promise<boolean> {
    const { entries, positions: reached } = await network.feed(positions);
    if (entries.length === 0) return false;
    const rows = entries.flatMap((entry) => entry.rows as FeedRow[]);
    const has = (...types: FeedRow['type'][]) => rows.some((row) => types.includes(row.type));
    // A jump would hide a change for ever, and a collection does not name its goods: then only a whole copy is sure.
    if (!isDense(positions, entries) || has('collection', 'floors')) {
      await copyAll();
      if (has('settings')) tell('settings');
      return true;
    }
    const next = has('category', 'tax') ? await network.manifest() : undefined;
    // What is read is never older than the entry that led to it.
    const nextRules = has('rules', 'settings') ? await network.rules() : undefined;
    const fresh = await readVariants(network, idsToRead(rows));
    catalogue.put(fresh);
    const stock = catalogue.setAvailable(rows.filter((row) => row.type === 'stock'));
    const changed = new Set([...fresh.map(({ id }) => id), ...stock]);
    await storage.change(
      [...changed].flatMap((id) => catalogue.variant(id) ?? []),
      reached,
      { manifest: next, rules: nextRules },
    );
    positions = reached;
    manifest = next ?? manifest;
    rules = nextRules ?? rules;
    if (nextRules || next || fresh.length > 0) tell('prices');
    if (has('settings')) tell('settings');
    return true;
  }

  return {
    async open() {
      const kept = await storage.read();
      if (!kept) return false;
      ({ manifest, rules, positions } = kept);
      catalogue.put(kept.chunks.flat());
      if (kept.changes.length > 0) catalogue.put(kept.changes);
      tell('prices');
      return true;
    },
    async catchUp(onProgress) {
      if (!manifest) await copyAll(onProgress);
      for (let pulls = 0; pulls < pullsMax; pulls += 1) if (!(await pull())) return;
    },
    manifest: () => manifest,
    rules: () => rules,
  };
}

async function readChunks(
  network: CatalogueNetwork,
  count: number,
  onProgress?: (share: number) => void,
): Promise<TillVariant[][]> {
  const chunks: TillVariant[][] = [];
  for (let first = 0; first < count; first += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - first) }, (_, index) => first + index);
    chunks.push(...(await Promise.all(numbers.map((number) => network.chunk(number)))));
    onProgress?.(chunks.length / count);
  }
  return chunks;
}

async function readVariants(network: CatalogueNetwork, ids: readonly string[]): Promise<TillVariant[]> {
  const rows: TillVariant[] = [];
  for (let first = 0; first < ids.length; first += idsMax) {
    rows.push(...(await network.variants(ids.slice(first, first + idsMax))));
  }
  return rows;
}

function isDense(from: Positions, entries: readonly { stream: string; position: number }[]): boolean {
  const at: Positions = { ...from };
  return entries.every(({ stream, position }) => {
    const follows = position === (at[stream] ?? 0) + 1;
    at[stream] = position;
    return follows;
  });
}

/** Prices and products by the smallest name that was given; stock comes with its figures. */
function idsToRead(rows: readonly FeedRow[]): string[] {
  const ids = rows.flatMap((row) =>
    row.type === 'product' || row.type === 'price' ? (row.variantId ?? row.productId ?? []) : [],
  );
  return [...new Set(ids)];
}

export interface Watch {
  /** A poke came, or the network is back: look now. */
  wake(): void;
  stop(): void;
}

const pollMs = 15_000;
const retryMs = 3_000;

/** Catches up at every poke and at least every 15 seconds; tells how it went: nothing, or the error. */
export function keepFollowing(follower: Follower, clock: Clock, tell: (failure: unknown) => void): Watch {
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;
  let callOff: (() => void) | undefined;
  async function run(): Promise<void> {
    if (isStopped) return;
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    callOff?.();
    let failure: unknown;
    while (isWanted && failure === undefined) {
      isWanted = false;
      failure = await follower.catchUp().then(
        () => undefined,
        (error: unknown) => error ?? 'unknown',
      );
    }
    isRunning = false;
    tell(failure);
    if (!isStopped) callOff = clock.after(failure === undefined ? pollMs : retryMs, () => void run());
  }
  void run();
  return {
    wake: () => void run(),
    stop() {
      isStopped = true;
      callOff?.();
    },
  };
}
